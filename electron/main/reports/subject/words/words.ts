import type { Language } from '../../../../../shared/language.js';
import type { Field } from '../../../../../shared/subject.js';
import type { ToldType } from '../told.js';
import { en } from './en.js';
import { fi } from './fi.js';
import { sv } from './sv.js';

type OtherField = 'endedAt' | 'phoneChangedAt' | 'emailChangedAt' | 'population' | 'preferredLanguage';
export type PurposeId =
  | 'support'
  | 'access-reset'
  | 'account-change'
  | 'billing-check'
  | 'privacy-request'
  | 'end-of-use'
  | 'block'
  | 'disclose';

export interface ReportWords {
  readonly title: string;
  readonly about: string;
  readonly whole: string;
  readonly partly: string;
  readonly nothing: string;
  readonly times: string;
  readonly names: string;
  readonly noNames: string;
  readonly person: string;
  readonly organisation: string;
  readonly made: string;
  readonly page: string;
  readonly column: Readonly<
    Record<'time' | 'purpose' | 'done' | 'fields' | 'recipient' | 'reference' | 'agent', string>
  >;
  readonly deed: Readonly<Record<ToldType, string>>;
  readonly field: Readonly<Record<Field | OtherField, string>>;
  readonly purpose: Readonly<Record<PurposeId, string>>;
}

export const reportWords: Readonly<Record<Language, ReportWords>> = { fi, sv, en };

/** The word for a code; a policy may have purposes, and a registry fields, that go by their own name. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;
