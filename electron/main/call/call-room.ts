import type { DeskEvent } from '../../../shared/desk-state.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { CallStep, FactorId } from '../../../shared/call-view.js';
import type { AuditLog, Step } from '../audit/audit-log.js';
import type { RecordReceipt } from '../audit/disclosure.js';
import type { Factor } from '../factors/factor.js';
import type { SendPace } from '../factors/send-pace.js';
import type { Policy, Role } from '../policy/schema.js';
import type { RequestDesk } from '../requests/request-desk.js';
import type { Registry } from '../registry/registry.js';
import type { CallWatch } from './call-watch.js';
import { stepOf, type Call } from './call.js';
import type { BriefClipboard } from './clipboard.js';
import type { SecondAgentPort } from './colleague.js';
import type { EqualTime } from './equal-time.js';

/** What every use case of a call works with. */
export interface CallRoom {
  readonly policy: Policy;
  readonly audit: Pick<AuditLog, 'record' | 'mayDisclose' | 'pseudonyms'>;
  readonly registry: Pick<Registry, 'search' | 'inPlace'>;
  readonly factors: Readonly<Record<FactorId, Factor>>;
  /** Of who is signed in. */
  readonly roles: () => readonly Role[];
  readonly equalTime: EqualTime;
  /** Keeps what the call leaves behind, and sends it. */
  readonly requests: RequestDesk;
  readonly pace: SendPace;
  readonly clipboard: BriefClipboard;
  /** Asks about misuse, and stops what must not go on. */
  readonly watch: CallWatch;
  /** Why nobody may go on with the call; asked in its turn, for what was let in before a sign-out or a lock must not run after it. */
  readonly whyNot: () => Failure | null;
  /** Another agent's sign-in at this desk; `null` where there is no provider to sign in to. */
  readonly askSecondAgent: SecondAgentPort | null;
  /** Hands a `tel:` URI to the operating system. */
  readonly dial: (uri: string) => Promise<void>;
  readonly emit: (event: DeskEvent) => void;
  readonly now: () => Date;
  /** Milliseconds by a clock that nobody can set. */
  readonly monotonic: () => number;
  call: Call | null;
  search: AbortController | null;
  /** The second agent's sign-in under way. */
  secondAgent: AbortController | null;
  /** The end of an abandoned call that could not be recorded yet. */
  owed: (() => Promise<Result<RecordReceipt>>) | null;
}

/** The call, if it stands at one of these steps; else why not. */
export const callAt = (room: CallRoom, ...steps: readonly CallStep[]): Result<Call> => {
  if (!room.call) return fail('no-call');
  const step = stepOf(room.call);
  if (steps.includes(step)) return ok(room.call);
  return fail(step === 'locked' ? 'call-locked' : 'wrong-step');
};

/** The same as a refusal. */
export const whyShut = (room: CallRoom): { ok: false; error: Failure } | null => {
  const error = room.whyNot();
  return error && { ok: false, error };
};

/** Puts on record what happens to a call whoever sits at the desk. */
export const note = (room: CallRoom, call: Call, ...steps: readonly Step[]): Promise<Result<RecordReceipt>> =>
  room.audit.record(
    ...steps.map((step) => ({ call: call.reference, purpose: call.purpose, ticket: call.ticket, ...step })),
  );

/** Records steps of this call; the caller commits its change only when this answered ok. */
export const record = async (room: CallRoom, call: Call, ...steps: readonly Step[]): Promise<Result<RecordReceipt>> => {
  const recorded = await note(room, call, ...steps);
  // SECURITY: what was about to be done when the desk was locked is on record and is not done.
  return recorded.ok ? (whyShut(room) ?? recorded) : recorded;
};
