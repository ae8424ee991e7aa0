import type { Result } from '../../../../shared/result.js';

/** One sign-in in the browser, as far as it goes. */
export interface Attempt {
  readonly signal: AbortSignal;
  /** The page that was opened; null before. */
  page: string | null;
}

interface Running extends Attempt {
  readonly controller: AbortController;
  readonly done: Promise<Result<void>>;
}

/** At most one sign-in at a time: whoever asks again waits for the same one, and sees the same page again. */
export const createAttempts = (
  begin: (attempt: Attempt) => Promise<Result<void>>,
  browse: (url: string) => Promise<Result<void>>,
  ended: () => void,
) => {
  let running: Running | null = null;
  return {
    get isWaiting(): boolean {
      return running !== null && running.page !== null;
    },
    get isRunning(): boolean {
      return running !== null;
    },
    start: (): Promise<Result<void>> => {
      if (running) {
        if (running.page !== null) void browse(running.page);
        return running.done;
      }
      const controller = new AbortController();
      const attempt = { controller, signal: controller.signal, page: null };
      const done = begin(attempt).finally(() => {
        running = null;
        // Also for a window that was drawn anew meanwhile and does not wait for this answer.
        ended();
      });
      running = Object.assign(attempt, { done });
      return done;
    },
    /** Whether there was one. */
    cancel: (): boolean => {
      running?.controller.abort();
      return running !== null;
    },
  };
};
