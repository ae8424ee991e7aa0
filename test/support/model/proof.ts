import { canUse, isProven, isTaken, minutesOf, type Way } from './rules.js';
import { minute, rulesOf, type AtHand, type ModelCall, type State } from './state.js';

const asked = (state: State, { purpose }: ModelCall) => ({
  ...{ purpose, rules: rulesOf(state, purpose) },
  ...{ populations: state.policy.populations, raisedThreat: state.policy.raisedThreat },
});

const isUnderWay = ({ asking }: ModelCall, { isCalling, codes }: AtHand, way: Way): boolean =>
  asking === way || (way === 'call-back' && isCalling) || [...codes.keys()].some((each) => each === way);

/** Whether a way is open: the subject has it, and the purpose takes it. */
export const isOffered = (state: State, call: ModelCall, at: AtHand, way: Way): boolean =>
  canUse(way, at.who, state.now) &&
  isTaken(asked(state, call), at.who, at.ways, way, at.ways.has(way) || isUnderWay(call, at, way));

/** When a proof that is given now is over. */
export const freshUntil = (state: State, call: ModelCall): number => state.now + minutesOf(asked(state, call)) * minute;

/** The caller is verified once everything that is asked was given. What was carried over holds no longer for it. */
export const judge = (state: State, call: ModelCall): void => {
  const { at, carried } = call;
  if (!at?.factsHold || !isProven(asked(state, call), at.who, at.ways)) return;
  const fresh = freshUntil(state, call);
  const isOnlyCarried = carried !== null && [...at.ways].every((way) => carried.ways.has(way));
  call.verifiedUntil = isOnlyCarried ? Math.min(fresh, carried.until) : fresh;
  call.carried = null;
  call.wasVerified = true;
  state.recorded.verified += 1;
};

/** What was proven, or gone past, is over with its time. */
export const lapse = ({ call, now }: State): void => {
  const until = call?.verifiedUntil ?? call?.bypassedUntil ?? call?.carried?.until ?? null;
  if (!call || until === null || until > now) return;
  Object.assign(call, { verifiedUntil: null, bypassedUntil: null, carried: null, asking: null });
  call.shown.clear();
  const { at } = call;
  if (!at) return;
  at.right.clear();
  at.ways.clear();
  at.codes.clear();
  Object.assign(at, { factsHold: false, isCalling: false });
};
