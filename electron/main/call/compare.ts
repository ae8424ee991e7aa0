import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import { disclose } from '../audit/disclosure.js';
import { daysSince } from '../factors/on-file.js';
import { populationsOf } from './asked.js';
import { compareBlind } from './blind.js';
import { withChange, type Call, type Chosen } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { factsLeft, repeatedIn } from './facts-asked.js';
import { verifyIfProven } from './verify.js';
import { viewOf } from './view.js';
import { countWrongAnswer } from './wrong-answer.js';

const noMatch = (room: CallRoom, call: Call, fields: readonly Field[]): Promise<Result<CallView>> =>
  countWrongAnswer(room, withChange(call, { compared: 'no-match' }), {
    type: 'claims.compared',
    fields,
    outcome: 'no-match',
  });

/** The registry could not be asked: that counts as no answer, right or wrong. */
const notCompared = async (
  room: CallRoom,
  call: Call,
  { subject }: Chosen,
  fields: readonly Field[],
  error: Failure,
): Promise<Result<CallView>> => {
  const step = { type: 'claims.compared', subject, fields, outcome: 'failed', reason: error.code } as const;
  const recorded = await record(room, call, step);
  return recorded.ok ? { ok: false, error } : recorded;
};

const match = async (
  room: CallRoom,
  call: Call,
  chosen: Chosen,
  compared: readonly Field[],
): Promise<Result<CallView>> => {
  // From here on the agent sees which ways to prove there are, and since when the number and the address are there.
  const populations = populationsOf(room.policy.populations, chosen.subject);
  const fields = [...compared, 'phoneChangedAt', 'emailChangedAt', ...(populations.length > 0 ? ['population'] : [])];
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
  const matched = [...chosen.matched, ...compared];
  return verifyIfProven(room, withChange(call, { compared: 'match', matched, changedDays, populations }));
};

/**
 * What was searched by proves nothing by being said again: something else is asked in its place, and nothing is counted. Null when not as
 * much would be left to ask: then it is an answer like any other, for whoever is asked less has proven less.
 */
const askingOthers = (call: Call, { repeated }: Chosen, again: readonly Field[]): Call | null => {
  if (again.length === 0) return null;
  const asking = withChange(call, { compared: null, repeated: [...repeated, ...again] });
  return factsLeft(asking).length < factsLeft(call).length ? null : asking;
};

const compare = async (room: CallRoom, { claims }: RequestOf<'compareClaims'>): Promise<Result<CallView>> => {
  const at = callAt(room, 'comparing');
  if (!at.ok) return at;
  const call = at.value;
  const { chosen } = call;
  if (!chosen) return fail('wrong-step');
  const asked = factsLeft(call);
  if (!asked.every((field) => claims[field]?.trim())) return fail('claims-missing');
  const others = askingOthers(call, chosen, repeatedIn(call, claims));
  if (others) {
    room.call = others;
    return ok(viewOf(room, others));
  }

  const matches = await compareBlind(room, call, chosen, asked, claims);
  if (!matches.ok) return notCompared(room, call, chosen, asked, matches.error);
  return matches.value ? match(room, call, chosen, asked) : noMatch(room, call, asked);
};

/**
 * Compares what the caller said, all facts at once. The answer is for the whole set; the registry's values stay in main.
 */
export const compareClaims =
  (room: CallRoom) =>
  (request: RequestOf<'compareClaims'>): Promise<Result<CallView>> =>
    compare(room, request);
