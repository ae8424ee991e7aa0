import type { Language } from '../../../../shared/language.js';
import type { OpenedEntry } from '../../audit/subject-trail.js';
import { isTold, type ToldType } from './told.js';

/** One thing that was done with a person's data. `fields` are names, never values; `recipient` is whom they were handed over to. */
export interface Deed {
  /** RFC 3339, UTC, with milliseconds. */
  readonly time: string;
  readonly purpose: string | null;
  readonly type: ToldType;
  readonly fields: readonly string[];
  /** Of the call, as it stands on its receipt. */
  readonly reference: string | null;
  readonly recipient: string | null;
  /** Who did it; null in a report without names. */
  readonly agent: string | null;
}

/** When and for what one desk used a person's data (GDPR art. 15, as read in CJEU C-579/21). */
export interface SubjectReport {
  readonly language: Language;
  /** RFC 3339, UTC. */
  readonly made: string;
  readonly organisation: string;
  /** As the privacy officer wrote it; empty when they did not. */
  readonly person: string;
  readonly withNames: boolean;
  /** Whether all the person's pseudonyms could be found, not the one alone. */
  readonly isWhole: boolean;
  /** In the order in which it was done. */
  readonly deeds: readonly Deed[];
}

const deedOf = (entry: OpenedEntry, type: ToldType, withNames: boolean): Deed => ({
  time: entry.time,
  purpose: entry.purpose,
  type,
  fields: entry.fields,
  reference: entry.call,
  recipient: (type === 'fields.disclosed' && entry.opened?.['recipient']) || null,
  agent: withNames ? entry.agent : null,
});

/** What is told of entries about one person. A drill is about nobody. */
export const deedsOf = (entries: readonly OpenedEntry[], withNames: boolean): Deed[] =>
  entries.flatMap((entry) => (!entry.drill && isTold(entry.type) ? [deedOf(entry, entry.type, withNames)] : []));
