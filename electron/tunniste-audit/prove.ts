import { largestPowerBelow, proofSpans } from '../evidence/inclusion.js';
import { leafHash, nodeHash, type Hash } from '../evidence/merkle.js';
import type { NoteKey } from '../evidence/note.js';
import { checkProof, type Proof } from '../evidence/proof.js';
import { readSeal, type Source } from '../evidence/seal.js';
import { noteName, segmentName, segmentNumbers } from '../evidence/segment.js';

const hashBytes = 32;

/** The last checkpoint of the desk's; null when there is none. */
const lastNote = (
  source: Source,
  keys: readonly NoteKey[],
): { readonly note: string; readonly size: number } | null => {
  for (const number of segmentNumbers(source.names).reverse()) {
    const { checkpoint } = readSeal(source, number, keys);
    const note = checkpoint && source.read(noteName(number));
    if (note) return { note: note.toString('utf8'), size: checkpoint.size };
  }
  return null;
};

interface Leaves {
  readonly hashes: Buffer;
  /** Of the entry that is proven. */
  readonly line: Buffer | null;
}

const leavesOf = (source: Source, seq: number, size: number): Leaves => {
  const hashes = Buffer.alloc(size * hashBytes);
  let line: Buffer | null = null;
  let nth = 0;
  for (const number of segmentNumbers(source.names)) {
    const bytes = source.read(segmentName(number)) ?? Buffer.alloc(0);
    for (
      let start = 0, end = bytes.indexOf(10);
      end !== -1 && nth < size;
      start = end + 1, end = bytes.indexOf(10, start)
    ) {
      const each = bytes.subarray(start, end);
      hashes.write(leafHash(each), nth * hashBytes, 'hex');
      nth += 1;
      if (nth === seq) line = Buffer.from(each);
    }
  }
  return { hashes: hashes.subarray(0, nth * hashBytes), line };
};

/** The head over the leaves [from, to) (RFC 6962 §2.1). */
const rootOfSpan = (hashes: Buffer, from: number, to: number): Hash => {
  if (to - from === 1) return hashes.toString('hex', from * hashBytes, to * hashBytes);
  const middle = from + largestPowerBelow(to - from);
  return nodeHash(rootOfSpan(hashes, from, middle), rootOfSpan(hashes, middle, to));
};

/**
 * A proof that an entry stands under the journal's last checkpoint. Null when no checkpoint covers it, or the journal does not lead there:
 * verifying tells why.
 * @throws the file system's error
 */
export const prove = (source: Source, seq: number, keys: readonly NoteKey[]): Proof | null => {
  const last = lastNote(source, keys);
  if (!last || last.size < seq) return null;
  const { hashes, line } = leavesOf(source, seq, last.size);
  if (line === null || hashes.length < last.size * hashBytes) return null;
  const spans = proofSpans(seq - 1, last.size).map(([from, to]) => rootOfSpan(hashes, from, to));
  const proof = { line, index: seq - 1, hashes: spans, checkpoint: last.note };
  return checkProof(proof, keys) ? proof : null;
};
