import { ok, type Result } from '../../../shared/result.js';
import { monthAfter } from './due-day.js';
import { writeLetter, type Filing, type LetterSubject } from './letter.js';
import type { LetterLanguage } from './letter-words.js';
import type { RequestQueue } from './request-queue.js';

/** What a call hands over to be kept and sent. */
export interface NewFiling {
  /** The call's reference. */
  readonly id: string;
  readonly purpose: string;
  readonly ticket: string;
  /** The subject's pseudonym, as it stands in the entry that was made before. */
  readonly pseudonym: string;
  readonly registryId: string;
  readonly filing: Filing;
  readonly subject: LetterSubject;
  readonly created: Date;
}

/** Where calls leave what others are to see to. */
export interface RequestDesk {
  /**
   * Ok when it is durable here; then it is sent, however long that takes. Answers the last day on which it is answered in time.
   * Fails with the key file's code, `disk-low` or `requests-unavailable`; then nothing is kept.
   */
  keep(filing: NewFiling): Promise<Result<{ readonly due: string | null }>>;
}

interface Parts {
  readonly queue: Pick<RequestQueue, 'keep'>;
  readonly language: LetterLanguage;
  /** Who is signed in. */
  readonly agent: () => string | null;
}

export const createRequestDesk = ({ queue, language, agent }: Parts): RequestDesk => ({
  keep: async ({ id, purpose, ticket, pseudonym, registryId, filing, subject, created }) => {
    const { kind, matter } = filing;
    const due = kind === 'privacy-request' ? monthAfter(created) : null;
    const about = { kind, matter, subject: pseudonym, purpose, ticket, agent: agent() };
    const letter = writeLetter(language, filing, { reference: id, ticket, created, due }, subject);
    const kept = await queue.keep({ id, ...about, created: created.toISOString(), due }, letter, registryId);
    return kept.ok ? ok({ due }) : kept;
  },
});
