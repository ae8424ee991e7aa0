import type { AuditEntry, EntryType } from '../../../shared/audit-entry.js';
import { ok, type Result } from '../../../shared/result.js';
import { identify, issueReceipt, type RecordReceipt, type Withheld } from './disclosure.js';
import type { Draft, Stamp, StoredEntry } from './entry.js';
import type { Journal } from './journal.js';
import type { JournalLine } from './journal-page.js';
import type { KeyRing } from './key-ring.js';
import { monthOf, pseudonym, seal } from './seal.js';

/** One step to put on record. What is left out is null in the entry. */
export interface Step {
  readonly type: EntryType;
  /** The call's reference, which joins its entries. */
  readonly call?: string;
  readonly purpose?: string;
  readonly ticket?: string;
  /** Who did it, where that is not who is signed in. */
  readonly by?: Pick<Stamp, 'agent' | 'role'>;
  /** Stands in the entry as a pseudonym. Needs the key ring. */
  readonly subject?: Withheld<{ readonly id: string }>;
  /** In place of the call, the subject and, where it names one, the agent: an entry, with its pseudonym, that this one is about. */
  readonly about?: Pick<AuditEntry, 'call' | 'purpose' | 'ticket' | 'subject'> & Partial<Pick<AuditEntry, 'agent'>>;
  /** Names of fields, never values. */
  readonly fields?: readonly string[];
  readonly outcome?: string;
  /** A code, never free text. */
  readonly reason?: string;
  /** A step of a drill. */
  readonly drill?: true;
  /** What an investigation may need, such as the identifier searched by; only its cipher text stands in the entry. Needs the key ring. */
  readonly sealed?: Readonly<Record<string, string>>;
}

export interface AuditLog {
  /** Number of the last entry; 0 when there is none or the journal is not open. */
  readonly head: number;
  /** Number of the first entry that is left: 1, until those before it are removed. */
  readonly first: number;
  /** Opens the journal, which everything else does by itself. Fails with the journal's code. */
  open(): Promise<Result<void>>;
  /**
   * Puts steps on record together, in the order of the calls. When it answers ok they are durable, and the receipt discloses the
   * subjects they name. Fails with the journal's or the key ring's code; then none of them is on record.
   */
  record(...steps: readonly Step[]): Promise<Result<RecordReceipt>>;
  /** To be asked before a lookup: whether what it would find could be recorded. `disk-low` while less than 16 MiB are free. */
  mayDisclose(): Promise<Result<void>>;
  /** Entries after a number, at most `limit` (≤ 1000), pseudonymous, without the sealed part and the chain. */
  page(after: number, limit: number): Promise<Result<readonly AuditEntry[]>>;
  /** The same as they lie in the journal, the sealed part still sealed: for collectors alone. */
  stored(after: number, limit: number): Promise<Result<readonly StoredEntry[]>>;
  /** The same with the lines that they are: for auditors. */
  lines(after: number, limit: number): Promise<Result<readonly JournalLine[]>>;
  /**
   * The pseudonyms under which a subject stands in the entries of these months (`2026-11`), to tell that they are one person. Only for
   * months that have such entries: another would get keys that nothing uses. Fails with the key ring's code.
   */
  pseudonyms(subject: Withheld<{ readonly id: string }>, months: readonly string[]): Promise<Result<readonly string[]>>;
  close(): Promise<void>;
}

export interface AuditLogParts {
  readonly journal: Journal;
  readonly keys: KeyRing;
  /** Asked at each recording. */
  readonly stamp: () => Stamp;
  readonly now?: () => Date;
}

export const createAuditLog = ({ journal, keys, stamp, now = () => new Date() }: AuditLogParts): AuditLog => {
  /** Steps are handed to the journal in the order they came, though some take longer to seal; the disk is not waited for. */
  let before: Promise<void> = Promise.resolve();

  return {
    get head() {
      return journal.head;
    },
    get first() {
      return journal.first;
    },
    open: () => journal.open(),
    record: async (...steps) => {
      if (steps.length === 0) throw new RangeError('nothing to record');
      const handing = Promise.all([draftAll(steps, keys, stamp(), now()), before]);
      before = handing.then(nothing, nothing); // neither its failure nor its drafts are the next one's
      const [drafts] = await handing;
      const appended = drafts.ok ? await journal.append(drafts.value) : drafts;
      return appended.ok
        ? ok(
            issueReceipt(
              appended.value,
              steps.flatMap(({ subject }) => subject ?? []),
            ),
          )
        : appended;
    },
    mayDisclose: () => journal.ready(),
    page: async (after, limit) => {
      const page = await journal.page(after, limit);
      return page.ok ? ok(page.value.map(shown)) : page;
    },
    stored: (after, limit) => journal.page(after, limit),
    lines: (after, limit) => journal.lines(after, limit),
    pseudonyms: async (subject, months) => {
      const made = await Promise.all(months.map((month) => pseudonymOf(identify(subject), keys, month)));
      return allOf(made);
    },
    close: async () => {
      await before;
      await journal.close();
    },
  };
};

const nothing = (): void => undefined;

const draftAll = async (steps: readonly Step[], keys: KeyRing, stamp: Stamp, at: Date): Promise<Result<Draft[]>> => {
  return allOf(await Promise.all(steps.map((step) => draftOf(step, keys, stamp, at))));
};

/** All the values, or the first failure. */
const allOf = <T>(results: readonly Result<T>[]): Result<T[]> => {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
};

const draftOf = async (step: Step, keys: KeyRing, stamp: Stamp, at: Date): Promise<Result<Draft>> => {
  const id = step.subject === undefined ? null : identify(step.subject);
  const subject = id === null ? ok(null) : await pseudonymOf(id, keys, monthOf(at));
  if (!subject.ok) return subject;
  const sealed = step.sealed === undefined ? ok(null) : await sealFor(id, step.sealed, keys, monthOf(at));
  if (!sealed.ok) return sealed;
  const { type, call = null, purpose = null, ticket = null, fields = [], outcome = null, reason = null } = step;
  return ok({
    ...stamp,
    ...step.by,
    time: at.toISOString(),
    type,
    call,
    purpose,
    ticket,
    subject: subject.value,
    ...(step.about && aboutOf(step.about)),
    fields,
    outcome,
    reason,
    sealed: sealed.value,
    ...(step.drill && { drill: true }),
  });
};

/** Whoever hands in a whole entry means only what it is about. */
const aboutOf = ({ call, purpose, ticket, subject, agent }: NonNullable<Step['about']>): Partial<Draft> => ({
  call,
  purpose,
  ticket,
  subject,
  ...(agent !== undefined && { agent }),
});

const pseudonymOf = async (id: string, keys: KeyRing, month: string): Promise<Result<string>> => {
  const pepper = await keys.pepper(month);
  return pepper.ok ? ok(pseudonym(id, pepper.value)) : pepper;
};

const sealFor = async (
  id: string | null,
  plain: Readonly<Record<string, string>>,
  keys: KeyRing,
  month: string,
): Promise<Result<string>> => {
  const key = id === null ? await keys.monthKey(month) : await keys.subjectKey(id, month);
  return key.ok ? ok(seal(plain, key.value, id === null ? month : null)) : key;
};

const shown = ({ sealed: _sealed, prev: _prev, ...entry }: StoredEntry): AuditEntry => entry;
