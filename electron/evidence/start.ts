import { rangeFrom, rangeOf, type Range } from './range.js';
import { readFirst } from './scan.js';
import { readSeal, sealNumbers, type Source } from './seal.js';
import { expiredBy, segmentName } from './segment.js';
import type { Standing } from './tree-file.js';
import type { Before } from './diagnose.js';
import type { KeysAt } from './succession.js';

/** What a journal goes on from: nothing, or the signed end of what was removed. */
export interface Start {
  /** Of the last segment that is not there; 0 when all are. */
  readonly number: number;
  readonly before: Before;
  readonly range: Range;
}

const beginning: Start = {
  number: 0,
  before: { seq: 0, hash: '0'.repeat(64), subtrees: [], sealed: true },
  range: rangeFrom(0),
};

const startAfter = (number: number, { tree, hash }: Standing): Start => {
  const range = rangeOf(tree);
  return { number, before: { seq: range.to, hash, subtrees: range.hashes, sealed: true }, range };
};

/**
 * Where the segments that are left begin, by the last sound checkpoint of the end of one before them. Whether what is not there was removed
 * rightly is to be asked of the entries that are left.
 */
export const startOf = (source: Source, first: number, keysAt: KeysAt): Start => {
  const numbers = sealNumbers(source).filter((number) => number < first);
  for (const number of numbers.sort((one, other) => other - one)) {
    const { standing, problem } = readSeal(source, number, keysAt);
    if (standing && !problem) return startAfter(number, standing);
  }
  return beginning;
};

/** What the journal says of what was removed before it: to which entry, and which entry says so. */
export interface Removal {
  readonly to: number;
  readonly told: number;
}

/** The last that an entry says of it, which is not verified yet; null when none does. */
export const removalIn = (source: Source, numbers: readonly number[]): Removal | null => {
  for (const number of [...numbers].reverse()) {
    const bytes = source.read(segmentName(number)) ?? Buffer.alloc(0);
    const first = readFirst(bytes.subarray(0, Math.max(0, bytes.indexOf(10))));
    const expired = expiredBy(first);
    if (first && expired) return { to: expired.seq, told: first.seq };
  }
  return null;
};
