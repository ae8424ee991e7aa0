import { nodeHash, subtreesOf, type Hash, type Tree } from './merkle.js';

/**
 * The largest whole subtrees over the leaves from some index on, from left to right: what of them is needed to join them to the tree before
 * them. From index 0 on it is the tree itself.
 */
export interface Range {
  /** Of each subtree: twice as many leaves for each level. */
  readonly levels: number[];
  readonly hashes: Hash[];
  from: number;
  to: number;
}

export const rangeFrom = (from: number): Range => ({ levels: [], hashes: [], from, to: from });

/** The tree itself. */
export const rangeOf = (tree: Tree): Range => {
  const levels = [...tree.size.toString(2)]
    .map((digit, place, digits) => (digit === '1' ? digits.length - 1 - place : -1))
    .filter((level) => level >= 0);
  return { levels, hashes: [...subtreesOf(tree)], from: 0, to: tree.size };
};

/** Adds a subtree of 2^level leaves at the right end, joining what can be joined. */
export const addSubtree = (range: Range, level: number, hash: Hash): void => {
  const { levels, hashes } = range;
  let [high, joined, start] = [level, hash, range.to];
  range.to += 2 ** level;
  while (levels.at(-1) === high && start - 2 ** high >= range.from && Math.floor(start / 2 ** high) % 2 === 1) {
    joined = nodeHash(hashes.pop() ?? '', joined);
    levels.pop();
    start -= 2 ** high;
    high += 1;
  }
  levels.push(high);
  hashes.push(joined);
};

/** @throws RangeError when the other does not begin where this one ends */
export const addRange = (range: Range, other: Range): void => {
  if (other.from !== range.to) throw new RangeError(`leaves from ${other.from} after ${range.to}`);
  other.hashes.forEach((hash, place) => addSubtree(range, other.levels[place] ?? 0, hash));
};

export const copyOf = ({ levels, hashes, from, to }: Range): Range => ({
  levels: [...levels],
  hashes: [...hashes],
  from,
  to,
});
