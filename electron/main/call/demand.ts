import type { FactorId } from '../../../shared/call-view.js';
import { strengths, type PurposeKind, type Strength } from '../../../shared/purpose.js';
import type { Field } from '../../../shared/subject.js';
import type { Population, PurposeRules } from '../policy/purpose-schema.js';

/** So many different factors, each at least of that strength. */
export interface Way {
  readonly factors: number;
  readonly of: Strength;
  /** Only these count; left out: any. */
  readonly among?: readonly FactorId[] | undefined;
}

/** All that is asked of a caller before one purpose: every part of it must hold. */
export interface Demand {
  readonly points: number;
  readonly factors: number;
  readonly strongest: Strength | null;
  /** Of each of these lists, one way must hold. */
  readonly accept: readonly (readonly Way[])[];
  /** Facts alone never meet it, whatever points the policy gives them. */
  readonly sensitive: boolean;
  /** How long it stays met. */
  readonly minutes: number;
}

export const rank = (strength: Strength | null): number => (strength === null ? -1 : strengths.indexOf(strength));

const stronger = (one: Strength | null, other: Strength | null): Strength | null =>
  rank(one) >= rank(other) ? one : other;

const reaching: readonly Field[] = ['workEmail', 'workPhone'];

/** Whether signals are not enough for it. */
const asksProof = ({ strongest, accept }: Pick<Demand, 'strongest' | 'accept'>): boolean =>
  rank(strongest) > rank('signal') || accept.some((ways) => ways.length > 0 && ways.every(({ of }) => of !== 'signal'));

type Asking = Pick<Population, 'points' | 'factors' | 'strongest' | 'accept'>;

const asked = ({ points, factors, strongest, accept }: Asking) => ({
  ...{ points, factors, strongest: strongest ?? null },
  accept: accept.length > 0 ? [accept] : [],
});

/** What a purpose asks by itself. */
export const demandOf = (rules: PurposeRules): Demand => {
  const own = asked(rules);
  const tellsHowToReach = [...rules.show, ...rules.showMasked].some((field) => reaching.includes(field));
  const sensitive = rules.sensitive ?? (asksProof(own) || tellsHowToReach);
  return { ...own, sensitive, minutes: rules.verifiedMinutes };
};

/** With what a population asks besides. Nothing of either is lost. */
const withPopulation = (demand: Demand, population: Asking): Demand => {
  const more = asked(population);
  const accept = [...demand.accept, ...more.accept];
  const strongest = stronger(demand.strongest, more.strongest);
  return {
    ...demand,
    points: Math.max(demand.points, more.points),
    factors: Math.max(demand.factors, more.factors),
    strongest,
    accept,
    sensitive: demand.sensitive || asksProof({ strongest, accept }),
  };
};

/** Nobody is proven for these, or what they do is what stops an attack. */
const easy: readonly PurposeKind[] = ['billing-check', 'block'];

/** While an attack is on: a factor more, one of them at least medium, and half the time. */
const underThreat = (demand: Demand, kind: PurposeKind): Demand => {
  const minutes = Math.ceil(demand.minutes / 2);
  if (easy.includes(kind)) return { ...demand, minutes };
  return {
    ...demand,
    minutes,
    factors: Math.max(demand.factors + 1, 2),
    strongest: stronger(demand.strongest, 'medium'),
    sensitive: true,
  };
};

export interface Situation {
  readonly purpose: string;
  readonly rules: PurposeRules;
  /** Those the subject is known to belong to. */
  readonly populations: readonly Population[];
  readonly raisedThreat: boolean;
}

/** What this purpose asks of a caller who says they are this subject, now. */
export const demandFor = ({ purpose, rules, populations, raisedThreat }: Situation): Demand => {
  const all = populations
    .filter((population) => population.purposes?.includes(purpose) ?? true)
    .reduce(withPopulation, demandOf(rules));
  return raisedThreat ? underThreat(all, rules.kind) : all;
};
