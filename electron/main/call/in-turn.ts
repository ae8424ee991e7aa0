import type { Result } from '../../../shared/result.js';

/** Makes a use case wait for its turn, and the countdown follow it. */
export type Turn = <T>(useCase: () => Promise<Result<T>>) => () => Promise<Result<T>>;

/** Has what must be finished take its turn, whoever may still act by then. */
export type Settle = <T>(finish: () => Promise<T>) => Promise<T>;
