import type { StoredEntry } from '../audit/entry.js';

interface Waiting {
  readonly seq: number | null;
  readonly time: number;
  /** By the clock that nobody can set. */
  readonly seenAt: number;
}

/**
 * Since when the first of what waits has waited. Its own time tells, but a clock that is set back must not make an old entry young: what this
 * run has seen waiting for an hour has waited for an hour.
 */
export const createFirstWaiting = (now: () => number, monotonic: () => number) => {
  let first: Waiting | null = null;
  return {
    is: (entry: Pick<StoredEntry, 'seq' | 'time'> | null): void => {
      const known = first?.seq === entry?.seq ? first : null;
      first = entry && { seq: entry.seq, time: Date.parse(entry.time), seenAt: known?.seenAt ?? monotonic() };
    },
    /** Which it is will be known when it is read. */
    appended: (): void => {
      first ??= { seq: null, time: now(), seenAt: monotonic() };
    },
    /** RFC 3339, UTC; null when nothing waits. */
    since: (): string | null =>
      first && new Date(Math.min(first.time, now() - (monotonic() - first.seenAt))).toISOString(),
  };
};
