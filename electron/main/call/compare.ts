import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import { disclose } from '../audit/disclosure.js';
import { daysSince } from '../factors/call-back.js';
import { populationsOf } from './asked.js';
import { compareBlind } from './blind.js';
import { withChange, type Call, type Chosen } from './call.js';
import { callAt, note, record, type CallRoom } from './call-room.js';
import { verifyIfProven } from './verify.js';
import { viewOf } from './view.js';

const lockedAt = (room: CallRoom): Date =>
  new Date(room.now().getTime() + room.policy.limits.subjectLockMinutes * 60_000);

const noMatch = async (room: CallRoom, call: Call, chosen: Chosen): Promise<Result<CallView>> => {
  const wrongAnswers = call.wrongAnswers + 1;
  const { subject } = chosen;
  // Across the call, and across the calls about this subject: neither count is reset by the other.
  const capped = wrongAnswers >= room.policy.limits.wrongAnswersPerCall || room.locks.left(subject, room.now()) <= 1;
  const compared = { type: 'claims.compared', subject, fields: call.rules.compare, outcome: 'no-match' } as const;
  const locked = { type: 'subject.locked', subject, outcome: 'locked', reason: 'wrong-answers' } as const;
  // A lock that comes meanwhile spares nobody the count.
  const recorded = await note(room, call, compared, ...(capped ? [locked] : []));
  if (!recorded.ok) return recorded;

  const until = capped ? lockedAt(room) : null;
  if (until) room.locks.lock(subject, until);
  else room.locks.wrongAnswer(subject, room.now());
  room.call = { ...withChange(call, { compared: 'no-match' }), wrongAnswers, lockedUntil: until };
  return ok(viewOf(room, room.call));
};

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
    // From here on the agent sees whether the number on file can be called, and since when it is there.
    const populations = populationsOf(room.policy.populations, chosen.subject);
    const fields = [...compare, 'phoneChangedAt', ...populations.map(({ id }) => `population:${id}`)];
    const reason = room.factors['call-back'].whyNot(chosen.subject, room.now());
    const recorded = await record(room, call, {
      type: 'claims.compared',
      subject: chosen.subject,
      fields,
      outcome: 'match',
      ...(reason && { reason }),
    });
    if (!recorded.ok) return recorded;
    const changedAt = disclose(recorded.value, chosen.subject, ({ phoneChangedAt }) => phoneChangedAt);
    const phoneChangedDays = changedAt === null ? null : daysSince(changedAt, room.now());
    return verifyIfProven(room, withChange(call, { compared: 'match', phoneChangedDays, populations }));
  };
