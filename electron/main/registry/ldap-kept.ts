import type { Field } from '../../../shared/subject.js';
import type { Policy, PurposeRules } from '../policy/schema.js';

/** What a directory can compare as a caller would say it. Names and organisations cannot: accents and company forms do not count there. */
const comparable = ['workEmail', 'workPhone', 'stationCode'] as const;

const shows = ({ show, showMasked }: PurposeRules, field: Field): boolean =>
  show.includes(field) || showMasked.includes(field);

const wantsMoreThanFacts = (rules: PurposeRules, { facts }: Policy['factors']): boolean => {
  const { points, factors, strongest = 'signal', accept, sensitive = false } = rules;
  return points > facts.points || factors > 1 || strongest !== 'signal' || accept.length > 0 || sensitive;
};

/**
 * The fields whose values stay in the directory: no purpose may show them, and no call-back or code needs them. What the caller says of them is
 * compared there (RFC 4511 §4.10).
 */
export const keptFields = ({ purposes, factors, populations, raisedThreat, mail }: Policy): ReadonlySet<Field> => {
  const rules = Object.values(purposes);
  const proves =
    raisedThreat || populations.length > 0 || rules.some((purpose) => wantsMoreThanFacts(purpose, factors));
  const isNeeded = (field: Field): boolean =>
    rules.some((purpose) => shows(purpose, field)) ||
    (proves && (field === 'workPhone' || (field === 'workEmail' && mail !== undefined)));
  return new Set<Field>(comparable.filter((field) => !isNeeded(field)));
};
