import type { Withheld } from '../audit/disclosure.js';
import type { Subject } from '../registry/subject.js';

/** Subjects on whom too many wrong answers were given, and until when. */
export interface SubjectLocks {
  lock(subject: Withheld<Subject>, until: Date): void;
  lockedUntil(subject: Withheld<Subject>, now: Date): Date | null;
}

export const createSubjectLocks = (): SubjectLocks => {
  const locked = new Map<string, Date>();
  const keyOf = (subject: Withheld<Subject>): string => subject.tallyKey(({ id }) => id);
  return {
    lock: (subject, until) => void locked.set(keyOf(subject), until),
    lockedUntil: (subject, now) => {
      const until = locked.get(keyOf(subject));
      return until && until > now ? until : null;
    },
  };
};
