import type { Failure } from './result.js';

/** What is wrong with a journal: the first entry that is not as it was written (up to `to`, where no more can be told), or a file beside it. */
export type JournalProblem =
  | {
      readonly kind: 'changed' | 'missing' | 'repeated' | 'not-an-entry' | 'torn';
      readonly seq: number;
      readonly to: number;
    }
  | { readonly kind: 'checkpoint' | 'succession'; readonly file: string }
  /** What there is is as it was written, but the desk does not rely on it for another reason. */
  | { readonly kind: 'refused' };

/** A verification of all of the journal that somebody asked for. Times are RFC 3339, in UTC. */
export type VerificationView =
  | { readonly state: 'running'; readonly done: number; readonly of: number }
  | { readonly state: 'cancelled'; readonly at: string }
  | { readonly state: 'failed'; readonly at: string; readonly failure: Failure }
  | {
      readonly state: 'ended';
      readonly at: string;
      /** The first entry that is left, and the last that follows from all those before it. */
      readonly first: number;
      readonly to: number;
      /** The last entry that a checkpoint vouches for. */
      readonly sealed: number;
      readonly problem: JournalProblem | null;
    };
