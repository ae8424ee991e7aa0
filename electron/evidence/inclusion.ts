import { nodeHash, type Hash } from './merkle.js';

/**
 * The root that a leaf and its inclusion proof lead to (RFC 9162 §2.1.3.2); null when the proof cannot be one of that leaf in such a tree.
 * @param index from 0
 */
export const rootByProof = (index: number, size: number, leaf: Hash, proof: readonly Hash[]): Hash | null => {
  if (index >= size) return null;
  let [at, last, root] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      root = nodeHash(root, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : null;
};

const half = (number: number): number => Math.floor(number / 2);

/** A subtree over the leaves [from, to) that a proof needs, or the leaves of which it is made. */
export type Span = readonly [from: number, to: number];

/** Whose hashes make the inclusion proof of a leaf (RFC 6962 §2.1.1), the leaf's sibling first. */
export const proofSpans = (index: number, size: number): Span[] => {
  const spans: Span[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      spans.unshift([middle, to]);
      to = middle;
    } else {
      spans.unshift([from, middle]);
      from = middle;
    }
  }
  return spans;
};

/** RFC 6962 §2.1: where a tree of at least two leaves is split. */
export const largestPowerBelow = (size: number): number => {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
};
