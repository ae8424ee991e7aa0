import type { Reason, Weakness } from '../../../shared/policy-score.js';
import { isTicket } from '../call/ticket.js';
import type { Policy, PurposeRules } from '../policy/schema.js';
import { bypassOf } from './bypass.js';
import { stakes, stakesOf } from './stakes.js';

/** What it takes off the score, in points. */
export type Cost = Reason & { readonly cost: number };

const bypassCosts: Readonly<Partial<Record<Weakness, number>>> = { bypass: 5, 'bypass-for-all': 20 };

/** What a ticket reference must never be: it is written in clear. */
const personal = ['Matti Virtanen', 'matti.virtanen@acme.example'];

const ticketCost = (policy: Policy): Cost[] =>
  personal.some((text) => isTicket(policy, text))
    ? [{ code: 'any-ticket', path: 'ticket.pattern', value: null, cost: 5 }]
    : [];

const limitCosts = ({ wrongAnswersPerCall, subjectLockMinutes, answerMilliseconds }: Policy['limits']): Cost[] => {
  const of = (code: Weakness, key: keyof Policy['limits'], value: number | null, cost: number): Cost => ({
    ...{ code, path: `limits.${key}`, value, cost },
  });
  return [
    ...(wrongAnswersPerCall > 5 ? [of('many-wrong-answers', 'wrongAnswersPerCall', wrongAnswersPerCall, 10)] : []),
    ...(subjectLockMinutes < 15 ? [of('short-lock', 'subjectLockMinutes', subjectLockMinutes, 5)] : []),
    ...(answerMilliseconds === 0 ? [of('answer-time', 'answerMilliseconds', null, 5)] : []),
  ];
};

const bypassCost = (id: string, rules: PurposeRules, policy: Policy): Cost[] => {
  const code = bypassOf(rules, policy);
  return code ? [{ code, path: `purposes.${id}.bypass`, value: null, cost: bypassCosts[code] ?? 0 }] : [];
};

const timeCost = (id: string, minutes: number): Cost[] => {
  if (minutes <= 60) return [];
  return [
    { code: 'holds-long', path: `purposes.${id}.verifiedMinutes`, value: minutes, cost: minutes > 240 ? 20 : 10 },
  ];
};

/**
 * What stands around the ways to a purpose and helps whoever is not the subject. None of it depends on which factors are asked.
 * @param minutes how long a verification holds
 */
export const costsAround = (id: string, rules: PurposeRules, minutes: number, policy: Policy): readonly Cost[] => {
  if (stakesOf(id, rules, policy) === stakes.nobody) return ticketCost(policy);
  return [
    ...timeCost(id, minutes),
    ...limitCosts(policy.limits),
    ...ticketCost(policy),
    ...bypassCost(id, rules, policy),
  ];
};
