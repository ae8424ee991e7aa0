import type { AssuranceView, FactorId } from '../../../shared/call-view.js';
import type { Strength } from '../../../shared/purpose.js';
import { rank, type Demand, type Way } from './demand.js';

/** What one passed factor contributes. */
export interface Contribution {
  readonly id: FactorId;
  readonly strength: Strength;
  readonly points: number;
}

/** Null of none. */
export const strongestOf = (passed: readonly Contribution[]): Strength | null =>
  passed.reduce<Strength | null>((best, { strength }) => (rank(strength) > rank(best) ? strength : best), null);

/** Facts bring a caller near a sensitive purpose, never there. */
const pointsIn = ({ sensitive, points: needed }: Demand, { id, points }: Contribution): number =>
  id === 'facts' && sensitive ? Math.min(points, Math.max(0, needed - 1)) : points;

type ReachedWay = AssuranceView['accept'][number][number];

/** Whether a factor is one of those that a way is made of. */
const counts = (
  { of, among }: Pick<ReachedWay, 'of'> & { readonly among?: readonly FactorId[] | null | undefined },
  { id, strength }: Omit<Contribution, 'points'>,
): boolean => (among?.includes(id) ?? true) && rank(strength) >= rank(of);

const reachedOf = (passed: readonly Contribution[], way: Way): ReachedWay => ({
  ...{ factors: way.factors, of: way.of, among: way.among ?? null },
  reached: passed.filter((factor) => counts(way, factor)).length,
});

const isReached = (ways: readonly ReachedWay[]): boolean => ways.some(({ factors, reached }) => reached >= factors);

/** Whether a factor could still bring the proof nearer: to a list that is not reached, only what one of its ways counts. */
export const bringsNearer = ({ accept }: AssuranceView, factor: Omit<Contribution, 'points'>): boolean => {
  const open = accept.filter((ways) => !isReached(ways));
  return open.length === 0 || open.some((ways) => ways.some((way) => counts(way, factor)));
};

/** How far the passed factors reach against what is asked (domain.md, "Assurance"). A factor counts once. */
export const assess = (demand: Demand, passed: readonly Contribution[]): AssuranceView => {
  const distinct = [...new Map(passed.map((factor) => [factor.id, factor])).values()];
  return {
    points: distinct.reduce((sum, factor) => sum + pointsIn(demand, factor), 0),
    pointsNeeded: demand.points,
    factors: distinct.length,
    factorsNeeded: demand.factors,
    strongest: strongestOf(distinct),
    strongestNeeded: demand.strongest,
    accept: demand.accept.map((ways) => ways.map((way) => reachedOf(distinct, way))),
    onlyFacts: demand.sensitive && distinct.every(({ id }) => id === 'facts'),
  };
};

/** All must hold: points, different factors, the strongest of them, one way of each list, and more than facts where that is asked. */
export const isSatisfied = (reached: AssuranceView): boolean =>
  reached.points >= reached.pointsNeeded &&
  reached.factors >= reached.factorsNeeded &&
  rank(reached.strongest) >= rank(reached.strongestNeeded) &&
  reached.accept.every(isReached) &&
  !reached.onlyFacts;
