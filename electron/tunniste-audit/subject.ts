import { lineBytes, linesWith } from '../evidence/marked-lines.js';
import type { Source } from '../evidence/seal.js';
import { segmentName, segmentNumbers } from '../evidence/segment.js';

/** The entries that stand under any of these pseudonyms, in order, as their lines. @throws the file system's error */
export const linesAbout = function* (source: Source, pseudonyms: readonly string[]): Generator<string> {
  const marks = pseudonyms.map((pseudonym) => `,"subject":"${pseudonym}"`);
  for (const number of segmentNumbers(source.names)) {
    const bytes = source.read(segmentName(number)) ?? Buffer.alloc(0);
    const lines = marks.flatMap((mark) => [...linesWith(bytes, mark)]).sort((one, other) => one.at - other.at);
    for (const line of lines) yield lineBytes(line).toString();
  }
};
