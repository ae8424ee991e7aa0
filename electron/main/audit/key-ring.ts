import type { Result } from '../../../shared/result.js';

/** 32 random bytes. */
export type Key = Uint8Array;

/** Where the journal's keys come from. Each fails with the key file's code when the keys are not available. */
export interface KeyRing {
  /** Under which the month's pseudonyms are made. `month` is `2026-11`, UTC. */
  pepper(month: string): Promise<Result<Key>>;
  /** For what is sealed without a subject. */
  monthKey(month: string): Promise<Result<Key>>;
  /**
   * The subject's own, by the registry's id: deleting it erases what was sealed for the subject. That something is sealed with it in that month is
   * kept, so that it can go with the last of it.
   */
  subjectKey(id: string, month: string): Promise<Result<Key>>;
}
