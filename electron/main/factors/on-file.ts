import type { WhyNot } from '../../../shared/call-view.js';
import type { Withheld } from '../audit/disclosure.js';
import { isMailbox } from '../mail/mailbox.js';
import type { Subject } from '../registry/subject.js';

const day = 24 * 60 * 60 * 1000;

/** E.164: what a telephone can dial and a `tel:` URI may carry (RFC 3966). */
const dialable = /^\+[1-9]\d{4,14}$/;

/** Whole days since `changedAt`; a date in the future or one that cannot be read counts as today, which is the careful answer. */
export const daysSince = (changedAt: string, now: Date): number => {
  const days = Math.floor((now.getTime() - Date.parse(changedAt)) / day);
  return Number.isNaN(days) ? 0 : Math.max(0, days);
};

const isRecent = (changedAt: string | null, coolDownDays: number, now: Date): boolean =>
  changedAt !== null && daysSince(changedAt, now) < coolDownDays;

/** Why the number on file is not to be trusted now; null when it is. A number that changed lately may be the attacker's own. */
export const whyNotPhone = (subject: Withheld<Subject>, coolDownDays: number, now: Date): WhyNot | null => {
  if (subject.test(({ workPhone }) => workPhone === null)) return 'no-phone';
  if (!subject.test(({ workPhone }) => workPhone !== null && dialable.test(workPhone))) return 'phone-invalid';
  return subject.test(({ phoneChangedAt }) => isRecent(phoneChangedAt, coolDownDays, now)) ? 'phone-changed' : null;
};

/** The same of the e-mail address. */
export const whyNotEmail = (subject: Withheld<Subject>, coolDownDays: number, now: Date): WhyNot | null => {
  if (subject.test(({ workEmail }) => workEmail === null)) return 'no-email';
  if (!subject.test(({ workEmail }) => workEmail !== null && isMailbox(workEmail))) return 'email-invalid';
  return subject.test(({ emailChangedAt }) => isRecent(emailChangedAt, coolDownDays, now)) ? 'email-changed' : null;
};
