import type { AssuranceView } from '../../shared/call-view.js';
import { strengths, type Strength } from '../../shared/purpose.js';

type WayView = AssuranceView['accept'][number][number];

/** So much of so much. */
export interface Reached {
  readonly reached: number;
  readonly needed: number;
}

const upTo = (reached: number, needed: number): Reached => ({ reached: Math.min(reached, needed), needed });

const leftOf = ({ reached, needed }: Reached): number => needed - reached;

const isAtLeast = (strength: Strength | null, least: Strength): boolean =>
  strength !== null && strengths.indexOf(strength) >= strengths.indexOf(least);

/** Every part that is asked, and whether it is met; nothing counts beyond what it takes. */
export const demandsOf = ({ points, pointsNeeded, strongest, strongestNeeded, accept }: AssuranceView) => ({
  points: { ...upTo(points, pointsNeeded), met: points >= pointsNeeded },
  strongest: strongestNeeded && { of: strongestNeeded, met: isAtLeast(strongest, strongestNeeded) },
  accept: accept.map((ways) => ({
    ways: ways.map((way): WayView => ({ ...way, reached: Math.min(way.reached, way.factors) })),
    met: ways.some(({ factors, reached }) => reached >= factors),
  })),
});

/** Of ways of which one is enough: the one with the least left, and of those the one that most was done for. */
const shortest = (ways: readonly WayView[]): Reached[] =>
  ways
    .map(({ factors, reached }) => upTo(reached, factors))
    .sort((one, other) => leftOf(one) - leftOf(other) || other.reached - one.reached)
    .slice(0, 1);

/** How many proofs there are of those that it takes, by the shortest way; points are told apart from it. */
export const shortestLeft = (assurance: AssuranceView): Reached => {
  const { factors, factorsNeeded, accept, onlyFacts } = assurance;
  const { strongest } = demandsOf(assurance);
  const parts = [
    upTo(factors, factorsNeeded),
    ...(strongest ? [upTo(Number(strongest.met), 1)] : []),
    ...accept.flatMap(shortest),
    ...(onlyFacts ? [upTo(0, 1)] : []),
  ];
  return parts.reduce((most, part) =>
    leftOf(part) > leftOf(most) || (leftOf(part) === leftOf(most) && part.needed > most.needed) ? part : most,
  );
};
