import { randomInt } from 'node:crypto';
import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { startedCall } from './call.js';
import { note, type CallRoom } from './call-room.js';
import { purposeFor } from './may-start.js';
import { isTicket } from './ticket.js';
import { viewOf } from './view.js';

/** Crockford's base 32: no letter that sounds or looks like another over the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const pick = (): string => alphabet.charAt(randomInt(alphabet.length));

/** `XXXX-XXXX`, 40 random bits: read aloud, printed on the receipt, and the correlation id of the call's entries. */
const newReference = (): string =>
  Array.from({ length: 8 }, pick)
    .join('')
    .replace(/^(.{4})/, '$1-');

/** Opens a call: purpose first, because it decides what may be looked at. */
export const startCall =
  (room: CallRoom) =>
  async (request: RequestOf<'startCall'>): Promise<Result<CallView>> => {
    if (room.call) return fail('call-open');
    const told = await room.watch.mayStart();
    if (!told.ok) return told;
    const { purpose, callerNumber } = request;
    const rules = purposeFor(room, purpose);
    if (!rules.ok) return rules;
    const ticket = request.ticket.trim();
    if (!isTicket(room.policy, ticket)) return fail('ticket-invalid');

    if (room.owed) {
      const paid = await room.owed();
      if (!paid.ok) return paid;
      room.owed = null;
    }
    const call = startedCall({
      ...{ reference: newReference(), purpose, rules: rules.value, ticket },
      startedAt: room.now(),
    });
    const number = callerNumber.trim().slice(0, 64);
    // Once its start is on record the call is there, locked or not, so that its end is put on record too.
    const recorded = await note(room, call, {
      type: 'call.started',
      ...(number && { sealed: { callerNumber: number } }),
    });
    if (!recorded.ok) return recorded;
    room.call = call;
    return ok(viewOf(room, call));
  };
