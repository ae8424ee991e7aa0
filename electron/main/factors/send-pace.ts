import type { FactorId } from '../../../shared/call-view.js';
import type { Withheld } from '../audit/disclosure.js';
import type { Subject } from '../registry/subject.js';

/** How often a subject is sent a code on this desk, whichever call asks: nobody's phone is to ring all day. */
export interface SendPace {
  /** Seconds until the next code may go out this way; 0 when it may. */
  secondsLeft(subject: Withheld<Subject>, factor: FactorId): number;
  sent(subject: Withheld<Subject>, factor: FactorId): void;
  /** It never left the desk. */
  notSent(subject: Withheld<Subject>, factor: FactorId): void;
}

/** @param monotonic milliseconds by a clock that nobody can set */
export const createSendPace = (resendSeconds: number, monotonic: () => number): SendPace => {
  const last = new Map<string, number>();
  const keyOf = (subject: Withheld<Subject>, factor: FactorId): string =>
    `${factor} ${subject.tallyKey(({ id }) => id)}`;
  return {
    secondsLeft: (subject, factor) => {
      const at = last.get(keyOf(subject, factor));
      return at === undefined ? 0 : Math.max(0, Math.ceil(resendSeconds - (monotonic() - at) / 1000));
    },
    sent: (subject, factor) => void last.set(keyOf(subject, factor), monotonic()),
    notSent: (subject, factor) => void last.delete(keyOf(subject, factor)),
  };
};
