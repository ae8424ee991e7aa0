import type { Policy } from '../policy/schema.js';
import type { Factor } from './factor.js';

/** Facts that a caller can recite: a weak signal that the right record is open, never proof (NIST SP 800-63B-4, ASVS 6.4.2). */
export const createFacts = (policy: Policy): Factor => ({
  id: 'facts',
  strength: 'signal',
  points: policy.factors.facts.points,
  whyNot: () => null,
});
