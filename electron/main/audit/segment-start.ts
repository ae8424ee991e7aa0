import { join } from 'node:path';
import { endIn, segmentName } from '../../evidence/segment.js';
import type { DiskFile, FileLayer } from './durable-file.js';
import { entryIn, maxLineBytes, type StoredEntry } from './entry.js';
import { scanLines } from './lines.js';

export const withSegment = async <T>(
  files: FileLayer,
  folder: string,
  number: number,
  use: (file: DiskFile) => Promise<T>,
): Promise<T> => {
  const file = await files.open(join(folder, segmentName(number)), 'r');
  return use(file).finally(() => file.close());
};

/** The entry a segment begins with; null when there is none. */
export const firstEntry = (files: FileLayer, folder: string, number: number): Promise<StoredEntry | null> =>
  withSegment(files, folder, number, async (file) => {
    let first: StoredEntry | null = null;
    await scanLines(file, 0, maxLineBytes + 1, (line) => {
      first = entryIn(line);
      return false;
    });
    return first;
  });

/** Where a segment broke off, the next one begins with an entry that says where. */
export const endToldByNext = async (files: FileLayer, folder: string, number: number): Promise<number | null> => {
  const next = await firstEntry(files, folder, number + 1);
  return next?.type === 'journal.resumed' || next?.type === 'journal.cut' ? endIn(next.reason, number) : null;
};
