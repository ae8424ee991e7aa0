import type { Policy } from '../policy/schema.js';
import type { Factor } from './factor.js';
import type { TotpVerifier } from './totp-verifier.js';

/** A one-time password (RFC 6238) of the subject's own, which the company's verifier checks. */
export const createTotp = (policy: Policy, verifier: TotpVerifier | null): Factor => {
  const field = policy.factors.totp.verifier?.account ?? 'userName';
  return {
    id: 'totp',
    strength: 'strong',
    points: policy.factors.totp.points,
    whyNot: (subject) => {
      if (!verifier) return 'not-set-up';
      return subject.test((value) => value[field] !== null) ? null : 'no-email';
    },
    verifier: {
      fields: [field],
      account: (subject) => subject[field] ?? '',
      check: async (...request) => {
        if (!verifier) throw new Error('no verifier to ask');
        return verifier.check(...request);
      },
    },
  };
};
