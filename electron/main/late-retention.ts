import type { RetentionCompositionParts } from './compose-retention.js';

/** Milliseconds: long after the start, and often enough for days that end. */
const first = 60_000;
const between = 60 * 60_000;

/** Removes what has been kept for long enough, from time to time; nothing else waits for it. What fails is tried again. */
export const lateRetention = (parts: RetentionCompositionParts, started: Promise<void>) => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const run = async (): Promise<void> => {
    const { composeRetention } = await import('./compose-retention.js');
    const retain = composeRetention(parts);
    const again = (): void => {
      if (stopped) return;
      running = retain();
      void running.then(() => wait(again, between));
    };
    again();
  };
  const wait = (next: () => void, milliseconds: number): void => {
    if (!stopped) timer = setTimeout(next, milliseconds).unref();
  };
  void started.then(() => wait(() => void run(), first));

  return {
    /** Nothing is removed after it; done when nothing is under way. */
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
