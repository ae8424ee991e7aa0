import type { Withheld } from '../audit/disclosure.js';
import { populationsOf } from '../call/asked.js';
import type { CallRoom } from '../call/call-room.js';
import { waysTo } from '../lint/ways.js';
import type { Subject } from '../registry/subject.js';

/** Whether any way that this desk has, and this subject now, leads to that purpose. */
export const isProvable = (
  { policy, factors }: Pick<CallRoom, 'policy' | 'factors'>,
  subject: Withheld<Subject>,
  purpose: string,
  now: Date,
): boolean => {
  const rules = policy.purposes[purpose];
  if (!rules) return false;
  const { raisedThreat } = policy;
  const populations = populationsOf(policy.populations, subject);
  const usable = Object.values(factors).filter((factor) => factor.whyNot(subject, now) === null);
  return waysTo({ purpose, rules, populations, raisedThreat }, usable).length > 0;
};
