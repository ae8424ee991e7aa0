import { createHash, timingSafeEqual } from 'node:crypto';
import type { Field } from '../../../shared/subject.js';
import { caseless, folded, nameKey, organisationKey } from '../registry/folding.js';
import { parsePhone } from '../registry/phone.js';
import type { Subject } from '../registry/subject.js';
import { fieldValues } from './field-value.js';

const unspaced = (text: string): string => text.replace(/\s+/gu, '');
const exact = (text: string): string => unspaced(caseless(text.normalize('NFKC')));

type Key = (text: string) => string | null;

/**
 * What is left of a text when how it was said, heard and typed no longer counts. Accents do not count in names, because callers do not hear
 * them; they do count in user names and addresses, where another letter is another person.
 */
const keys: Readonly<Record<Exclude<Field, 'status'>, Key>> = {
  name: nameKey,
  userName: exact,
  workEmail: exact,
  workPhone: parsePhone,
  stationCode: (text) => unspaced(folded(text)),
  organisation: (text) => unspaced(organisationKey(text)),
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Whether what the caller says is what the registry holds. A value the registry does not have matches nothing, and neither does an empty
 * claim. `status` never matches: it is for the desk to know, not for the caller to prove.
 */
export const matches = (subject: Subject, field: Field, claim: string): boolean => {
  if (field === 'status') return false;
  const key = keys[field];
  const said = key(claim) ?? '';
  const results = fieldValues(subject, field).map((value) => {
    const held = key(value) ?? '';
    // SECURITY: of equal length and compared whole, so that time does not tell how much of a claim was right.
    const same = timingSafeEqual(digest(held), digest(said));
    return same && held !== '' && said !== '';
  });
  return results.some(Boolean);
};

/** Whether every claim of the set matches. All are looked at, whatever the first ones say: time must not tell which one was wrong. */
export const allMatch = (
  subject: Subject,
  compare: readonly Field[],
  claims: Readonly<Partial<Record<Field, string>>>,
): boolean => {
  const results = compare.map((field) => matches(subject, field, claims[field] ?? ''));
  return results.length > 0 && results.every(Boolean);
};
