import { placeInWrite } from './entry-id.js';
import { entryIn, maxLineBytes, maxWriteBytes, type StoredEntry, type Tip } from './entry.js';

const newline = 10;

/**
 * Whether the bytes after the last good line can be what a crash leaves of the last, unacknowledged write.
 *
 * Each write is synced before the next begins, so only the last one can be torn. What a crash leaves of it is a beginning, or, when
 * sectors reached the disk out of order, holes of zeros: no line has a zero byte. Whatever else is damage to something that was acknowledged.
 */
export const isTorn = (tail: Buffer, last: Tip): boolean => {
  const hasHole = tail.includes(0);
  if (tail.length > (hasHole ? maxWriteBytes : maxLineBytes + 1)) return false;
  const survivors = entriesIn(tail);
  if (hasHole) return survivors.every((entry) => startOfWrite(entry) <= last.seq + 1);
  const firstNewline = tail.indexOf(newline);
  return survivors.length === 0 && (firstNewline === -1 || firstNewline === tail.length - 1);
};

const entriesIn = (tail: Buffer): StoredEntry[] => {
  const entries: StoredEntry[] = [];
  let start = 0;
  for (let end = tail.indexOf(newline); end !== -1; end = tail.indexOf(newline, start)) {
    const entry = entryIn(tail.subarray(start, end));
    if (entry !== null) entries.push(entry);
    start = end + 1;
  }
  return entries;
};

/** The number of the first entry that went to the disk with this one. */
const startOfWrite = ({ id, seq }: StoredEntry): number => {
  const place = placeInWrite(id);
  return place === null ? Number.POSITIVE_INFINITY : seq - place;
};
