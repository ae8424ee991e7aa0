import { factorIds, type AssuranceView, type FactorId } from '../../../shared/call-view.js';
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

const reachedOf = (
  passed: readonly Contribution[],
  { factors, of, among = factorIds }: Way,
): AssuranceView['accept'][number][number] => ({
  ...{ factors, of, among: among === factorIds ? null : among },
  reached: passed.filter(({ id, strength }) => among.includes(id) && rank(strength) >= rank(of)).length,
});

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
  reached.accept.every((ways) => ways.some((way) => way.reached >= way.factors)) &&
  !reached.onlyFacts;
