import { fail, ok, type Result } from '../../../shared/result.js';
import type { DiskFile, FileLayer } from './durable-file.js';
import { follow, maxWriteBytes, type Tip } from './entry.js';
import { readRange, scanLines } from './lines.js';
import { journalStart, type JournalStart } from './journal-start.js';
import { resumePoint, type Place, type ResumePoint } from './resume-point.js';
import { createSegmentIndex, type SegmentIndex } from './segment-index.js';
import { segmentNumbers } from '../../evidence/segment.js';
import { endToldByNext, withSegment } from './segment-start.js';
import { isTorn } from './torn-tail.js';

/** What stands in the folder. The last segment's entries end at byte `end`; `torn` bytes after that are left of an unfinished write. */
export interface Found {
  readonly index: SegmentIndex;
  readonly tip: Tip;
  readonly last: { readonly number: number; readonly end: number; readonly torn: number } | null;
  /** Before what is left. */
  readonly start: JournalStart;
  /** What was taken for granted: everything up to the end of that segment. */
  readonly from: ResumePoint;
  /** Where each of the segments that were read ends, the last one too. */
  readonly ends: readonly Place[];
}

/**
 * Reads and verifies the end of the journal, from the last segment before which a checkpoint tells how things stand; changes nothing.
 * Fails with `audit-damaged` for anything but a torn tail.
 * @throws the file system's error
 */
export const readJournal = async (files: FileLayer, folder: string): Promise<Result<Found>> => {
  const numbers = segmentNumbers(await files.readdir(folder));
  const [first = 1] = numbers;
  if (numbers.some((number, place) => number !== first + place)) return fail('audit-damaged');
  const start = await journalStart(files, folder, numbers);
  const from = start && (await resumePoint(files, folder, numbers));
  if (!from) return fail('audit-damaged');
  const index = createSegmentIndex();
  const ends: Place[] = [];
  let tip = from.tip;
  let last: Found['last'] = null;
  for (const number of numbers.filter((each) => each > from.number)) {
    const read = await readSegment(files, folder, number, number === numbers.at(-1), tip, index);
    if (!read.ok) return read;
    ({ tip, last } = read.value);
    ends.push({ number, tip });
  }
  return ok({ index, tip, last, start, from, ends });
};

/** Reads and verifies one segment that follows from what is `before`. Fails and throws as the whole does. */
export const readSegment = (
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
