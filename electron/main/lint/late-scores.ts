import type { Handlers } from '../../../shared/contract.js';
import { ok } from '../../../shared/result.js';
import type { Policy } from '../policy/schema.js';

/** Scores the policy when somebody asks: nothing of it is needed before. */
export const lateScores = (policy: Policy): Pick<Handlers, 'scorePolicy'> => ({
  scorePolicy: async () => {
    const { scorePolicy } = await import('./score.js');
    return ok({ purposes: scorePolicy(policy) });
  },
});
