import type { Policy } from '../policy/schema.js';
import type { Factor } from './factor.js';

/** Another agent confirms at this desk, by signing in to the provider. Without a provider nobody can tell one agent from another. */
export const createSecondAgent = (policy: Policy): Factor => ({
  id: 'second-agent',
  strength: 'medium',
  points: policy.factors.secondAgent.points,
  whyNot: () => (policy.signIn.kind === 'oidc' ? null : 'no-provider'),
});
