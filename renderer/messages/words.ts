import type { ErrorCode } from '../../shared/result.js';
import type { en } from './en/index.js';

export interface FailureWords {
  readonly what: string;
  /** Says that nothing was lost; nobody on a call should have to wonder. */
  readonly kept: string;
  readonly next: string;
}
export type FailureCatalogue = Readonly<Record<ErrorCode, FailureWords>>;

export type Shape<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Shape<Words[Key]> };

/** What every language must hold: English's keys, no more and no fewer. */
export type Catalogue = Shape<typeof en>;
