import type { RequestKind, RequestMatter } from '../../../shared/request.js';
import type { Field } from '../../../shared/subject.js';
import { en } from './words/en.js';
import { fi } from './words/fi.js';
import { sv } from './words/sv.js';

export type LetterLanguage = 'fi' | 'sv' | 'en';

export interface LetterWords {
  readonly kind: Readonly<Record<RequestKind, string>>;
  /** What whoever gets the letter is asked to do. */
  readonly asked: Readonly<Record<RequestKind, string>>;
  readonly matter: Readonly<Record<RequestMatter, string>>;
  readonly field: Readonly<Record<Field, string>>;
  readonly restricted: string;
  readonly row: Readonly<
    Record<'reference' | 'ticket' | 'created' | 'due' | 'matter' | 'words' | 'recipient' | 'basis' | 'handed', string>
  >;
}

export const letterWords: Readonly<Record<LetterLanguage, LetterWords>> = { fi, sv, en };
