import type { CallView } from '../../../shared/call-view.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import type { Call } from './call.js';
import { note, type CallRoom } from './call-room.js';
import { viewOf } from './view.js';

const lockedAt = (room: CallRoom): Date =>
  new Date(room.now().getTime() + room.policy.limits.subjectLockMinutes * 60_000);

/**
 * Counts a wrong answer, whichever factor it was given to: across the call, and across the calls about this subject; neither count is reset
 * by the other. At the cap both are locked.
 * @param step says what was wrong
 */
export const wrongAnswer = async (room: CallRoom, call: Call, step: Step): Promise<Result<CallView>> => {
  const subject = call.chosen?.subject;
  if (!subject) return fail('wrong-step');
  const wrongAnswers = call.wrongAnswers + 1;
  const capped = wrongAnswers >= room.policy.limits.wrongAnswersPerCall || room.locks.left(subject, room.now()) <= 1;
  const locked = { type: 'subject.locked', subject, outcome: 'locked', reason: 'wrong-answers' } as const;
  // A lock of the desk that comes meanwhile spares nobody the count.
  const recorded = await note(room, call, step, ...(capped ? [locked] : []));
  if (!recorded.ok) return recorded;

  const until = capped ? lockedAt(room) : null;
  if (until) room.locks.lock(subject, until);
  else room.locks.wrongAnswer(subject, room.now());
  room.call = { ...call, wrongAnswers, lockedUntil: until };
  return ok(viewOf(room, room.call));
};
