import type { Result } from '../../../shared/result.js';

/** Where their number lies sealed: a restart gives no further tries. */
export interface TryStore {
  wrongTries(): number;
  /** Fails as the key file does. */
  setWrongTries(count: number): Promise<Result<void>>;
}

const most = 5;

/** The wrong tries to unlock since somebody last signed in or unlocked. */
export const createWrongTries = (store: TryStore) => {
  let count: number | null = null;
  const current = (): number => (count ??= store.wrongTries());
  const put = (next: number): Promise<Result<void>> => store.setWrongTries((count = next));
  const less = (): Promise<Result<void>> => put(Math.max(0, current() - 1));
  return {
    get areSpent(): boolean {
      return current() >= most;
    },
    /** Counted before it is looked at: many guesses at once are as many as one after the other, and none is free that cannot be kept. */
    begin: async (): Promise<Result<void>> => {
      const kept = await put(current() + 1);
      if (!kept.ok) void less();
      return kept;
    },
    /** It was not a wrong one. */
    takeBack: less,
    forget: () => put(0),
  };
};
