import type { Withheld } from '../audit/disclosure.js';
import type { Policy } from '../policy/schema.js';
import type { Subject } from '../registry/subject.js';

/** Wrong answers about each subject across the calls of this desk, and which subjects are locked for them. */
export interface SubjectLocks {
  /** Wrong answers that the subject still has. */
  left(subject: Withheld<Subject>, now: Date): number;
  /** Counts one. */
  wrongAnswer(subject: Withheld<Subject>, now: Date): void;
  lock(subject: Withheld<Subject>, until: Date): void;
  lockedUntil(subject: Withheld<Subject>, now: Date): Date | null;
}

interface Tally {
  readonly wrong: number;
  readonly at: Date;
}

/** A count lasts as long as a lock would: closing a call and starting another does not make it shorter. */
export const createSubjectLocks = ({
  wrongAnswersPerCall: cap,
  subjectLockMinutes,
}: Policy['limits']): SubjectLocks => {
  const locked = new Map<string, Date>();
  const tallies = new Map<string, Tally>();
  const keyOf = (subject: Withheld<Subject>): string => subject.tallyKey(({ id }) => id);
  const wrongOf = (key: string, now: Date): number => {
    const tally = tallies.get(key);
    return tally && now.getTime() - tally.at.getTime() < subjectLockMinutes * 60_000 ? tally.wrong : 0;
  };
  return {
    left: (subject, now) => Math.max(0, cap - wrongOf(keyOf(subject), now)),
    wrongAnswer: (subject, now) => {
      const key = keyOf(subject);
      tallies.set(key, { wrong: wrongOf(key, now) + 1, at: now });
    },
    lock: (subject, until) => {
      locked.set(keyOf(subject), until);
      tallies.delete(keyOf(subject));
    },
    lockedUntil: (subject, now) => {
      const until = locked.get(keyOf(subject));
      return until && until > now ? until : null;
    },
  };
};
