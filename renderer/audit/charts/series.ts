import type { Counts } from '../../read-model/count.js';

export interface Series {
  readonly code: string;
  /** One for each stretch of time. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** The most frequent first: it lies at the foot of the bars, where it can be compared. */
export const seriesOf = (counts: Counts): Series[] =>
  [...counts]
    .map(([code, row]) => ({ code, counts: row, total: row.reduce((sum, count) => sum + count, 0) }))
    .sort((one, other) => other.total - one.total || (one.code < other.code ? -1 : 1));
