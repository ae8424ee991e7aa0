import type { Policy } from '../policy/schema.js';
import type { Factor } from './factor.js';

/** The agent has seen the person and an identity document, by video or in person, and says so in writing. */
export const createInPerson = ({ factors, signIn }: Policy): Factor => ({
  id: 'in-person',
  strength: 'strong',
  points: factors.inPerson?.points ?? 0,
  whyNot: () => {
    if (!factors.inPerson) return 'not-set-up';
    return factors.inPerson.secondAgent && signIn.kind !== 'oidc' ? 'no-provider' : null;
  },
});
