import type { Policy } from '../policy/schema.js';
import type { Factor } from './factor.js';
import { whyNotPhone } from './on-file.js';
import type { SmsGateway } from './sms-gateway.js';

/** A code by text message to the number on file. */
export const createSmsCode = (policy: Policy, gateway: SmsGateway | null): Factor => {
  const { points, coolDownDays } = policy.factors.smsCode;
  return {
    id: 'sms-code',
    strength: 'medium',
    points,
    whyNot: (subject, now) => (gateway ? whyNotPhone(subject, coolDownDays, now) : 'not-set-up'),
    post: {
      fields: ['workPhone'],
      addressee: ({ workPhone }) => ({ to: workPhone ?? '', about: null }),
      deliver: async ({ to }, letter) => {
        if (!gateway) throw new Error('no gateway to send by');
        const { shortLetter } = await import('./letter/short.js');
        return gateway.send(to, shortLetter(letter));
      },
    },
  };
};
