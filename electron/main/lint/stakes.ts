import type { Field } from '../../../shared/subject.js';
import type { Policy, PurposeRules } from '../policy/schema.js';

/** How much a way must be worth for what it opens (domain.md, "Purposes shipped"). */
export const stakes = {
  /** Nobody is told anything about anybody, or it is what stops an attack. */
  nobody: 0,
  /** Facts that two can recite. */
  facts: 10,
  /** Facts and one medium factor. */
  medium: 50,
  /** Facts and one strong factor, or two different medium ones. */
  double: 90,
} as const;

const reaching: readonly Field[] = ['workEmail', 'workPhone'];

/**
 * What a purpose opens, by what it does and shows. What it asks is no part of it, so that asking for more never counts against it; that it
 * is called sensitive is.
 */
export const stakesOf = (id: string, rules: PurposeRules, { watch: { resetPurposes } }: Policy): number => {
  const { kind, show, showMasked } = rules;
  if (kind === 'billing-check') return stakes.nobody;
  const shown = [...show, ...showMasked];
  const isSensitive = rules.sensitive === true || shown.some((field) => reaching.includes(field));
  if (kind === 'help') return isSensitive || resetPurposes.includes(id) ? stakes.double : stakes.facts;
  // Whoever asks for it by law is not the subject, and no factor proves who that is: facts find the right record.
  if (kind === 'disclose') return stakes.facts;
  if (isSensitive) return stakes.medium;
  return kind === 'block' && shown.length === 0 ? stakes.nobody : stakes.facts;
};
