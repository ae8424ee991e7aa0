/** What came of one promise that was tried many times. */
export interface Trial {
  readonly name: string;
  readonly tried: number;
  /** Where the promise was kept. */
  readonly survived: number;
  readonly lost: number;
  readonly seed: number;
  /** What was wrong where it was not, the first time; null when it always was. */
  readonly example: string | null;
}
