import { largestPowerBelow, proofSpans } from '../evidence/inclusion.js';
import { leafHash, nodeHash, type Hash } from '../evidence/merkle.js';
import type { NoteKey } from '../evidence/note.js';
import { checkProof, type Proof } from '../evidence/proof.js';
import { readSeal, type Source } from '../evidence/seal.js';
import { noteName, segmentName, segmentNumbers } from '../evidence/segment.js';
import { startOf } from '../evidence/start.js';
import type { Range } from '../evidence/range.js';
import { reignsIn } from '../evidence/reigns.js';
import type { KeysAt } from '../evidence/succession.js';

const hashBytes = 32;

/** The last checkpoint of the desk's; null when there is none. */
const lastNote = (source: Source, keysAt: KeysAt): { readonly note: string; readonly size: number } | null => {
  for (const number of segmentNumbers(source.names).reverse()) {
    const { checkpoint } = readSeal(source, number, keysAt);
    const note = checkpoint && source.read(noteName(number));
    if (note) return { note: note.toString('utf8'), size: checkpoint.size };
  }
  return null;
};

interface Leaves {
  /** What is known of the leaves that were removed. */
  readonly removed: Range;
  /** Of those after them. */
  readonly hashes: Buffer;
  /** Of the entry that is proven. */
  readonly line: Buffer | null;
}

const leavesOf = (source: Source, seq: number, size: number, keysAt: KeysAt): Leaves => {
  const numbers = segmentNumbers(source.names);
  const { range: removed } = startOf(source, numbers[0] ?? 1, keysAt);
  const hashes = Buffer.alloc(Math.max(0, size - removed.to) * hashBytes);
  let line: Buffer | null = null;
  let nth = removed.to;
  for (const number of numbers) {
    const bytes = source.read(segmentName(number)) ?? Buffer.alloc(0);
    for (
      let start = 0, end = bytes.indexOf(10);
      end !== -1 && nth < size;
      start = end + 1, end = bytes.indexOf(10, start)
    ) {
      const each = bytes.subarray(start, end);
      hashes.write(leafHash(each), (nth - removed.to) * hashBytes, 'hex');
      nth += 1;
      if (nth === seq) line = Buffer.from(each);
    }
  }
  return { removed, hashes: hashes.subarray(0, Math.max(0, nth - removed.to) * hashBytes), line };
};

/** Of a whole subtree that ends there. A proof of an entry that is left needs none but these of what was removed (RFC 6962 §2.1.1). */
const removedSubtree = ({ levels, hashes }: Range, end: number): Hash => {
  let to = 0;
  const place = levels.findIndex((level) => (to += 2 ** level) === end);
  return hashes[place] ?? '';
};

/** The head over the leaves [from, to) (RFC 6962 §2.1). */
const rootOfSpan = (leaves: Leaves, from: number, to: number): Hash => {
  const { hashes, removed } = leaves;
  if (to <= removed.to) return removedSubtree(removed, to);
  if (to - from === 1) return hashes.toString('hex', (from - removed.to) * hashBytes, (to - removed.to) * hashBytes);
  const middle = from + largestPowerBelow(to - from);
  return nodeHash(rootOfSpan(leaves, from, middle), rootOfSpan(leaves, middle, to));
};

/**
 * A proof that an entry stands under the journal's last checkpoint. Null when the entry was removed, no checkpoint covers it, or the journal
 * does not lead there: verifying tells why.
 * @throws the file system's error
 */
export const prove = (source: Source, seq: number, keys: readonly NoteKey[]): Proof | null => {
  const { keysAt } = reignsIn(source, keys);
  const last = lastNote(source, keysAt);
  if (!last || last.size < seq) return null;
  const leaves = leavesOf(source, seq, last.size, keysAt);
  const { line, hashes, removed } = leaves;
  if (line === null || hashes.length < (last.size - removed.to) * hashBytes) return null;
  const spans = proofSpans(seq - 1, last.size).map(([from, to]) => rootOfSpan(leaves, from, to));
  const proof = { line, index: seq - 1, hashes: spans, checkpoint: last.note };
  return checkProof(proof, keysAt(last.size)) ? proof : null;
};
