import type { Field, IdentifierKind } from '../../../shared/subject.js';
import type { Call } from './call.js';
import { isSameText } from './claims.js';

/** What the caller has said already by giving something to search by. */
const saidBy: Readonly<Record<IdentifierKind, readonly Field[]>> = {
  userName: ['userName'],
  workEmail: ['workEmail'],
  workPhone: ['workPhone'],
  name: ['name', 'organisation'],
};

/** Asked in the place of what was said already, in this order. */
const substitutes: readonly Field[] = ['userName', 'workEmail', 'organisation', 'workPhone', 'name'];

/** As many facts as the policy asks, none of them said already. */
const factsFor = (compare: readonly Field[], said: readonly Field[]): readonly Field[] => {
  const kept = compare.filter((field) => !said.includes(field));
  const others = substitutes.filter((field) => !said.includes(field) && !compare.includes(field));
  return [...kept, ...others.slice(0, compare.length - kept.length)];
};

/** The facts this purpose asks after this search, whether they have been compared or not. */
export const factsOf = ({ rules, searched, chosen }: Call): readonly Field[] =>
  factsFor(rules.compare, [...(searched ? saidBy[searched.by] : []), ...(chosen?.repeated ?? [])]);

/** Those of them that the caller has not been asked: after a step up, only what is missing. */
export const factsLeft = (call: Call): readonly Field[] =>
  factsOf(call).filter((field) => !call.chosen?.matched.includes(field));

/**
 * What was answered with what was searched by is asked of no other purpose either, unless that would ask less of the caller: a page that
 * has facts replaced for one purpose must not come to another with few of them left.
 */
export const repeatedFor = (call: Call): readonly Field[] => {
  const { chosen } = call;
  if (!chosen) return [];
  const anew = factsOf({ ...call, chosen: { ...chosen, repeated: [] } });
  return factsOf(call).length < anew.length ? [] : chosen.repeated;
};

/** The asked facts that the caller answers with what was searched by. It is the typed texts that are compared, so they tell nothing. */
export const repeatedIn = (call: Call, claims: Readonly<Partial<Record<Field, string>>>): readonly Field[] => {
  const { searched } = call;
  if (!searched) return [];
  return factsLeft(call).filter((field) => isSameText(field, claims[field] ?? '', searched.identifier));
};
