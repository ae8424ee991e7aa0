import { ok, type Result } from '../../../shared/result.js';
import type { StoredEntry } from '../audit/entry.js';
import type { Collector } from './collector.js';
import type { CursorStore } from './cursor-store.js';
import { atBeginning, nextBatch, type Cursor, type Stored } from './outgoing.js';
import { placeOf } from './place-of.js';

export interface HandingOverParts {
  readonly collector: Collector;
  readonly store: CursorStore;
  readonly stored: Stored;
  /** The collector gets everything from the first entry. */
  readonly onBegun: () => Promise<unknown>;
  /** The first entry that is about to go out; null when none is. */
  readonly onNext: (entry: StoredEntry | null) => void;
}

/** Hands over one piece at a time. The cursor moves once a piece is acknowledged, in memory at once and then on the disk. */
export const createHandingOver = ({ collector, store, stored, onBegun, onNext }: HandingOverParts) => {
  let cursor: Cursor | null = null;
  /** What the disk knows; behind the cursor where it would not take it. */
  let saved: Cursor | null = null;

  const begin = async (): Promise<Result<Cursor>> => {
    const known = await store.load();
    if (!known.ok) return known;
    if (known.value) return placeOf(stored, known.value);
    await onBegun();
    return ok(atBeginning);
  };
  const opened = async (): Promise<Result<Cursor>> => {
    if (cursor) return ok(cursor);
    const begun = await begin();
    if (begun.ok) cursor = saved = begun.value;
    return begun;
  };
  const save = async (to: Cursor): Promise<Result<void>> => {
    if (saved === to) return ok(undefined);
    const kept = await store.save(to);
    if (kept.ok) saved = to;
    return kept;
  };

  return {
    /** Up to where everything is acknowledged; null until that has been read. */
    get cursor() {
      return cursor;
    },
    /** Finds out how far the collector is; the next piece tries again where that failed. */
    open: opened,
    /** The next piece, of at most `limit` entries. Ok with whether there was one. */
    step: async (limit: number, signal: AbortSignal): Promise<Result<boolean>> => {
      const from = await opened();
      if (!from.ok) return from;
      const batch = await nextBatch(stored, from.value, limit);
      if (!batch.ok) return batch;
      const { entries, to } = batch.value;
      onNext(entries[0]?.entry ?? null);
      const sent = entries.length > 0 ? await collector.send(entries, signal) : ok(undefined);
      if (!sent.ok) return sent;
      cursor = to;
      const kept = await save(to);
      return kept.ok ? ok(to !== from.value) : kept;
    },
  };
};
