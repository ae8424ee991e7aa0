import type { CallStep, CallView } from '../../../shared/call-view.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import type { Role } from '../policy/schema.js';
import { stepOf, withChange, withoutErrands, withProgress, type Call, type Chosen, type Progress } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import type { Settle, Turn } from './in-turn.js';
import { refused } from './offered.js';
import { verifyIfProven } from './verify.js';
import { viewOf } from './view.js';

/** Who confirmed, or why nobody did; the name too when somebody came who may not confirm. */
export type SecondAgentAnswer =
  | { readonly ok: true; readonly agent: string }
  | { readonly ok: false; readonly error: Failure; readonly agent: string | null };

/** Has another person sign in, for one confirmation, who has one of these roles; an agent or a supervisor where none are named. */
export type SecondAgentPort = (signal: AbortSignal, roles?: readonly Role[]) => Promise<SecondAgentAnswer>;

/** What a colleague is asked to confirm. */
export interface Errand {
  /** Stands in the entry of what came of it. */
  readonly about: 'second-agent' | 'in-person' | 'bypass';
  readonly at: readonly CallStep[];
  whyNot(call: Call, chosen: Chosen): Failure | null;
  readonly started: Step;
  confirmed(call: Call): Promise<Result<CallView>>;
}

/** A factor that another agent confirms; `said` goes on record with the asking. */
export const proof = (
  room: CallRoom,
  id: 'second-agent' | 'in-person',
  said: Pick<Step, 'reason' | 'sealed'> = {},
): Errand => ({
  about: id,
  at: ['proving'],
  whyNot: (call, { progress }) =>
    progress[id] === 'done' ? { code: 'wrong-step' } : (refused(room, call, id)?.error ?? null),
  started: { type: 'factor.started', outcome: id, ...said },
  confirmed: (call) => verifyIfProven(room, call),
});

const progressOf = ({ bypass, progress }: Chosen, about: Errand['about']): string | undefined =>
  about === 'bypass' ? bypass : progress[about];

const withErrand = (call: Call, about: Errand['about'], progress: Progress): Call =>
  about === 'bypass' ? withChange(call, { bypass: progress }) : withProgress(call, about, progress);

interface Started {
  readonly call: Call;
  readonly chosen: Chosen;
  readonly ask: SecondAgentPort;
  readonly controller: AbortController;
}

const start = (room: CallRoom, errand: Errand) => async (): Promise<Result<Started>> => {
  const at = callAt(room, ...errand.at);
  if (!at.ok) return at;
  const call = at.value;
  const { askSecondAgent: ask } = room;
  if (!call.chosen) return fail('wrong-step');
  const { subject } = call.chosen;
  const refusal = errand.whyNot(call, call.chosen);
  if (refusal) return { ok: false, error: refusal };
  if (!ask) return fail('factor-unavailable');
  const recorded = await record(room, call, { ...errand.started, subject });
  if (!recorded.ok) return recorded;
  // Asked once more: the page that nobody came back from counts no longer.
  room.secondAgent?.abort();
  room.secondAgent = new AbortController();
  room.call = withErrand(withoutErrands(call), errand.about, 'started');
  room.emit({ kind: 'call', call: viewOf(room, room.call) });
  return ok({ call, chosen: call.chosen, ask, controller: room.secondAgent });
};

/** A confirmation stands under the name of who gave it; of a refused one the name is sealed, for it proves nothing. */
const finished = (errand: Errand, { chosen }: Started, answer: SecondAgentAnswer, counts: boolean): Step => ({
  type: 'factor.finished',
  subject: chosen.subject,
  outcome: errand.about,
  reason: answer.ok && counts ? 'confirmed' : 'refused',
  ...(answer.ok && { by: { agent: answer.agent, role: null } }),
  ...(!answer.ok && answer.agent !== null && { sealed: { secondAgent: answer.agent } }),
});

/**
 * The call may have gone on meanwhile: what was confirmed about one subject or purpose proves nothing about another, opens nothing that wrong
 * answers have locked, and goes past no proof that was given after all.
 */
const stillAsked = (room: CallRoom, errand: Errand, { call: before, chosen, controller }: Started): Call | null => {
  const { call, secondAgent } = room;
  const isSame = call?.reference === before.reference && call.purpose === before.purpose;
  const isAsked = call?.chosen?.subject === chosen.subject && progressOf(call.chosen, errand.about) === 'started';
  return isSame && isAsked && errand.at.includes(stepOf(call)) && secondAgent === controller ? call : null;
};

const finish = async (
  room: CallRoom,
  errand: Errand,
  started: Started,
  answer: SecondAgentAnswer,
): Promise<Result<CallView>> => {
  const call = stillAsked(room, errand, started);
  if (room.secondAgent === started.controller) room.secondAgent = null;
  const recorded = await record(room, started.call, finished(errand, started, answer, call !== null));
  if (!call) return recorded.ok && !answer.ok ? { ok: false, error: answer.error } : fail('wrong-step');
  const confirmed = recorded.ok && answer.ok && room.whyNot() === null;
  const next = withErrand(call, errand.about, confirmed ? 'done' : 'failed');
  if (confirmed) return errand.confirmed(next);
  room.call = next;
  room.emit({ kind: 'call', call: viewOf(room, next) });
  if (!recorded.ok) return recorded;
  return { ok: false, error: answer.ok ? (room.whyNot() ?? { code: 'wrong-step' }) : answer.error };
};

/** Takes its turn to start and to finish; in between the other agent signs in, and the call goes on. */
export const askColleague = async (
  room: CallRoom,
  errand: Errand,
  timed: Turn,
  settle: Settle,
): Promise<Result<CallView>> => {
  const started = await timed(start(room, errand))();
  if (!started.ok) return started;
  const answer = await started.value.ask(started.value.controller.signal);
  // Not only for who may still act: what came of it is recorded whoever is signed in by then.
  return settle(() => finish(room, errand, started.value, answer));
};
