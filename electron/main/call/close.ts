import type { Receipt } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import { strongestOf } from './assurance.js';
import { withoutSubject, type Call } from './call.js';
import { note, type CallRoom } from './call-room.js';

/** Why a call ended without the agent closing it. */
export type AbandonReason =
  | 'window-closed'
  | 'quit'
  | 'signed-out'
  | 'locked'
  | 'window-crashed'
  | 'desk-stopped'
  | 'another-agent'
  | 'roles-removed'
  | 'drill-ended';

const aboutSubject = ({ chosen }: Call) => (chosen ? { subject: chosen.subject } : {});

/** Closes with the agent's outcome and answers a receipt that holds no personal data. */
export const closeCall =
  (room: CallRoom) =>
  async ({ outcome }: RequestOf<'closeCall'>): Promise<Result<Receipt>> => {
    const { call } = room;
    if (!call) return fail('no-call');
    const recorded = await note(room, call, { type: 'call.closed', outcome, ...aboutSubject(call) });
    if (!recorded.ok) return recorded;
    room.call = null;
    room.secondAgent?.abort();
    await room.clipboard.clearCopied();
    const methods = call.proven ?? [];
    return ok({
      reference: call.reference,
      purpose: call.purpose,
      ticket: call.ticket,
      startedAt: call.startedAt.toISOString(),
      closedAt: room.now().toISOString(),
      outcome,
      verified: call.proven !== null,
      bypassed: call.bypassed,
      alsoVerifiedFor: call.provenFor.filter((purpose) => purpose !== call.purpose),
      strongest: strongestOf(methods.map((id) => room.factors[id])),
      methods,
    });
  };

/** Waits without the subject: a disk that is full must not keep what the registry told in memory. */
const owing =
  (room: CallRoom, call: Call, reason: AbandonReason): NonNullable<CallRoom['owed']> =>
  () =>
    note(room, call, { type: 'call.closed', outcome: 'abandoned', reason });

/**
 * Behind the lock nobody is verified and main holds nothing of the registry's. What stays is that there is a call, and its counts.
 * It happens even when the end of the verification cannot be recorded.
 */
export const putAwayCall = async (room: CallRoom): Promise<void> => {
  const { call } = room;
  if (call) room.call = { ...withoutSubject(call), putAway: call.putAway || call.find !== null };
  await room.clipboard.clearCopied();
  if (!call?.held) return;
  await note(room, call, { type: 'verification.expired', reason: 'locked', ...aboutSubject(call) });
};

/** Ends an open call that nobody closed, even when that cannot be recorded: then the next call or the next start records it first. */
export const abandonCall = async (room: CallRoom, reason: AbandonReason): Promise<void> => {
  room.search?.abort();
  const { call } = room;
  if (!call) return;
  room.call = null;
  const step = { type: 'call.closed', outcome: 'abandoned', reason, ...aboutSubject(call) } as const;
  const recorded = await note(room, call, step);
  if (!recorded.ok) room.owed = owing(room, withoutSubject(call), reason);
  await room.clipboard.clearCopied();
  room.emit({ kind: 'call', call: null });
};

const pageSize = 500;

/** After a crash or a kill: the last call in the journal, if it was never closed, is closed now as abandoned. */
export const abandonUnfinished = async (audit: AuditLog): Promise<void> => {
  // Opens the journal; one that does not open has no call to close.
  if (!(await audit.open()).ok) return;
  for (let end = audit.head; end >= audit.first; end -= pageSize) {
    const begin = Math.max(audit.first - 1, end - pageSize);
    const page = await audit.page(begin, end - begin);
    if (!page.ok) return;
    const last = page.value.findLast(({ type }) => type === 'call.started' || type === 'call.closed');
    if (!last) continue;
    if (last.type === 'call.closed' || !last.call) return;
    const { call, purpose, ticket, drill } = last;
    const about = {
      ...{ call, ...(drill && { drill }) },
      ...(purpose !== null && { purpose }),
      ...(ticket !== null && { ticket }),
    };
    await audit.record({ type: 'call.closed', ...about, outcome: 'abandoned', reason: 'desk-stopped' });
    return;
  }
};
