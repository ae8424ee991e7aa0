import type { Result } from '../../../shared/result.js';
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

/** Where subjects are found. Every value it answers is withheld from the start. */
export interface Registry {
  /** At most `mostHits` subjects, or `too-many`. Fails with a `registry-…` code, or `search-cancelled` when `signal` aborts. */
  search(query: RegistryQuery, signal: AbortSignal): Promise<Result<readonly Withheld<Subject>[] | 'too-many'>>;
}
