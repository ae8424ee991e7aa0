import type { CallView } from '../../../shared/call-view.js';
import type { AnswerOf, RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { disclose } from '../audit/disclosure.js';
import { phoneGroups } from '../registry/phone.js';
import { withProgress } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { refused } from './offered.js';
import { verifyIfProven } from './verify.js';
import { viewOf } from './view.js';

/**
 * Starts a call-back to the number on file. With a softphone the operating system dials and the number stays hidden;
 * where the policy says `show`, the answer carries it, and the entry says so.
 */
export const startCallBack = (room: CallRoom) => async (): Promise<Result<AnswerOf<'startCallBack'>>> => {
  const at = callAt(room, 'proving');
  if (!at.ok) return at;
  const call = at.value;
  if (!call.chosen || call.chosen.progress['call-back'] === 'done') return fail('wrong-step');
  const { subject } = call.chosen;
  const refusal = refused(room, call, 'call-back');
  if (refusal) return refusal;

  const { dial } = room.policy.factors.callBack;
  const recorded = await record(room, call, {
    type: 'factor.started',
    subject,
    fields: ['workPhone'],
    outcome: 'call-back',
    reason: dial,
  });
  if (!recorded.ok) return recorded;
  const number = disclose(recorded.value, subject, ({ workPhone }) => workPhone);
  if (dial === 'softphone' && !(await dialled(room, `tel:${number}`))) return fail('dial-failed');
  room.call = withProgress(call, 'call-back', 'started');
  return ok({
    call: viewOf(room, room.call),
    number: dial === 'show' && number !== null ? { e164: number, groups: phoneGroups(number) } : null,
  });
};

/** Milliseconds that the operating system gets to hand the number to a softphone. */
const patience = 5000;

/** Whether the operating system took the number; one that never answers must not hold up the call. */
const dialled = (room: CallRoom, uri: string): Promise<boolean> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, patience, false);
    room
      .dial(uri)
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(late));
  });

/** What came of it. Not reached and refused may be tried again; neither proves anything. */
export const finishCallBack =
  (room: CallRoom) =>
  async ({ result }: RequestOf<'finishCallBack'>): Promise<Result<CallView>> => {
    const at = callAt(room, 'proving');
    if (!at.ok) return at;
    const call = at.value;
    if (call.chosen?.progress['call-back'] !== 'started') return fail('wrong-step');
    const refusal = refused(room, call, 'call-back');
    if (refusal) return refusal;
    const { subject } = call.chosen;
    const recorded = await record(room, call, {
      type: 'factor.finished',
      subject,
      outcome: 'call-back',
      reason: result,
    });
    if (!recorded.ok) return recorded;
    return verifyIfProven(room, withProgress(call, 'call-back', result === 'reached' ? 'done' : 'failed'));
  };
