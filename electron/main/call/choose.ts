import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import { withChosen, type Call, type Hit } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { viewOf } from './view.js';

/** A subject under attack stays closed on this desk, whoever asks. */
const refuseLocked = async (
  room: CallRoom,
  call: Call,
  hit: Hit,
  until: Date,
  flags: readonly Step[],
): Promise<Result<CallView>> => {
  const step = { type: 'subject.locked', subject: hit.subject, outcome: 'still-locked' } as const;
  const recorded = await record(room, call, step, ...flags);
  if (!recorded.ok) return recorded;
  room.call = { ...withChosen(call, hit, 0), lockedUntil: until };
  return ok(viewOf(room, room.call));
};

/** Takes one of the candidates as the subject of this call. Nothing new is shown. */
export const chooseCandidate =
  (room: CallRoom) =>
  async ({ number }: RequestOf<'chooseCandidate'>): Promise<Result<CallView>> => {
    const call = callAt(room, 'finding', 'comparing', 'proving');
    if (!call.ok) return call;
    const hit = call.value.hits.find(({ candidate }) => candidate.number === number);
    if (!hit) return fail('candidate-unknown');
    const flags = await room.watch.ofChoice(call.value.reference, hit.subject);
    if (!flags.ok) return flags;
    const standing = await room.watch.standing(hit.subject);
    if (!standing.ok) return standing;
    const { lockedUntil, wrong } = standing.value;
    if (lockedUntil) return refuseLocked(room, call.value, hit, lockedUntil, flags.value);

    const chosen = { type: 'subject.chosen', subject: hit.subject } as const;
    const recorded = await record(room, call.value, chosen, ...flags.value);
    if (!recorded.ok) return recorded;
    room.call = withChosen(call.value, hit, Math.max(1, room.policy.limits.wrongAnswersPerCall - wrong));
    return ok(viewOf(room, room.call));
  };
