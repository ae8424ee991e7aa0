import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { DiskFile, FileLayer } from './durable-file.js';
import { beginning, entryIn, follow, maxLineBytes, maxWriteBytes, type Tip } from './entry.js';
import { readRange, scanLines } from './lines.js';
import { createSegmentIndex, type SegmentIndex } from './segment-index.js';
import { endIn, segmentName, segmentNumbers } from './segment.js';
import { isTorn } from './torn-tail.js';

/** What stands in the folder. The last segment's entries end at byte `end`; `torn` bytes after that are left of an unfinished write. */
export interface Found {
  readonly index: SegmentIndex;
  readonly tip: Tip;
  readonly last: { readonly number: number; readonly end: number; readonly torn: number } | null;
}

/**
 * Reads and verifies the whole journal, changing nothing. Fails with `audit-damaged` for anything but a torn tail.
 * @throws the file system's error
 */
export const readJournal = async (files: FileLayer, folder: string): Promise<Result<Found>> => {
  const numbers = segmentNumbers(await files.readdir(folder));
  if (numbers.some((number, place) => number !== place + 1)) return fail('audit-damaged');
  const index = createSegmentIndex();
  let tip = beginning;
  let last: Found['last'] = null;
  for (const number of numbers) {
    const read = await readSegment(files, folder, number, number === numbers.length, tip, index);
    if (!read.ok) return read;
    ({ tip, last } = read.value);
  }
  return ok({ index, tip, last });
};

const readSegment = (
  files: FileLayer,
  folder: string,
  number: number,
  isLast: boolean,
  before: Tip,
  index: SegmentIndex,
): Promise<Result<{ tip: Tip; last: Found['last'] }>> =>
  withSegment(files, folder, number, async (file) => {
    const { size } = await file.stat();
    const told = isLast ? null : await endToldByNext(files, folder, number);
    const { tip, end } = await verify(file, told ?? size, before, number, index);
    if (end === (told ?? size))
      return tip === before ? fail('audit-damaged') : ok({ tip, last: { number, end, torn: 0 } });
    if (!isLast || tip === before || size - end > maxWriteBytes) return fail('audit-damaged');
    const tail = await readRange(file, end, size);
    return isTorn(tail, tip) ? ok({ tip, last: { number, end, torn: size - end } }) : fail('audit-damaged');
  });

const verify = async (
  file: DiskFile,
  to: number,
  before: Tip,
  number: number,
  index: SegmentIndex,
): Promise<{ tip: Tip; end: number }> => {
  let tip = before;
  const end = await scanLines(file, 0, to, (line, at) => {
    const next = follow(tip, line);
    if (next === null) return false;
    tip = next;
    index.note(number, tip.seq, at, at + line.length + 1);
    return true;
  });
  return { tip, end };
};

/** Where a segment broke off, the next one begins with an entry that says where. */
const endToldByNext = (files: FileLayer, folder: string, number: number): Promise<number | null> =>
  withSegment(files, folder, number + 1, async (file) => {
    let end: number | null = null;
    await scanLines(file, 0, maxLineBytes + 1, (line) => {
      const entry = entryIn(line);
      if (entry?.type === 'journal.resumed' || entry?.type === 'journal.cut') end = endIn(entry.reason, number);
      return false;
    });
    return end;
  });

const withSegment = async <T>(
  files: FileLayer,
  folder: string,
  number: number,
  use: (file: DiskFile) => Promise<T>,
): Promise<T> => {
  const file = await files.open(join(folder, segmentName(number)), 'r');
  return use(file).finally(() => file.close());
};
