import type { Policy } from '../policy/schema.js';
import type { Factor } from './factor.js';

const day = 24 * 60 * 60 * 1000;

/** E.164: what a telephone can dial and a `tel:` URI may carry (RFC 3966). */
const dialable = /^\+[1-9]\d{4,14}$/;

/** Whole days since `changedAt`; a date in the future or one that cannot be read counts as today, which is the careful answer. */
export const daysSince = (changedAt: string, now: Date): number => {
  const days = Math.floor((now.getTime() - Date.parse(changedAt)) / day);
  return Number.isNaN(days) ? 0 : Math.max(0, days);
};

/** Hang up and dial the number on file. A number that changed lately may be the attacker's own. */
export const createCallBack = (policy: Policy): Factor => ({
  id: 'call-back',
  strength: 'medium',
  points: policy.factors.callBack.points,
  whyNot: (subject, now) => {
    if (!subject.test(({ workPhone }) => workPhone !== null && dialable.test(workPhone))) return 'no-phone';
    const { coolDownDays } = policy.factors.callBack;
    const changed = subject.test(
      ({ phoneChangedAt }) => phoneChangedAt !== null && daysSince(phoneChangedAt, now) < coolDownDays,
    );
    return changed ? 'phone-changed' : null;
  },
});
