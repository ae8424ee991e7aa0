import type { CallView } from '../../../shared/call-view.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import { withProgress, type Call, type Chosen } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import type { Settle, Turn } from './in-turn.js';
import { verifyIfProven } from './verify.js';
import { viewOf } from './view.js';

/** Who confirmed, or why nobody did; the name too when somebody came who may not confirm. */
export type SecondAgentAnswer =
  | { readonly ok: true; readonly agent: string }
  | { readonly ok: false; readonly error: Failure; readonly agent: string | null };

/** Has another agent sign in, for one confirmation. */
export type SecondAgentPort = (signal: AbortSignal) => Promise<SecondAgentAnswer>;

/** What another agent is asked to confirm. */
interface Question extends Pick<Step, 'reason' | 'sealed'> {
  readonly id: 'second-agent' | 'in-person';
}

interface Started {
  readonly id: Question['id'];
  readonly call: Call;
  readonly chosen: Chosen;
  readonly ask: SecondAgentPort;
  readonly controller: AbortController;
}

const start =
  (room: CallRoom, { id, ...asked }: Question) =>
  async (): Promise<Result<Started>> => {
    const at = callAt(room, 'proving');
    if (!at.ok) return at;
    const call = at.value;
    const { askSecondAgent: ask } = room;
    if (!call.chosen || call.chosen.progress[id] === 'done') return fail('wrong-step');
    const { subject } = call.chosen;
    if (!ask || room.factors[id].whyNot(subject, room.now())) return fail('factor-unavailable');
    const recorded = await record(room, call, { type: 'factor.started', subject, outcome: id, ...asked });
    if (!recorded.ok) return recorded;
    // Asked once more: the page that nobody came back from counts no longer.
    room.secondAgent?.abort();
    room.secondAgent = new AbortController();
    room.call = withProgress(call, id, 'started');
    room.emit({ kind: 'call', call: viewOf(room, room.call) });
    return ok({ id, call, chosen: call.chosen, ask, controller: room.secondAgent });
  };

/** A confirmation stands under the name of who gave it; of a refused one the name is sealed, for it proves nothing. */
const finished = ({ id, chosen }: Started, answer: SecondAgentAnswer, counts: boolean): Step => ({
  type: 'factor.finished',
  subject: chosen.subject,
  outcome: id,
  reason: answer.ok && counts ? 'confirmed' : 'refused',
  ...(answer.ok && { by: { agent: answer.agent, role: null } }),
  ...(!answer.ok && answer.agent !== null && { sealed: { secondAgent: answer.agent } }),
});

/** The call may have gone on meanwhile: what was confirmed about one subject proves nothing about another. */
const stillAsked = ({ call, secondAgent }: CallRoom, { id, call: before, chosen, controller }: Started): Call | null =>
  secondAgent === controller &&
  call?.reference === before.reference &&
  call.chosen?.subject === chosen.subject &&
  call.chosen.progress[id] === 'started'
    ? call
    : null;

const finish = async (room: CallRoom, started: Started, answer: SecondAgentAnswer): Promise<Result<CallView>> => {
  const call = stillAsked(room, started);
  if (room.secondAgent === started.controller) room.secondAgent = null;
  const recorded = await record(room, started.call, finished(started, answer, call !== null));
  if (!call) return recorded.ok && !answer.ok ? { ok: false, error: answer.error } : fail('wrong-step');
  const confirmed = recorded.ok && answer.ok && room.whyNot() === null;
  const next = withProgress(call, started.id, confirmed ? 'done' : 'failed');
  if (confirmed) return verifyIfProven(room, next);
  room.call = next;
  room.emit({ kind: 'call', call: viewOf(room, next) });
  if (!recorded.ok) return recorded;
  return { ok: false, error: answer.ok ? (room.whyNot() ?? { code: 'wrong-step' }) : answer.error };
};

/** Takes its turn to start and to finish; in between the other agent signs in, and the call goes on. */
export const confirmedBySecondAgent = async (
  room: CallRoom,
  timed: Turn,
  settle: Settle,
  question: Question,
): Promise<Result<CallView>> => {
  const started = await timed(start(room, question))();
  if (!started.ok) return started;
  const answer = await started.value.ask(started.value.controller.signal);
  // Not only for who may still act: what came of it is recorded whoever is signed in by then.
  return settle(() => finish(room, started.value, answer));
};

/** As a factor of its own. */
export const proveBySecondAgent = (room: CallRoom, timed: Turn, settle: Settle) => (): Promise<Result<CallView>> =>
  confirmedBySecondAgent(room, timed, settle, { id: 'second-agent' });

/** Takes effect at once; the confirmation under way then answers `sign-in-cancelled`. */
export const cancelSecondAgent = (room: CallRoom) => (): Promise<Result<{ cancelled: boolean }>> => {
  const cancelled = room.secondAgent !== null;
  room.secondAgent?.abort();
  return Promise.resolve(ok({ cancelled }));
};
