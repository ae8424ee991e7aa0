import { countsFor } from '../call/asked.js';
import { assess, isSatisfied, type Contribution } from '../call/assurance.js';
import { demandFor, type Situation } from '../call/demand.js';
import type { Way } from './worth.js';

/** Every choice of them, the shorter before the longer. */
const choicesOf = (factors: readonly Contribution[]): readonly Way[] =>
  factors
    .reduce<Way[]>((all, factor) => [...all, ...all.map((way) => [...way, factor])], [[]])
    .sort((one, other) => one.length - other.length);

/**
 * Every set of these factors that the engine takes for enough. A call begins with facts, so each has them; nobody is proven for a
 * billing-check.
 */
export const waysTo = (situation: Situation, factors: readonly Contribution[]): readonly Way[] => {
  if (situation.rules.kind === 'billing-check') return [[]];
  const demand = demandFor(situation);
  const counting = factors.filter(({ id }) => countsFor(situation, id));
  const facts = counting.filter(({ id }) => id === 'facts');
  return choicesOf(counting.filter(({ id }) => id !== 'facts'))
    .map((others) => [...facts, ...others])
    .filter((way) => isSatisfied(assess(demand, way)));
};
