import type { FactorId } from '../../../shared/call-view.js';
import type { Strength } from '../../../shared/purpose.js';
import type { Contribution } from '../call/assurance.js';
import type { Policy, PurposeRules } from '../policy/schema.js';
import { stakes } from './stakes.js';

export type Way = readonly Contribution[];

/** What somebody else must have got hold of to pass it. */
const heldBy: Readonly<Record<FactorId, string>> = {
  facts: 'memory',
  'call-back': 'number',
  'sms-code': 'number',
  'email-code': 'mailbox',
  totp: 'device',
  approval: 'contact',
  'second-agent': 'colleague',
  'in-person': 'document',
};

export const isByNumber = ({ id }: Contribution): boolean => heldBy[id] === 'number';

/** Which part of the policy says how long a change keeps the factor out. */
const coolDownKeys = { 'call-back': 'callBack', 'sms-code': 'smsCode', 'email-code': 'emailCode' } as const;

const hasCoolDown = (id: FactorId): id is keyof typeof coolDownKeys => Object.hasOwn(coolDownKeys, id);

/** Where the policy says that a change keeps the factor out for no time at all; null where it does not. */
export const noCoolDownOf = (id: FactorId, { factors }: Policy): string | null => {
  if (!hasCoolDown(id)) return null;
  const key = coolDownKeys[id];
  return factors[key].coolDownDays === 0 ? `factors.${key}.coolDownDays` : null;
};

const worths: Readonly<Record<Strength, number>> = { signal: 20, medium: 40, strong: 80 };

/** What the ways to a purpose are measured by. */
export interface Measure {
  readonly rules: PurposeRules;
  readonly policy: Policy;
  /** What a way must be worth. */
  readonly needed: number;
}

/** A factor alone. Where facts are the whole proof one of them is not enough; of a number that may be a minute old, half is left. */
const worthOfFactor = ({ id, strength }: Contribution, { rules, policy, needed }: Measure): number => {
  if (id === 'facts') return isOneFact(rules, needed) ? stakes.facts / 2 : stakes.facts;
  return worths[strength] * (noCoolDownOf(id, policy) === null ? 1 : 0.5);
};

/** Whether a single fact is all the proof that is meant to be. */
export const isOneFact = ({ compare }: PurposeRules, needed: number): boolean =>
  compare.length === 1 && needed <= stakes.facts;

/** What is held by the same hand counts half after the best of it, so one factor more is always worth more. */
const worthTogether = (each: readonly number[]): number => {
  const best = Math.max(...each);
  return best + (each.reduce((sum, one) => sum + one, 0) - best) / 2;
};

/** How much there is to get hold of for whoever goes this way as somebody else; without a factor, nothing. */
export const worthOf = (way: Way, measure: Measure): number => {
  const holders = new Set(way.map(({ id }) => heldBy[id]));
  return [...holders]
    .map((holder) => way.filter(({ id }) => heldBy[id] === holder).map((each) => worthOfFactor(each, measure)))
    .reduce((sum, each) => sum + worthTogether(each), 0);
};
