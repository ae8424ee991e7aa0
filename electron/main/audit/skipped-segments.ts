import type { FileLayer } from './durable-file.js';
import type { Extent } from './segment-index.js';
import { endToldByNext, firstEntry, withSegment } from './segment-start.js';

/**
 * Which entries the segments `first` to `last` hold, by the entries they begin with.
 * @param next number of the entry that follows
 * @throws the file system's error
 */
export const skippedSegments = async (
  files: FileLayer,
  folder: string,
  first: number,
  last: number,
  next: number,
): Promise<Extent[]> => {
  const extents: Extent[] = [];
  let after = next;
  for (let number = last; number >= first; number -= 1) {
    const from = (await firstEntry(files, folder, number))?.seq ?? after;
    const told = await endToldByNext(files, folder, number);
    const end = told ?? (await withSegment(files, folder, number, (file) => file.stat())).size;
    extents.unshift({ number, first: from, entries: Math.max(0, after - from), end });
    after = from;
  }
  return extents;
};
