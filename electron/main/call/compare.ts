import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, type Failure, type Result } from '../../../shared/result.js';
import { disclose } from '../audit/disclosure.js';
import { daysSince } from '../factors/on-file.js';
import { compareBlind } from './blind.js';
import { withChange, type Call, type Chosen } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { verifyIfProven } from './verify.js';
import { wrongAnswer } from './wrong-answer.js';

const noMatch = (room: CallRoom, call: Call, chosen: Chosen): Promise<Result<CallView>> =>
  wrongAnswer(room, withChange(call, { compared: 'no-match' }), {
    type: 'claims.compared',
    subject: chosen.subject,
    fields: call.rules.compare,
    outcome: 'no-match',
  });

/** The registry could not be asked: that counts as no answer, right or wrong. */
const notCompared = async (
  room: CallRoom,
  call: Call,
  { subject }: Chosen,
  error: Failure,
): Promise<Result<CallView>> => {
  const fields = call.rules.compare;
  const step = { type: 'claims.compared', subject, fields, outcome: 'failed', reason: error.code } as const;
  const recorded = await record(room, call, step);
  return recorded.ok ? { ok: false, error } : recorded;
};

/** Compares what the caller said, all facts at once. The answer is for the whole set; the registry's values stay in main. */
export const compareClaims =
  (room: CallRoom) =>
  async ({ claims }: RequestOf<'compareClaims'>): Promise<Result<CallView>> => {
    const at = callAt(room, 'comparing');
    if (!at.ok) return at;
    const call = at.value;
    const { chosen } = call;
    if (!chosen) return fail('wrong-step');
    const { compare } = call.rules;
    if (!compare.every((field) => claims[field]?.trim())) return fail('claims-missing');

    const matches = await compareBlind(room, call, chosen, compare, claims);
    if (!matches.ok) return notCompared(room, call, chosen, matches.error);
    if (!matches.value) return noMatch(room, call, chosen);
    // From here on the agent sees which ways to prove there are, and since when the number and the address are there.
    const fields = [...compare, 'phoneChangedAt', 'emailChangedAt'];
    const reason = room.factors['call-back'].whyNot(chosen.subject, room.now());
    const recorded = await record(room, call, {
      type: 'claims.compared',
      subject: chosen.subject,
      fields,
      outcome: 'match',
      ...(reason && { reason }),
    });
    if (!recorded.ok) return recorded;
    const days = (changedAt: string | null) => (changedAt === null ? null : daysSince(changedAt, room.now()));
    const changedDays = disclose(recorded.value, chosen.subject, ({ phoneChangedAt, emailChangedAt }) => ({
      phone: days(phoneChangedAt),
      email: days(emailChangedAt),
    }));
    return verifyIfProven(room, withChange(call, { compared: 'match', changedDays }));
  };
