import type { Source } from '../evidence/seal.js';
import { segmentName, segmentNumbers } from '../evidence/segment.js';

/** The entries that stand under any of these pseudonyms, in order, as their lines. @throws the file system's error */
export const linesAbout = function* (source: Source, pseudonyms: readonly string[]): Generator<string> {
  const marks = pseudonyms.map((pseudonym) => Buffer.from(`,"subject":"${pseudonym}"`));
  for (const number of segmentNumbers(source.names)) {
    const bytes = source.read(segmentName(number)) ?? Buffer.alloc(0);
    const places = marks.flatMap((mark) => [...placesOf(bytes, mark)]).sort((one, other) => one - other);
    for (const place of places) yield lineAround(bytes, place);
  }
};

const placesOf = function* (bytes: Buffer, mark: Buffer): Generator<number> {
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) yield at;
};

const lineAround = (bytes: Buffer, place: number): string => {
  const end = bytes.indexOf(10, place);
  return bytes.toString('utf8', bytes.lastIndexOf(10, place) + 1, end === -1 ? bytes.length : end);
};
