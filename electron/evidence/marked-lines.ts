const newline = 10;

/** A line of a file of lines: from its first byte to its newline, which is not part of it. */
export interface MarkedLine {
  readonly bytes: Buffer;
  readonly start: number;
  /** Where the mark begins. */
  readonly at: number;
  readonly end: number;
}

/**
 * The whole lines in which the mark stands, in order; of a write under way nothing. A mark with JSON's own quotes stands in an entry only
 * where it means what it says: a quote within a JSON text is escaped.
 */
export const linesWith = function* (bytes: Buffer, mark: string): Generator<MarkedLine> {
  for (let at = bytes.indexOf(mark); at !== -1;) {
    const end = bytes.indexOf(newline, at);
    if (end === -1) return;
    yield { bytes, start: bytes.lastIndexOf(newline, at) + 1, at, end };
    at = bytes.indexOf(mark, end);
  }
};

/** The line by itself. */
export const lineBytes = ({ bytes, start, end }: MarkedLine): Buffer => bytes.subarray(start, end);
