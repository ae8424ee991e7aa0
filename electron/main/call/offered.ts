import type { AssuranceView, FactorId, FactorView, WhyNot } from '../../../shared/call-view.js';
import { fail, type Failure } from '../../../shared/result.js';
import type { Factor } from '../factors/factor.js';
import { assuranceIn, countsFor } from './asked.js';
import { bringsNearer } from './assurance.js';
import type { Call, ProofId } from './call.js';
import type { CallRoom } from './call-room.js';

/** How a way to prove stands, whether it is offered or not. */
export const stateOf = ({ chosen }: Call, id: FactorId): Exclude<FactorView['state'], 'missing'> => {
  if (id !== 'facts') return chosen?.progress[id] ?? 'waiting';
  return chosen?.compared === 'match' ? 'done' : chosen?.compared === 'no-match' ? 'failed' : 'waiting';
};

/** A way that would bring the proof no nearer; one that is under way or done stays what it is. */
const isTaken = (reached: AssuranceView, factor: Factor, state: FactorView['state']): boolean =>
  state === 'started' || state === 'done' || bringsNearer(reached, factor);

/**
 * Why a way to prove is not offered for the subject at hand; null when it is. What the agent sees and what main takes are both decided here.
 * @param reached how the proof stands
 */
export const whyNotOffered = (call: Call, factor: Factor, reached: AssuranceView, now: Date): WhyNot | null => {
  const { chosen } = call;
  // Nothing about the subject is told before the facts match, not even that there is no phone.
  if (chosen?.compared !== 'match') return null;
  if (!countsFor(call, factor.id)) return 'not-taken';
  return (
    factor.whyNot(chosen.subject, now) ?? (isTaken(reached, factor, stateOf(call, factor.id)) ? null : 'not-taken')
  );
};

/** The same as a refusal: `factor-not-taken` by the purpose, or `factor-unavailable` for the subject. */
export const refused = (room: CallRoom, call: Call, id: ProofId): { ok: false; error: Failure } | null => {
  const why = whyNotOffered(call, room.factors[id], assuranceIn(room, call), room.now());
  return why && fail(why === 'not-taken' ? 'factor-not-taken' : 'factor-unavailable');
};
