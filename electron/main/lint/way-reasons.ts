import type { Reason, Weakness } from '../../../shared/policy-score.js';
import { stakes } from './stakes.js';
import { isByNumber, isOneFact, noCoolDownOf, type Measure, type Way } from './worth.js';

/** What is missing from a way that is worth less than it should be. */
const missingFrom = (way: Way, needed: number): Weakness | null => {
  const others = way.filter(({ id }) => id !== 'facts');
  if (needed <= stakes.facts) return null;
  if (others.length === 0) return 'facts-alone';
  if (others.every(({ strength }) => strength === 'signal')) return 'signals-alone';
  const strong = others.some(({ strength }) => strength === 'strong');
  const mediums = others.filter(({ strength }) => strength === 'medium').length;
  return needed >= stakes.double && !strong && mediums === 1 ? 'one-medium' : null;
};

const at = (path: string, code: Weakness): Reason => ({ code, path, value: null });

/** Why the weakest way to a purpose is worth less than what it opens. */
export const wayReasons = (id: string, way: Way, { rules, policy, needed }: Measure): Reason[] => {
  const missing = missingFrom(way, needed);
  const changed = way.flatMap((factor) => {
    const path = noCoolDownOf(factor.id, policy);
    return path === null ? [] : [at(path, 'no-cool-down')];
  });
  return [
    ...(missing ? [at(`purposes.${id}`, missing)] : []),
    ...(way.filter(isByNumber).length > 1 ? [at(`purposes.${id}`, 'same-number')] : []),
    ...changed,
    ...(isOneFact(rules, needed) ? [at(`purposes.${id}.compare`, 'one-fact')] : []),
  ];
};
