/** Runs work so that how long it took tells nothing. */
export type EqualTime = <T>(work: () => Promise<T>) => Promise<T>;

interface EqualTimeParts {
  /** Milliseconds; 0 waits for nothing. */
  readonly floor: number;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * The answer is given so long after the asking, right or wrong, failed or not; what takes longer is answered at the next whole multiple,
 * for a slow machine must not tell more than a quick one.
 */
export const createEqualTime =
  ({ floor, clock, wait }: EqualTimeParts): EqualTime =>
  async (work) => {
    const asked = clock();
    const settle = async (): Promise<void> => {
      if (floor === 0) return;
      const taken = clock() - asked;
      await wait(Math.max(1, Math.ceil(taken / floor)) * floor - taken);
    };
    return work().finally(settle);
  };
