import { locales } from '../../../shared/language.js';
import type { Mail } from '../mail/relay.js';
import type { RequestKind, RequestMatter } from '../../../shared/request.js';
import type { Field } from '../../../shared/subject.js';
import { letterWords, type LetterLanguage } from './letter-words.js';

/** What the agent filed, in the words of the call. */
export interface Filing {
  readonly kind: RequestKind;
  readonly matter: RequestMatter;
  /** What the caller said; may be empty. */
  readonly words: string;
  /** For a handing over only. */
  readonly recipient?: string;
  readonly basis?: string;
  readonly fields?: readonly Field[];
}

/** Whom it is about: what the letter tells of the subject, and nothing more. */
export interface LetterSubject {
  readonly values: readonly (readonly [Field, string | null])[];
  readonly restricted: boolean;
}

/** The fields that whoever gets a letter needs to know the person by. */
export const letterFields = ['name', 'userName', 'workEmail', 'organisation'] as const satisfies readonly Field[];

interface About {
  readonly reference: string;
  readonly ticket: string;
  readonly created: Date;
  readonly due: string | null;
  /** IANA; the desk's own when left out. */
  readonly timeZone?: string;
}

/** A letter without its address, which is the policy's at the time of sending. */
export type Letter = Omit<Mail, 'to' | 'messageId'>;

const written = (language: LetterLanguage, time: Date, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', ...how }).format(time);

/** Writes it. The subject line tells what it is and the call's reference, nothing of the person. */
export const writeLetter = (
  language: LetterLanguage,
  { kind, matter, words, recipient, basis, fields = [] }: Filing,
  about: About,
  subject: LetterSubject,
): Letter => {
  const { row, ...say } = letterWords[language];
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    [row.reference, about.reference],
    [row.ticket, about.ticket],
    [row.created, written(language, about.created, { timeStyle: 'long', timeZone: about.timeZone })],
    [row.due, about.due && written(language, new Date(about.due), { timeZone: 'UTC' })],
    [row.matter, say.matter[matter]],
    ...subject.values.map(([field, value]) => [say.field[field], value] as const),
    [row.recipient, recipient],
    [row.basis, basis],
    [row.handed, fields.map((field) => say.field[field]).join(', ')],
  ];
  return {
    language,
    subject: `Tunniste: ${say.kind[kind]} ${about.reference}`,
    text: [
      say.asked[kind],
      ...(subject.restricted ? [say.restricted] : []),
      '',
      ...rows.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
      ...(words ? ['', `${row.words}:`, words] : []),
      '',
    ].join('\n'),
  };
};
