import type { FactorId } from '../../../shared/call-view.js';
import type { Policy } from '../policy/schema.js';
import { createCallBack } from './call-back.js';
import type { Factor } from './factor.js';
import { createFacts } from './facts.js';
import { createSecondAgent } from './second-agent.js';

/** Every factor, in the order in which they are offered. */
export const createFactors = (policy: Policy): Readonly<Record<FactorId, Factor>> => ({
  facts: createFacts(policy),
  'call-back': createCallBack(policy),
  'second-agent': createSecondAgent(policy),
});
