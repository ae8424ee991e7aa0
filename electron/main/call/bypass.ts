import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { reasonLength } from '../../../shared/watch.js';
import { askedIn } from './asked.js';
import type { Call } from './call.js';
import { note, type CallRoom } from './call-room.js';
import { askColleague, type Errand } from './colleague.js';
import { holdFor } from './hold.js';
import type { Settle, Turn } from './in-turn.js';
import { viewOf } from './view.js';

/** Past the proof: what the purpose may show can be shown, and nobody is called verified. */
const goPast = async (room: CallRoom, call: Call): Promise<Result<CallView>> => {
  if (!call.chosen) return fail('wrong-step');
  const recorded = await note(room, call, { type: 'call.bypassed', subject: call.chosen.subject });
  if (!recorded.ok) return recorded;
  room.call = { ...call, bypassed: true, held: holdFor(room, askedIn(room, call).minutes) };
  return ok(viewOf(room, room.call));
};

const bypassing = (room: CallRoom, reason: string): Errand => ({
  about: 'bypass',
  at: ['comparing', 'proving'],
  whyNot: ({ rules }) => (rules.bypass ? null : { code: 'bypass-not-allowed' }),
  started: { type: 'bypass.asked', sealed: { reason } },
  confirmed: (call) => goPast(room, call),
});

/**
 * Goes past the proof, for whoever has the right to, with a written reason, which is sealed, and another agent who confirms it.
 * It is its own state, its own entry and its own line on the receipt, and a flag is raised.
 */
export const bypassProof =
  (room: CallRoom, timed: Turn, settle: Settle) =>
  ({ reason }: RequestOf<'bypassProof'>): Promise<Result<CallView>> => {
    const text = reason.trim();
    if (text.length < reasonLength.least || text.length > reasonLength.most) {
      return Promise.resolve(fail('reason-invalid'));
    }
    return askColleague(room, bypassing(room, text), timed, settle);
  };
