import type { Handlers, RequestOf } from '../../../shared/contract.js';
import type { DeskEvent } from '../../../shared/desk-state.js';
import type { CallerId, DrillView } from '../../../shared/drill.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { CallHandlers, CallUseCases } from '../call/late-calls.js';
import type { Exercise } from './exercise.js';

export interface DrillDesk extends CallUseCases {
  /** Null while no drill is on. */
  drill(): DrillView | null;
  readonly drillHandlers: Pick<Handlers, 'startDrill' | 'endDrill'>;
}

interface DrillDeskParts {
  /** The desk's real calls. */
  readonly calls: CallUseCases;
  /** `purpose-unknown` when the policy has no purpose that this caller could ask for. */
  readonly open: (caller: CallerId) => Promise<Result<Exercise>>;
  readonly emit: (event: DeskEvent) => void;
}

type AnyHandlers = Readonly<Record<string, (request: unknown) => Promise<unknown>>>;

/**
 * The calls of the desk, or those of a drill: never both. What the page asks of a call goes to the drill while one is on; none begins
 * while there is a call or anything is under way that may become one.
 */
export const createDrillDesk = ({ calls, open, emit }: DrillDeskParts): DrillDesk => {
  let exercise: Exercise | null = null;
  let underWay = 0;
  const current = (): CallUseCases => exercise ?? calls;
  const isBusy = (): boolean => underWay > 0 || calls.view() !== null || current().view() !== null;

  const switched = (name: string) => async (request: unknown) => {
    underWay += 1;
    try {
      return await (current().handlers as unknown as AnyHandlers)[name]?.(request);
    } finally {
      underWay -= 1;
    }
  };

  const endDrill = async (): Promise<Result<{ ended: boolean }>> => {
    const ending = exercise;
    if (!ending) return ok({ ended: false });
    const ended = await ending.end();
    if (!ended.ok) return ended;
    if (exercise === ending) exercise = null;
    emit({ kind: 'state' });
    return ok({ ended: true });
  };
  const startDrill = async ({ caller }: RequestOf<'startDrill'>): Promise<Result<DrillView>> => {
    if (isBusy()) return fail('call-open');
    const opened = await open(caller);
    if (!opened.ok) return opened;
    const before = await endDrill();
    if (!before.ok) return before;
    // SECURITY: asked again after the waiting, and nothing is waited for between this answer and the change.
    if (isBusy()) return fail('call-open');
    exercise = opened.value;
    emit({ kind: 'state' });
    return ok(exercise.drill());
  };

  return {
    handlers: Object.fromEntries(
      Object.keys(calls.handlers).map((name) => [name, switched(name)]),
    ) as unknown as CallHandlers,
    drillHandlers: { startDrill, endDrill },
    drill: () => exercise?.drill() ?? null,
    view: () => current().view(),
    abandon: async (reason) => {
      const ending = exercise;
      await ending?.abandon(reason);
      if (exercise === ending) exercise = null;
      await calls.abandon(reason);
    },
    putAway: () => current().putAway(),
  };
};
