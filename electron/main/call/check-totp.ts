import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, type Failure, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import { disclose } from '../audit/disclosure.js';
import { parseCode } from '../factors/code.js';
import type { Verifier } from '../factors/factor.js';
import { withProgress, type Call, type Chosen } from './call.js';
import { callAt, note, record, type CallRoom } from './call-room.js';
import { refused } from './offered.js';
import { verifyIfProven } from './verify.js';
import { countWrongAnswer } from './wrong-answer.js';

const id = 'totp';
/** RFC 6238 §1.2: six digits and up. */
const digits = [6, 8] as const;

const finished = ({ subject }: Chosen, reason: string): Step => ({
  type: 'factor.finished',
  subject,
  outcome: id,
  reason,
});

/** The verifier could not be asked: that counts as no answer, right or wrong. */
const notChecked = async (room: CallRoom, call: Call, chosen: Chosen, error: Failure): Promise<Result<CallView>> => {
  const recorded = await note(room, call, finished(chosen, error.code));
  room.call = withProgress(call, id, 'failed');
  return recorded.ok ? { ok: false, error } : recorded;
};

const ask = async (
  room: CallRoom,
  call: Call,
  chosen: Chosen,
  verifier: Verifier,
  code: string,
): Promise<Result<CallView>> => {
  const { subject } = chosen;
  // Durable before the verifier learns whose password is being checked.
  const recorded = await record(room, call, { type: 'factor.started', subject, fields: verifier.fields, outcome: id });
  if (!recorded.ok) return recorded;
  const account = disclose(recorded.value, subject, (value) => verifier.account(value));
  const valid = await verifier.check(account, code, (room.search = new AbortController()).signal);
  room.search = null;
  if (!valid.ok) return notChecked(room, call, chosen, valid.error);
  if (!valid.value) {
    return countWrongAnswer(room, withProgress(call, id, 'failed'), finished(chosen, 'wrong-answer'));
  }
  const right = await record(room, call, finished(chosen, 'right'));
  return right.ok ? verifyIfProven(room, withProgress(call, id, 'done')) : right;
};

const check = async (room: CallRoom, { code: typed }: RequestOf<'checkTotp'>): Promise<Result<CallView>> => {
  const at = callAt(room, 'proving');
  if (!at.ok) return at;
  const { chosen } = at.value;
  const { verifier } = room.factors[id];
  if (!chosen || chosen.progress[id] === 'done') return fail('wrong-step');
  const refusal = refused(room, at.value, id);
  if (refusal) return refusal;
  if (!verifier) return fail('factor-unavailable');
  const code = parseCode(typed, ...digits);
  return code === null ? fail('code-malformed') : ask(room, at.value, chosen, verifier, code);
};

/** Has the company's verifier look at the one-time password that the caller says. */
export const checkTotp =
  (room: CallRoom) =>
  (request: RequestOf<'checkTotp'>): Promise<Result<CallView>> =>
    check(room, request);
