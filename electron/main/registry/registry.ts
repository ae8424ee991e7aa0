import type { Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import type { Withheld } from '../audit/disclosure.js';
import type { Subject } from './subject.js';

/** What a lookup asks for, already normalised. `workPhone` is E.164; a name is given and family name in either order. */
export type RegistryQuery =
  | { readonly by: 'userName' | 'workEmail' | 'workPhone'; readonly value: string }
  | { readonly by: 'name'; readonly names: readonly [string, string]; readonly organisation: string };

/** What the registry gets with one request. */
export interface AccessToken {
  readonly value: string;
  /** With a token that is bound to a key (RFC 9449): makes the proof for one request, with the server's word in it if it wants one. */
  readonly prove: ((method: string, url: string, nonce?: string) => Promise<string>) | null;
}

/** More hits than this are not an answer but a request to ask for more. */
export const mostHits = 5;

/** What the caller says, by field, as the agent typed it. */
export type Claims = Readonly<Partial<Record<Field, string>>>;

/** Comparing where the values are. */
export interface InPlace {
  /** The fields whose values stay there; a subject found has `null` for them. */
  readonly fields: ReadonlySet<Field>;
  /**
   * Whether every claim, each of one of these fields, is right; one answer for all, and the same work whatever is wrong.
   * Fails as `search` does.
   */
  compare(subject: Withheld<Subject>, claims: Claims, signal: AbortSignal): Promise<Result<boolean>>;
}

/** Where subjects are found. Every value it answers is withheld from the start. */
export interface Registry {
  /** At most `mostHits` subjects, or `too-many`. Fails with a `registry-…` code, or `search-cancelled` when `signal` aborts. */
  search(query: RegistryQuery, signal: AbortSignal): Promise<Result<readonly Withheld<Subject>[] | 'too-many'>>;
  /** Whether that key opens it, found out without asking about anybody. Fails with why not, a `registry-…` code. */
  opens(key: string): Promise<Result<void>>;
  /** Missing where the registry cannot compare: then everything is compared in main. */
  readonly inPlace?: InPlace;
}
