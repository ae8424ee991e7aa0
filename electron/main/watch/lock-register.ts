import type { AuditEntry } from '../../../shared/audit-entry.js';
import type { SubjectLockView } from '../../../shared/watch.js';
import type { Standing } from '../call/call-watch.js';
import type { Policy } from '../policy/schema.js';
import { isWrongAnswer } from './wrong-answer.js';

/** Wrong answers about each subject and the locks they earned, from the journal alone: a restart forgets none of it. */
export interface LockRegister {
  /** Entries in the journal's order. */
  note(entry: AuditEntry): void;
  /** Under all the pseudonyms of one subject: a month's end gives everybody another. */
  standing(pseudonyms: readonly string[], now: Date): Standing;
  /** The locks in force, newest first. */
  locks(now: Date): readonly SubjectLockView[];
}

const isLock = ({ type, outcome }: AuditEntry): boolean => type === 'subject.locked' && outcome === 'locked';
const isUnlock = ({ type }: AuditEntry): boolean => type === 'subject.unlocked';

/** A count lasts as long as a lock would: closing a call and starting another does not make it shorter. */
export const createLockRegister = ({ subjectLockMinutes }: Policy['limits']): LockRegister => {
  const window = subjectLockMinutes * 60_000;
  const subjects = new Map<string, readonly AuditEntry[]>();
  const untilOf = ({ time }: AuditEntry): Date => new Date(Date.parse(time) + window);

  /** What counts of the entries about one subject: the lock in force, or the wrong answers since the last one. */
  const countedOf = (entries: readonly AuditEntry[], now: Date) => {
    const recent = entries.filter((entry) => untilOf(entry) > now);
    const after = recent.slice(recent.findLastIndex(isUnlock) + 1);
    const locked = after.findLast(isLock) ?? null;
    return { locked, wrong: after.slice(after.findLastIndex(isLock) + 1).filter(isWrongAnswer).length };
  };

  return {
    note: (entry) => {
      if (entry.subject === null || !(isWrongAnswer(entry) || isLock(entry) || isUnlock(entry))) return;
      const before = subjects.get(entry.subject) ?? [];
      const recent = before.filter((each) => untilOf(each).getTime() > Date.parse(entry.time));
      subjects.set(entry.subject, [...recent, entry]);
    },
    standing: (pseudonyms, now) => {
      const entries = pseudonyms.flatMap((each) => subjects.get(each) ?? []).sort((one, other) => one.seq - other.seq);
      const { locked, wrong } = countedOf(entries, now);
      return { wrong, lockedUntil: locked && untilOf(locked) };
    },
    locks: (now) =>
      [...subjects.values()]
        .flatMap((entries) => countedOf(entries, now).locked ?? [])
        .sort((one, other) => other.seq - one.seq)
        .map((entry) => ({ ...entry, until: untilOf(entry).toISOString() }))
        .map(({ id, time, until, call, ticket, subject }) => ({
          id,
          time,
          until,
          call,
          ticket,
          subject: subject ?? '',
        })),
  };
};
