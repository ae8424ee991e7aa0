import type { CallView } from '../../../shared/call-view.js';
import { ok, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import type { Call } from './call.js';
import { note, type CallRoom } from './call-room.js';
import { viewOf } from './view.js';

const lockedAt = (room: CallRoom): Date =>
  new Date(room.now().getTime() + room.policy.limits.subjectLockMinutes * 60_000);

/**
 * Puts a wrong answer on record, of whichever factor, and counts it: across the call, and across the calls about this subject. Neither
 * count is reset by the other, by another factor or by a new code.
 * @param step the wrong answer, as the register of locks knows it: a set that did not match, or `factor.finished` with `wrong-answer`
 */
export const countWrongAnswer = async (room: CallRoom, call: Call, step: Step): Promise<Result<CallView>> => {
  const { chosen } = call;
  if (!chosen) throw new Error('a wrong answer about nobody');
  const wrongAnswers = call.wrongAnswers + 1;
  const wrongLeft = chosen.wrongLeft - 1;
  const capped = wrongAnswers >= room.policy.limits.wrongAnswersPerCall || wrongLeft <= 0;
  const locked = { type: 'subject.locked', outcome: 'locked', reason: 'wrong-answers' } as const;
  const steps = capped ? [step, locked] : [step];
  // A lock of the desk that comes meanwhile spares nobody the count.
  const recorded = await note(room, call, ...steps.map((each) => ({ ...each, subject: chosen.subject })));
  if (!recorded.ok) return recorded;
  room.call = { ...call, chosen: { ...chosen, wrongLeft }, wrongAnswers, lockedUntil: capped ? lockedAt(room) : null };
  return ok(viewOf(room, room.call));
};
