import type { HoldOver } from '../../../../shared/erasure.js';
import type { StoredEntry } from '../entry.js';
import type { Key } from '../key-ring.js';
import { sealedForSubject, unseal } from '../seal.js';

/** A legal hold, as far as it keeps entries. */
export interface Holding {
  readonly over: HoldOver;
  /** Name of the subject's key; null where it is over a time. */
  readonly key: string | null;
}

/**
 * Whether a hold is over an entry: one of those days (UTC), or about that person, under whichever pseudonym. What is recorded of a person
 * without anything sealed follows something that is, and what is older than an entry that stays goes only with it.
 */
export const holdsEntry = (
  { over, key }: Holding,
  { time, subject, sealed }: StoredEntry,
  subjectKeys: ReadonlyMap<string, Key>,
): boolean => {
  if (!('subject' in over)) {
    const day = time.slice(0, over.from.length);
    return day >= over.from && day <= over.to;
  }
  const own = subjectKeys.get(key ?? '');
  const opens = own !== undefined && sealed?.startsWith(sealedForSubject) === true && unseal(sealed, own) !== null;
  return subject === over.subject || opens;
};
