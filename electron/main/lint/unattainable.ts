import type { Reason, Weakness } from '../../../shared/policy-score.js';
import { countsFor } from '../call/asked.js';
import type { Contribution } from '../call/assurance.js';
import type { Situation } from '../call/demand.js';
import type { Policy } from '../policy/schema.js';
import { waysTo } from './ways.js';

/** For whom, and when, no way leads to a purpose: somebody has to know before a caller is told. */
export const unattainable = (
  situation: Situation,
  factors: readonly Contribution[],
  { populations }: Policy,
): readonly Reason[] => {
  const { purpose } = situation;
  const isShut = (change: Partial<Situation>) => waysTo({ ...situation, ...change }, factors).length === 0;
  const of = (code: Weakness, path: string, value: Reason['value'] = null): Reason => ({ code, path, value });
  const known = factors.filter(({ id }) => countsFor(situation, id)).map(({ id }) => id);
  if (isShut({})) return [of('unattainable', `purposes.${purpose}`, known)];
  return [
    ...(isShut({ raisedThreat: true }) ? [of('unattainable-under-threat', `purposes.${purpose}`)] : []),
    ...populations.flatMap((population, index) =>
      isShut({ populations: [population] })
        ? [of('unattainable-for-population', `populations.${index}`, population.id)]
        : [],
    ),
  ];
};
