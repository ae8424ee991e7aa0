import { sha256 } from './sha256.js';

/** SHA-256 in hex. */
export type Hash = string;

/**
 * A Merkle tree (RFC 6962 §2.1) that only grows: what of it is needed to go on, which is a hash for each one bit of its size.
 * The last leaf stands apart, so that of two trees that differ one can tell whether they do in that leaf alone.
 */
export interface Tree {
  readonly size: number;
  /** The whole subtrees over all leaves but the last, the largest first. */
  readonly before: readonly Hash[];
  readonly leaf: Hash | null;
}

export const emptyTree: Tree = { size: 0, before: [], leaf: null };

const marked = Buffer.alloc(65, 1);

/** Of an inner node: SHA-256 of 0x01 and both children. */
export const nodeHash = (left: Hash, right: Hash): Hash => {
  marked.write(left, 1, 'hex');
  marked.write(right, 33, 'hex');
  return sha256(marked);
};

const leafMark = Buffer.alloc(1);

/** Of a leaf: SHA-256 of 0x00 and its bytes. */
export const leafHash = (bytes: Uint8Array): Hash => sha256(Buffer.concat([leafMark, bytes]));

/** The whole subtrees after one more leaf. @param size leaves before it */
export const withLeaf = (subtrees: readonly Hash[], size: number, leaf: Hash): Hash[] => {
  const grown = subtrees.slice();
  let last = leaf;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) last = nodeHash(grown.pop() ?? '', last);
  grown.push(last);
  return grown;
};

/** The whole subtrees over all leaves, the largest first. */
export const subtreesOf = ({ size, before, leaf }: Tree): readonly Hash[] =>
  leaf === null ? before : withLeaf(before, size - 1, leaf);

export const grow = (tree: Tree, leaf: Hash): Tree => ({ size: tree.size + 1, before: subtreesOf(tree), leaf });

/** The tree's head; of the empty tree SHA-256 of nothing. */
export const rootOf = (tree: Tree): Hash => rootOver(subtreesOf(tree));

export const rootOver = (subtrees: readonly Hash[]): Hash =>
  subtrees.length === 0 ? sha256(Buffer.alloc(0)) : subtrees.reduceRight((right, left) => nodeHash(left, right));
