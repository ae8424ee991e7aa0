import type { Policy } from '../policy/schema.js';
import type { Factor } from './factor.js';
import { whyNotPhone } from './on-file.js';

/** Hang up and dial the number on file. */
export const createCallBack = (policy: Policy): Factor => {
  const { points, coolDownDays } = policy.factors.callBack;
  return {
    id: 'call-back',
    strength: 'medium',
    points,
    whyNot: (subject, now) => whyNotPhone(subject, coolDownDays, now),
  };
};
