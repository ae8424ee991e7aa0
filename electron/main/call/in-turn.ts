import type { Result } from '../../../shared/result.js';

/** Makes a use case wait for its turn, and the countdown follow it. */
export type Turn = <T>(useCase: () => Promise<Result<T>>) => () => Promise<Result<T>>;

/** Has what must be finished take its turn, whoever may still act by then. */
export type Settle = <T>(finish: () => Promise<T>) => Promise<T>;

/** Runs pieces of work one after the other, so that a hostile window cannot race two steps of a call past a count. */
export const createTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
};
