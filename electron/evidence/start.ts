import { rangeFrom, rangeOf, type Range } from './range.js';
import type { NoteKey } from './note.js';
import { readSeal, type Source } from './seal.js';
import type { Before } from './diagnose.js';

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

/**
 * Where the segments that are left begin. Without a sound checkpoint of the end of those before them it is the beginning, from which they do not
 * follow. Whether what is not there was removed rightly is to be asked of the entries that are left.
 */
export const startOf = (source: Source, first: number, keys: readonly NoteKey[]): Start => {
  if (first <= 1) return beginning;
  const { standing, problem } = readSeal(source, first - 1, keys);
  if (!standing || problem) return beginning;
  const range = rangeOf(standing.tree);
  const before = { seq: range.to, hash: standing.hash, subtrees: range.hashes, sealed: true };
  return { number: first - 1, before, range };
};
