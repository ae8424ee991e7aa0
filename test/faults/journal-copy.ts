import { readFirst } from '../../electron/evidence/scan.js';
import { segmentName, segmentNumbers } from '../../electron/evidence/segment.js';

/** A line of a journal: in which segment, and what it says. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer;
}

/** A journal's files, to be tampered with. */
export type Files = Map<string, Buffer>;

export const linesOf = (files: Files): Line[] =>
  segmentNumbers([...files.keys()]).flatMap((number) => {
    const bytes = files.get(segmentName(number)) ?? Buffer.alloc(0);
    const lines: Line[] = [];
    for (let start = 0, end = bytes.indexOf(10); end !== -1; start = end + 1, end = bytes.indexOf(10, start))
      lines.push({ number, bytes: bytes.subarray(start, end) });
    return lines;
  });

/** The number of the first entry. */
export const firstIn = (files: Files): number => readFirst(linesOf(files)[0]?.bytes ?? Buffer.alloc(0))?.seq ?? 1;

const newline = Buffer.from('\n');

/** Writes the lines back into the segments that they say. */
export const putLines = (files: Files, lines: readonly Line[]): void => {
  for (const number of segmentNumbers([...files.keys()])) {
    const own = lines.filter((line) => line.number === number);
    files.set(segmentName(number), Buffer.concat(own.flatMap(({ bytes }) => [bytes, newline])));
  }
};

/** The number of the entry in which a byte of a segment lies; its newline is a part of it. */
export const entryAt = (files: Files, number: number, at: number): number => {
  let seq = firstIn(files);
  for (const each of segmentNumbers([...files.keys()])) {
    const bytes = files.get(segmentName(each)) ?? Buffer.alloc(0);
    const upTo = each < number ? bytes : bytes.subarray(0, at);
    for (let end = upTo.indexOf(10); end !== -1; end = upTo.indexOf(10, end + 1)) seq += 1;
    if (each === number) break;
  }
  return seq;
};
