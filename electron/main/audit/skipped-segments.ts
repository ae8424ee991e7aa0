import type { FileLayer } from './durable-file.js';
import type { Extent } from './segment-index.js';
import { endToldByNext, firstEntry, withSegment } from './segment-start.js';

/**
 * Which entries the segments 1 to `last` hold, by the entries they begin with.
 * @param next number of the entry that follows
 * @throws the file system's error
 */
export const skippedSegments = async (
  files: FileLayer,
  folder: string,
  last: number,
  next: number,
): Promise<Extent[]> => {
  const extents: Extent[] = [];
  let after = next;
  for (let number = last; number > 0; number -= 1) {
    const first = (await firstEntry(files, folder, number))?.seq ?? after;
    const told = await endToldByNext(files, folder, number);
    const end = told ?? (await withSegment(files, folder, number, (file) => file.stat())).size;
    extents.unshift({ number, first, entries: Math.max(0, after - first), end });
    after = first;
  }
  return extents;
};
