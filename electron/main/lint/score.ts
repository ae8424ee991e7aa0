import type { PurposeScore } from '../../../shared/policy-score.js';
import type { Contribution } from '../call/assurance.js';
import { demandFor, type Situation } from '../call/demand.js';
import type { Policy } from '../policy/schema.js';
import { costsAround } from './around.js';
import { configuredFactors } from './configured.js';
import { stakesOf } from './stakes.js';
import { unattainable } from './unattainable.js';
import { wayReasons } from './way-reasons.js';
import { waysTo } from './ways.js';
import { worthOf, type Way } from './worth.js';

interface Weighed {
  readonly way: Way;
  readonly worth: number;
}

/** The first of those worth least; null of none. */
const weakestOf = (ways: readonly Weighed[]): Weighed | null =>
  ways.reduce<Weighed | null>((least, each) => (least && least.worth <= each.worth ? least : each), null);

const scorePurpose = (situation: Situation, factors: readonly Contribution[], policy: Policy): PurposeScore => {
  const { purpose: id, rules } = situation;
  const needed = stakesOf(id, rules, policy);
  const measure = { rules, policy, needed };
  const ways = waysTo(situation, factors).map((way) => ({ way, worth: worthOf(way, measure) }));
  const weakest = weakestOf(ways);
  const shut = unattainable(situation, factors, policy);
  if (!weakest) return { id, score: null, weakest: null, reasons: shut };
  const share = needed === 0 ? 1 : Math.min(1, weakest.worth / needed);
  const costs = costsAround(id, rules, demandFor(situation).minutes, policy);
  const cost = costs.reduce((sum, each) => sum + each.cost, 0);
  return {
    id,
    score: Math.max(0, Math.round(100 * share) - cost),
    weakest: weakest.way.map((factor) => factor.id),
    reasons: [
      ...(share < 1 ? wayReasons(id, weakest.way, measure) : []),
      ...costs.map(({ code, path, value }) => ({ code, path, value })),
      ...shut,
    ],
  };
};

/**
 * How hard each purpose is to reach for somebody who is not the subject: of all sets of factors that the policy sets up and the engine takes
 * for enough, the one that is worth least, against what the purpose opens. Of a subject of no population, with the threat as the policy has it.
 */
export const scorePolicy = (
  policy: Policy,
  factors: readonly Contribution[] = configuredFactors(policy),
): readonly PurposeScore[] =>
  Object.entries(policy.purposes).map(([purpose, rules]) =>
    scorePurpose({ purpose, rules, populations: [], raisedThreat: policy.raisedThreat }, factors, policy),
  );
