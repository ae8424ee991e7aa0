import type { Weakness } from '../../../shared/policy-score.js';
import type { Policy, PurposeRules } from '../policy/schema.js';

/** Who could go past the proof of such a purpose; null when the policy does not let anybody. */
export const bypassOf = ({ bypass }: PurposeRules, { signIn }: Policy): Weakness | null => {
  if (!bypass) return null;
  // Another agent has to confirm it, and only a provider can tell one agent from another.
  if (signIn.kind === 'token') return 'bypass-impossible';
  const groups = Object.values(signIn.roles);
  if (!groups.some((roles) => roles.includes('bypass'))) return 'bypass-impossible';
  const agents = groups.filter((roles) => roles.includes('agent'));
  return agents.every((roles) => roles.includes('bypass')) ? 'bypass-for-all' : 'bypass';
};
