import type { Relay } from '../mail/relay.js';
import type { Policy } from '../policy/schema.js';
import type { Factor } from './factor.js';
import { whyNotEmail } from './on-file.js';

/** A code to the e-mail address on file. A signal only: whoever sits at the caller's computer reads it too. */
export const createEmailCode = (policy: Policy, relay: Relay | null): Factor => {
  const { points, coolDownDays } = policy.factors.emailCode;
  return {
    id: 'email-code',
    strength: 'signal',
    points,
    whyNot: (subject, now) => (relay ? whyNotEmail(subject, coolDownDays, now) : 'not-set-up'),
    post: {
      fields: ['workEmail'],
      addressee: ({ workEmail }) => ({ to: workEmail ?? '', about: null }),
      deliver: async ({ to }, letter) => {
        if (!relay) throw new Error('no relay to mail by');
        const { mailedLetter } = await import('./letter/mailed.js');
        return relay.send({ to, language: letter.language, ...mailedLetter(letter) });
      },
    },
  };
};
