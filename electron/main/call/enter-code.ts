import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, type Result } from '../../../shared/result.js';
import { judgeCode, parseCode } from '../factors/code.js';
import { withCode, withProgress } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { verifyIfProven } from './verify.js';
import { wrongAnswer } from './wrong-answer.js';

/** Takes the code that the caller says. It can be used once, in this call, for this subject, until its time is over. */
export const enterCode =
  (room: CallRoom) =>
  async ({ factor, code: typed }: RequestOf<'enterCode'>): Promise<Result<CallView>> => {
    const at = callAt(room, 'proving');
    if (!at.ok) return at;
    const call = at.value;
    const sent = call.chosen?.codes[factor];
    if (!call.chosen || !sent) return fail('code-not-sent');
    const { subject } = call.chosen;
    const code = parseCode(typed, sent.issued.digits);
    if (code === null) return fail('code-malformed');

    const verdict = judgeCode(sent.issued, { call: call.reference, factor }, code, room.monotonic());
    const step = { type: 'factor.finished', subject, outcome: factor, reason: verdict } as const;
    if (verdict === 'wrong') return wrongAnswer(room, withCode(call, factor, { ...sent, wrong: true }), step);
    const recorded = await record(room, call, step);
    if (!recorded.ok) return recorded;
    if (verdict === 'right') return verifyIfProven(room, withProgress(withCode(call, factor, null), factor, 'done'));
    room.call = withProgress(withCode(call, factor, null), factor, 'failed');
    return fail('code-expired');
  };
