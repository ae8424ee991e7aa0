import { syncIndex, type IndexStore, type Progress, type ReadJournal } from './sync.js';

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
export const createIndexer = (store: IndexStore, journal: Journal, onState: (state: IndexState) => void) => {
  let stop = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  let opened: Promise<unknown> | null = null;
  let progress: Progress = { done: 0, head: 0 };
  let queued = false;

  const run = (signal: AbortSignal, prepare?: () => Promise<void>): void => {
    queued = true;
    turn = turn.then(async () => {
      queued = false;
      if (signal.aborted) return;
      try {
        await (opened ??= journal.open());
        await prepare?.();
        await syncIndex(
          store,
          journal.read,
          (now) => {
            progress = now;
            if (!signal.aborted) onState({ kind: 'syncing', progress });
          },
          signal,
        );
        if (!signal.aborted) onState({ kind: 'ready', progress });
      } catch (error) {
        opened = null;
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
      run((stop = new AbortController()).signal, () => store.clear());
    },
    dispose: () => stop.abort(),
  };
};

export type Indexer = ReturnType<typeof createIndexer>;
