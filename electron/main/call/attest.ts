import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, type Result } from '../../../shared/result.js';
import { reasonLength } from '../../../shared/watch.js';
import { withProgress } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { askColleague, proof } from './colleague.js';
import type { Settle, Turn } from './in-turn.js';
import { refused } from './offered.js';
import { verifyIfProven } from './verify.js';

const id = 'in-person';

const isReason = (text: string): boolean => text.length >= reasonLength.least && text.length <= reasonLength.most;

const attestAlone = (room: CallRoom, sighting: string, reason: string) => async (): Promise<Result<CallView>> => {
  const at = callAt(room, 'proving');
  if (!at.ok) return at;
  const call = at.value;
  const { chosen } = call;
  if (!chosen || chosen.progress[id] === 'done') return fail('wrong-step');
  const { subject } = chosen;
  const refusal = refused(room, call, id);
  if (refusal) return refusal;
  const recorded = await record(room, call, {
    type: 'factor.finished',
    subject,
    outcome: id,
    reason: sighting,
    sealed: { reason },
  });
  return recorded.ok ? verifyIfProven(room, withProgress(call, id, 'done')) : recorded;
};

/** The agent has seen the person and the document, and says in writing how; another agent confirms it where the policy says so. */
export const attest =
  (room: CallRoom, timed: Turn, settle: Settle) =>
  async ({ sighting, reason: typed }: RequestOf<'attest'>): Promise<Result<CallView>> => {
    const reason = typed.trim();
    if (!isReason(reason)) return fail('reason-invalid');
    if (!room.policy.factors.inPerson?.secondAgent) return timed(attestAlone(room, sighting, reason))();
    return askColleague(room, proof(room, id, { reason: sighting, sealed: { reason } }), timed, settle);
  };
