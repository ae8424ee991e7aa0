import type { FactorId } from './call-view.js';

/** What makes a purpose weaker than what it opens deserves, or of no use. */
export const weaknesses = [
  // of the weakest way
  'facts-alone',
  'signals-alone',
  'one-medium',
  'same-number',
  'no-cool-down',
  'one-fact',
  // of what stands around it
  'holds-long',
  'many-wrong-answers',
  'short-lock',
  'answer-time',
  'any-ticket',
  'bypass',
  'bypass-for-all',
  // of no use
  'bypass-impossible',
  'unattainable',
  'unattainable-under-threat',
  'unattainable-for-population',
] as const;
export type Weakness = (typeof weaknesses)[number];

export interface Reason {
  readonly code: Weakness;
  /** JSON path of what the policy says there, or could say. */
  readonly path: string;
  /** Minutes, answers, a population's id, or the factors that there are; null where there is nothing to name. */
  readonly value: string | number | readonly FactorId[] | null;
}

/** How hard a purpose is to reach for somebody who is not the subject. */
export interface PurposeScore {
  readonly id: string;
  /** 0-100: the weakest way against what the purpose opens; null when no way leads there. */
  readonly score: number | null;
  /** The factors of that way, in the order they are offered; null when there is none. */
  readonly weakest: readonly FactorId[] | null;
  readonly reasons: readonly Reason[];
}
