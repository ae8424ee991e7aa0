import type { Blocks } from './blocks.js';
import { syncIndex, type Progress, type ReadJournal } from './sync.js';

export type IndexState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'syncing' | 'paused' | 'ready'; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly error: unknown };

interface Journal {
  /** On record, so it is asked once. */
  readonly open: () => Promise<unknown>;
  readonly read: ReadJournal;
}

/** Keeps the index in step with the journal. One run at a time: two would leave holes behind each other's backs. */
export const createIndexer = (blocks: Blocks, journal: Journal, onState: (state: IndexState) => void) => {
  let stop = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  let opened: Promise<unknown> | null = null;
  let loaded: Promise<void> | null = null;
  let progress: Progress = { done: 0, of: 0 };
  let queued = false;

  const syncing = (signal: AbortSignal, now: Progress): void => {
    progress = now;
    if (!signal.aborted) onState({ kind: 'syncing', progress });
  };
  const load = (signal: AbortSignal): Promise<void> =>
    blocks.load(() => syncing(signal, { done: blocks.size(), of: blocks.newest()?.seq ?? 0 }));

  const run = (signal: AbortSignal, prepare?: () => Promise<void>): void => {
    queued = true;
    turn = turn.then(async () => {
      queued = false;
      if (signal.aborted) return;
      try {
        await (opened ??= journal.open());
        await (loaded ??= load(signal));
        await prepare?.();
        await syncIndex(blocks, journal.read, (now) => syncing(signal, now), signal);
        if (!signal.aborted) onState({ kind: 'ready', progress });
      } catch (error) {
        opened = null;
        loaded = null;
        if (!signal.aborted) onState({ kind: 'failed', error });
      }
    });
  };

  return {
    start: () => run((stop = new AbortController()).signal),
    /** The journal has grown. A stopped index stays stopped. */
    follow: () => {
      if (!stop.signal.aborted && !queued) run(stop.signal);
    },
    pause: () => {
      stop.abort();
      onState({ kind: 'paused', progress });
    },
    rebuild: () => {
      stop.abort();
      onState({ kind: 'opening' });
      run((stop = new AbortController()).signal, () => blocks.clear());
    },
    dispose: () => stop.abort(),
  };
};

export type Indexer = ReturnType<typeof createIndexer>;
