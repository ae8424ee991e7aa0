import type { Field } from '../../../shared/subject.js';
import type { Policy, PurposeRules } from '../policy/schema.js';

/** What a directory can compare as a caller would say it. Names and organisations cannot: accents and company forms do not count there. */
const comparable = ['workEmail', 'workPhone', 'stationCode'] as const;

const shows = ({ show, showMasked }: PurposeRules, field: Field): boolean =>
  show.includes(field) || showMasked.includes(field);

const wantsMoreThanFacts = ({ points, factors, strongest }: PurposeRules, { facts }: Policy['factors']): boolean =>
  points > facts.points || factors > 1 || (strongest !== undefined && strongest !== 'signal');

/**
 * The fields whose values stay in the directory: no purpose may show them, and no call-back or code needs them. What the caller says of them is
 * compared there (RFC 4511 §4.10).
 */
export const keptFields = ({ purposes, factors, mail }: Policy): ReadonlySet<Field> => {
  const rules = Object.values(purposes);
  const proves = rules.some((purpose) => wantsMoreThanFacts(purpose, factors));
  const isNeeded = (field: Field): boolean =>
    rules.some((purpose) => shows(purpose, field)) ||
    (proves && (field === 'workPhone' || (field === 'workEmail' && mail !== undefined)));
  return new Set<Field>(comparable.filter((field) => !isNeeded(field)));
};
