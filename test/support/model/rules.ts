import type { Population, PurposeRules } from '../../../electron/main/policy/purpose-schema.js';
import type { Subject } from '../../../electron/main/registry/subject.js';
import type { SentCode } from '../../../shared/call-view.js';
import type { Field, IdentifierKind } from '../../../shared/subject.js';
import { approver } from './world.js';

/** The rules of a call as the design words them, written without looking at how the desk keeps them. */

export const allWays = [
  'call-back',
  'sms-code',
  'email-code',
  'totp',
  'approval',
  'second-agent',
  'in-person',
] as const;
export type Way = (typeof allWays)[number];
type Passed = 'facts' | Way;

const levels = ['signal', 'medium', 'strong'];
const gives: Readonly<Record<Passed, readonly [strength: string, points: number]>> = {
  facts: ['signal', 2],
  'call-back': ['medium', 4],
  'sms-code': ['medium', 4],
  'email-code': ['signal', 2],
  approval: ['medium', 4],
  totp: ['strong', 6],
  'second-agent': ['medium', 4],
  'in-person': ['strong', 6],
};
const level = (passed: Passed): number => levels.indexOf(gives[passed][0]);

/** Facts are asked that the caller has not said by giving something to search by; in place of each of those, the next of these. */
const inPlace: readonly Field[] = ['userName', 'workEmail', 'organisation', 'workPhone', 'name'];
export const saidWith = (by: IdentifierKind): readonly Field[] => (by === 'name' ? ['name', 'organisation'] : [by]);

export const asks = ({ compare }: PurposeRules, said: readonly Field[]): readonly Field[] => {
  const asked: readonly Field[] = compare;
  const own = asked.filter((field) => !said.includes(field));
  const others = inPlace.filter((field) => !said.includes(field) && !asked.includes(field));
  return [...own, ...others].slice(0, compare.length);
};

/** Restricted people are open to a privacy request alone, ended ones to the end of use and to billing alone. */
export const isOpenTo = ({ kind }: PurposeRules, { restricted, active }: Subject): boolean => {
  if (restricted && kind !== 'privacy-request') return false;
  return active || kind === 'end-of-use' || kind === 'billing-check';
};

type Asking = Pick<Population, 'points' | 'factors' | 'strongest' | 'accept'>;
const isAboveSignal = ({ strongest = 'signal', accept }: Asking): boolean =>
  strongest !== 'signal' || (accept.length > 0 && accept.every(({ of }) => of !== 'signal'));

type Combination = Asking['accept'][number];

const isIn = ({ of, among }: Combination, passed: Passed): boolean =>
  level(passed) >= levels.indexOf(of) && (among?.includes(passed) ?? true);

const isReached = (combination: Combination, passed: readonly Passed[]): boolean =>
  passed.filter((each) => isIn(combination, each)).length >= combination.factors;

const isMetBy = (passed: readonly Passed[], sensitive: boolean, { points, factors, strongest, accept }: Asking) => {
  const worth = passed.reduce((sum, each) => sum + gives[each][1], 0);
  const factsCapped = sensitive && passed.length === 1 && passed[0] === 'facts';
  const reaches = (combination: Combination): boolean => isReached(combination, passed);
  return (
    !factsCapped &&
    worth >= points &&
    passed.length >= factors &&
    (strongest === undefined || reaches({ factors: 1, of: strongest })) &&
    (accept.length === 0 || accept.some(reaches))
  );
};

interface Asked {
  readonly purpose: string;
  readonly rules: PurposeRules;
  readonly populations: readonly Population[];
  readonly raisedThreat: boolean;
}

const concerns = ({ who: { privileged, organisations = [] } }: Population, subject: Subject): boolean =>
  (privileged === true && subject.privileged) ||
  organisations.some((name) => name.toLowerCase() === subject.organisation.toLowerCase());

const groupsOf = ({ purpose, populations }: Asked, subject: Subject): readonly Population[] =>
  populations.filter((each) => (each.purposes?.includes(purpose) ?? true) && concerns(each, subject));

/** Whoever says that somebody has left is not that person, and only their organisation speaks for them. */
const speaksFor = ({ rules: { kind } }: Pick<Asked, 'rules'>, way: Way): boolean =>
  kind !== 'end-of-use' || way === 'approval';

const countingOf = (asked: Asked, ways: ReadonlySet<Way>): Passed[] => [
  'facts',
  ...[...ways].filter((way) => speaksFor(asked, way)),
];

/** While one of several combinations is still to be met, nothing is asked that is in none of them. */
export const isTaken = (
  asked: Asked,
  subject: Subject,
  ways: ReadonlySet<Way>,
  way: Way,
  isUnderWay: boolean,
): boolean => {
  if (!speaksFor(asked, way)) return false;
  const unmet = [asked.rules, ...groupsOf(asked, subject)]
    .map(({ accept }) => accept)
    .filter((list) => list.length > 0 && !list.some((each) => isReached(each, countingOf(asked, ways))));
  return isUnderWay || unmet.length === 0 || unmet.flat().some((each) => isIn(each, way));
};

/** Points, different factors, the strongest of them and one accepted combination: for the purpose, and for each group of people. */
export const isProven = (asked: Asked, subject: Subject, ways: ReadonlySet<Way>): boolean => {
  const { rules, raisedThreat } = asked;
  const groups = groupsOf(asked, subject);
  const tightened = raisedThreat && rules.kind !== 'block';
  const most = Math.max(rules.factors, ...groups.map(({ factors }) => factors));
  const tighter: Asking[] = tightened
    ? [{ points: 0, factors: Math.max(2, most + 1), strongest: 'medium', accept: [] }]
    : [];
  const reachable = [...rules.show, ...rules.showMasked].some(
    (field) => field === 'workEmail' || field === 'workPhone',
  );
  const all: Asking[] = [rules, ...groups, ...tighter];
  const sensitive = (rules.sensitive ?? reachable) || all.some(isAboveSignal);
  return all.every((each) => isMetBy(countingOf(asked, ways), sensitive, each));
};

export const minutesOf = ({ rules, raisedThreat }: Pick<Asked, 'rules' | 'raisedThreat'>): number =>
  raisedThreat ? Math.ceil(rules.verifiedMinutes / 2) : rules.verifiedMinutes;

const day = 24 * 60 * 60_000;

const isOld = (changedAt: string | null, now: number): boolean =>
  changedAt === null || now - Date.parse(changedAt) >= 7 * day;

/** There is a number, and it is not so new that it may be the attacker's. */
const canBeCalledBack = ({ workPhone, phoneChangedAt }: Subject, now: number): boolean =>
  workPhone !== null && isOld(phoneChangedAt, now);

/** The same of whatever a code is sent to; nobody approves of themselves. */
const canBeSent = (way: SentCode, who: Subject, now: number): boolean => {
  if (way === 'sms-code') return canBeCalledBack(who, now);
  return way === 'approval' ? who.workEmail !== approver : who.workEmail !== null && isOld(who.emailChangedAt, now);
};

/** Whether the subject has what the way takes. */
export const canUse = (way: Way, who: Subject, now: number): boolean => {
  if (way === 'call-back') return canBeCalledBack(who, now);
  return way === 'sms-code' || way === 'email-code' || way === 'approval' ? canBeSent(way, who, now) : true;
};
