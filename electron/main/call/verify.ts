import type { CallStep, CallView } from '../../../shared/call-view.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { askedIn, assuranceIn } from './asked.js';
import { isSatisfied } from './assurance.js';
import { holdOf, passedFactors, withExpiry, type Call } from './call.js';
import { callAt, note, type CallRoom } from './call-room.js';
import { holdFor, leftOf, type Hold } from './hold.js';
import { viewOf } from './view.js';

const commit = (room: CallRoom, call: Call): Result<CallView> => {
  room.call = call;
  return ok(viewOf(room, call));
};

/** What was carried over from another purpose holds no longer for it; what was proven since does. */
const heldNow = (room: CallRoom, call: Call): Hold => {
  const fresh = holdFor(room, askedIn(room, call).minutes);
  const { carried } = call;
  const isNew = !carried || passedFactors(call).some((id) => !carried.passed.includes(id));
  return isNew || leftOf(room, fresh) < leftOf(room, carried.held) ? fresh : carried.held;
};

/** Takes a passed factor into the call and, when that is enough for the purpose, makes the caller verified. */
export const verifyIfProven = async (room: CallRoom, call: Call): Promise<Result<CallView>> => {
  const passed = passedFactors(call);
  if (!isSatisfied(assuranceIn(room, call)) || !call.chosen) return commit(room, call);

  const recorded = await note(room, call, {
    type: 'call.verified',
    subject: call.chosen.subject,
    outcome: passed.join('+'),
  });
  // The factor itself is on record; without this entry the caller is simply not verified yet.
  if (!recorded.ok) return recorded;
  return commit(room, {
    ...call,
    proven: passed,
    held: heldNow(room, call),
    carried: null,
  });
};

const isExpired = (room: CallRoom, call: Call): boolean => {
  const hold = holdOf(call);
  return hold !== null && leftOf(room, hold) === 0;
};

/** Ends a verification whose time is over. It ends even when that cannot be recorded: less is shown, not more. */
export const expire = async (room: CallRoom): Promise<void> => {
  const { call } = room;
  if (!call || !isExpired(room, call)) return;
  room.call = withExpiry(call);
  room.emit({ kind: 'call', call: viewOf(room, room.call) });
  await note(room, call, { type: 'verification.expired', ...(call.chosen && { subject: call.chosen.subject }) });
};

/** The call, if its caller is verified now; else `not-verified` or why not. An expiry that nobody has seen to yet is seen to here. */
export const verifiedCall = async (room: CallRoom, ...steps: readonly CallStep[]): Promise<Result<Call>> => {
  if (room.call && isExpired(room, room.call)) {
    await expire(room);
    return fail('verification-expired');
  }
  const at = callAt(room, 'verified', ...steps);
  return !at.ok && at.error.code === 'wrong-step' ? fail('not-verified') : at;
};
