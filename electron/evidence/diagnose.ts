import { leafHash, rootOver, withLeaf, type Hash } from './merkle.js';
import { readFirst } from './scan.js';
import { sha256 } from './sha256.js';
import type { Standing } from './tree-file.js';

/** The first entry that is not as it was written. */
export interface Bad {
  readonly seq: number;
  /** The last it may be, where that is all that can be told; else the same. */
  readonly to: number;
  readonly kind: 'changed' | 'missing' | 'repeated' | 'not-an-entry' | 'torn';
}

/** Where the journal stood before a segment. `sealed` when a checkpoint vouches for all of it. */
export interface Before {
  readonly seq: number;
  readonly hash: Hash;
  readonly subtrees: readonly Hash[];
  readonly sealed: boolean;
}

export interface Suspect {
  readonly before: Before;
  /** The segment as far as its entries are said to go. */
  readonly bytes: Buffer;
  /** The hash that the entry after this segment names; null when there is none. */
  readonly named: Hash | null;
  /** What a checkpoint that the desk signed while writing this segment tells; null when there is none. */
  readonly standing: Standing | null;
}

interface Line {
  readonly seq: number;
  readonly entry: ReturnType<typeof readFirst>;
  readonly hash: Hash;
  readonly leaf: Hash;
}

const bad = (seq: number, kind: Bad['kind'] = 'changed', to = seq): Bad => ({ seq, to, kind });

const linesOf = (bytes: Buffer, from: number): { lines: Line[]; rest: number } => {
  const lines: Line[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    const line = bytes.subarray(start, end);
    lines.push({ seq: from + lines.length, entry: readFirst(line), hash: sha256(line), leaf: leafHash(line) });
    start = end + 1;
  }
  return { lines, rest: bytes.length - start };
};

/**
 * The first bad entry of a segment that does not follow or that its checkpoint does not fit; null when it does. Where a line does not name
 * the one before it, one of the two was changed: the next line, or the checkpoint, tells which.
 */
export const diagnose = (suspect: Suspect): Bad | null => {
  const { before, bytes, standing } = suspect;
  const { lines, rest } = linesOf(bytes, before.seq + 1);
  const trees: (readonly Hash[])[] = [before.subtrees];
  for (const [place, line] of lines.entries()) {
    const wrong = wrongLine(suspect, lines, place, trees);
    if (wrong) return wrong;
    trees.push(withLeaf(trees[place] ?? [], line.seq - 1, line.leaf));
  }
  const seq = before.seq + lines.length;
  const size = standing?.tree.size ?? 0;
  if (standing && size > before.seq && size <= seq) {
    const wrong = notAsSealed(standing, trees[size - before.seq - 1] ?? [], lines[size - before.seq - 1]?.leaf);
    if (wrong) return wrong;
  }
  if (size > seq) return bad(seq + 1, 'missing', size);
  return rest > 0 ? bad(seq + 1, 'torn') : null;
};

const wrongLine = (
  suspect: Suspect,
  lines: readonly Line[],
  place: number,
  trees: readonly (readonly Hash[])[],
): Bad | null => {
  const { before, named, standing } = suspect;
  const line = lines[place];
  if (!line) return null;
  const { seq, entry, hash } = line;
  if (!entry) return bad(seq, 'not-an-entry');
  if (entry.seq > seq) return bad(seq, 'missing', entry.seq - 1);
  if (entry.seq < seq) return bad(isDisplaced(suspect, lines, place) ? seq - 1 : seq, 'repeated');
  if (entry.prev === (lines[place - 1]?.hash ?? before.hash)) return null;
  if (place === 0 && before.sealed) return bad(seq);
  const next = lines[place + 1];
  const byNext = next ? next.entry?.prev : named;
  if (typeof byNext === 'string') return bad(byNext === hash ? seq - 1 : seq);
  return bad(isVouched(standing, seq - 1, trees[place] ?? []) === false ? seq - 1 : seq);
};

/** Whether a line claims the place of the one before it, and rightly: what follows names it. */
const isDisplaced = ({ named, standing }: Suspect, lines: readonly Line[], place: number): boolean => {
  const [before, line, next] = [lines[place - 1], lines[place], lines[place + 1]];
  const claims = before && line && line.entry?.seq === before.seq && line.entry.prev === before.entry?.prev;
  if (!claims || line.hash === before.hash) return false;
  const byNext = next ? next.entry?.prev : named;
  return byNext === line.hash || (standing?.tree.size === before.seq && standing.tree.leaf === line.leaf);
};

/** Whether a checkpoint says that the entries up to this one are as they were; null when it does not say. */
const isVouched = (standing: Standing | null, seq: number, subtrees: readonly Hash[]): boolean | null => {
  if (standing?.tree.size === seq + 1) return standing.tree.before.join() === subtrees.join();
  if (standing?.tree.size !== seq || standing.tree.leaf === null) return null;
  return rootOver(withLeaf(standing.tree.before, seq - 1, standing.tree.leaf)) === rootOver(subtrees);
};

/** The chain holds, but is not the one that was signed: written anew from some entry on, or changed in its last. */
const notAsSealed = ({ tree }: Standing, subtrees: readonly Hash[], leaf: Hash | undefined): Bad | null => {
  const place = tree.before.findIndex((hash, nth) => hash !== subtrees[nth]);
  if (place === -1) return tree.leaf === leaf ? null : bad(tree.size);
  const sizes = [...(tree.size - 1).toString(2)]
    .map((digit, nth, all) => (digit === '1' ? 2 ** (all.length - 1 - nth) : 0))
    .filter(Boolean);
  const from = sizes.slice(0, place).reduce((sum, size) => sum + size, 0);
  return bad(from + 1, 'changed', from + (sizes[place] ?? 1));
};

/** The tree's head at a size that is reached in this segment; null when it is not. */
export const rootIn = (bytes: Buffer, { seq, subtrees }: Before, size: number): Hash | null => {
  const { lines } = linesOf(bytes, seq + 1);
  const wanted = lines.slice(0, size - seq);
  return wanted.length === size - seq
    ? rootOver(wanted.reduce((grown, line) => withLeaf(grown, line.seq - 1, line.leaf), subtrees))
    : null;
};
