import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, type Result } from '../../../shared/result.js';
import { judgeCode, parseCode } from '../factors/code.js';
import { withCode, withProgress } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { refused } from './offered.js';
import { verifyIfProven } from './verify.js';
import { countWrongAnswer } from './wrong-answer.js';

const enter = async (room: CallRoom, { factor, code: typed }: RequestOf<'enterCode'>): Promise<Result<CallView>> => {
  const at = callAt(room, 'proving');
  if (!at.ok) return at;
  const call = at.value;
  const sent = call.chosen?.codes[factor];
  if (!call.chosen || !sent) return fail('code-not-sent');
  const { subject } = call.chosen;
  const refusal = refused(room, call, factor);
  if (refusal) return refusal;
  const code = parseCode(typed, sent.issued.digits);
  if (code === null) return fail('code-malformed');

  const reason = judgeCode(sent.issued, { call: call.reference, factor }, code, room.monotonic());
  const step = { type: 'factor.finished', subject, outcome: factor, reason } as const;
  if (reason === 'wrong-answer') return countWrongAnswer(room, withCode(call, factor, { ...sent, wrong: true }), step);
  const recorded = await record(room, call, step);
  if (!recorded.ok) return recorded;
  if (reason === 'right') return verifyIfProven(room, withProgress(withCode(call, factor, null), factor, 'done'));
  room.call = withProgress(withCode(call, factor, null), factor, 'failed');
  return fail('code-expired');
};

/** Takes the code that the caller says. It can be used once, in this call, for this subject, until its time is over. */
export const enterCode =
  (room: CallRoom) =>
  (request: RequestOf<'enterCode'>): Promise<Result<CallView>> =>
    enter(room, request);
