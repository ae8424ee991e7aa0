import { addSubtree, rangeFrom, type Range } from './range.js';
import { sha256 } from './sha256.js';

/** What a segment holds as far as each line follows from the one before, seen without the others. */
export interface Scan {
  readonly number: number;
  /** Of its first entry; null when it does not begin with one. */
  readonly first: {
    readonly seq: number;
    readonly prev: string;
    readonly type: string;
    readonly reason: string | null;
  } | null;
  /** SHA-256 of the last line that follows. */
  readonly hash: string;
  readonly range: Range;
  /** Where the lines that follow end, and how long the segment is, in bytes. */
  readonly end: number;
  readonly size: number;
}

/** A segment as a scan wants it: one byte to spare, then its content. The scan writes into it. */
export type Spared = Buffer;

const newline = 10;

/** The first entry, as far as a scan needs it. */
export const readFirst = (line: Uint8Array): Scan['first'] => {
  try {
    const entry = JSON.parse(Buffer.from(line).toString('utf8')) as Record<string, unknown>;
    const { v, seq, prev, type, reason } = entry;
    const fits = v === 1 && typeof seq === 'number' && Number.isSafeInteger(seq) && typeof prev === 'string';
    return fits ? { seq, prev, type: String(type), reason: typeof reason === 'string' ? reason : null } : null;
  } catch {
    return null;
  }
};

/**
 * Two hashes a line and nothing parsed: a quote in a JSON text never follows a comma, so what looks like a name is one, whatever other names there are.
 * The byte before a line is made the mark of a leaf (RFC 6962 §2.1), so that no line is copied.
 */
export const scanSegment = (number: number, bytes: Spared): Scan => {
  const size = bytes.length - 1;
  let end = bytes.indexOf(newline, 1);
  const first = end === -1 ? null : readFirst(bytes.subarray(1, end));
  const range = rangeFrom((first?.seq ?? 1) - 1);
  if (first === null || first.seq < 1) return { number, first: null, hash: '', range, end: 0, size };
  let start = 1;
  let hash = '';
  for (let seq = first.seq; end !== -1; end = bytes.indexOf(newline, start)) {
    if (seq > first.seq && !follows(bytes, start, end, hash, seq)) break;
    hash = sha256(bytes.subarray(start, end));
    bytes[start - 1] = 0;
    addSubtree(range, 0, sha256(bytes.subarray(start - 1, end)));
    start = end + 1;
    seq += 1;
  }
  return { number, first, hash, range, end: start - 1, size };
};

const follows = (bytes: Buffer, start: number, end: number, hash: string, seq: number): boolean => {
  const linked = bytes.indexOf(`,"prev":"${hash}",`, start, 'latin1');
  if (linked === -1 || linked > end) return false;
  const numbered = bytes.indexOf(`,"seq":${seq},`, linked, 'latin1');
  return numbered !== -1 && numbered < end;
};
