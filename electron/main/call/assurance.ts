import type { AssuranceView, FactorId, Strength } from '../../../shared/call-view.js';
import type { PurposeRules } from '../policy/schema.js';

/** What one passed factor contributes. */
export interface Contribution {
  readonly id: FactorId;
  readonly strength: Strength;
  readonly points: number;
}

const order: readonly Strength[] = ['signal', 'medium', 'strong'];
const rank = (strength: Strength | null | undefined): number => (strength ? order.indexOf(strength) : -1);

const strongestOf = (passed: readonly Contribution[]): Strength | null =>
  passed.reduce<Strength | null>((best, { strength }) => (rank(strength) > rank(best) ? strength : best), null);

/** How far the passed factors reach against what the purpose asks (domain.md, "Assurance"). A factor counts once. */
export const assess = (rules: PurposeRules, passed: readonly Contribution[]): AssuranceView => {
  const distinct = [...new Map(passed.map((factor) => [factor.id, factor])).values()];
  return {
    points: distinct.reduce((sum, { points }) => sum + points, 0),
    pointsNeeded: rules.points,
    factors: distinct.length,
    factorsNeeded: rules.factors,
    strongest: strongestOf(distinct),
    strongestNeeded: rules.strongest ?? null,
  };
};

/** All three must hold: points, different factors, and the strongest of them. */
export const isSatisfied = (reached: AssuranceView): boolean =>
  reached.points >= reached.pointsNeeded &&
  reached.factors >= reached.factorsNeeded &&
  rank(reached.strongest) >= rank(reached.strongestNeeded);
