import type { SentCode } from '../../../shared/call-view.js';
import { judge } from './proof.js';
import { canBeCalledBack, canBeSent, type Way } from './rules.js';
import { atHand, minute, type AtHand, type ModelCall, type State } from './state.js';
import { countWrong } from './wrong-answers.js';

const pass = (state: State, call: ModelCall, at: AtHand, way: Way): true => {
  at.ways.add(way);
  judge(state, call);
  return true;
};

const callBack = (state: State) => ({
  startCallBack: (): boolean => {
    const { at } = atHand(state, 'proving') ?? {};
    if (!at || !canBeCalledBack(at.who, state.now)) return false;
    at.isCalling = true;
    at.ways.delete('call-back');
    return true;
  },
  finishCallBack: (isReached: boolean): boolean => {
    const { call, at } = atHand(state, 'proving') ?? {};
    if (!call || !at?.isCalling) return false;
    at.isCalling = false;
    return !isReached || pass(state, call, at, 'call-back');
  },
});

const codes = (state: State) => ({
  /** What nobody took may be sent again at once, and is worth nothing; what nobody answered about may still arrive. */
  sendCode: (way: SentCode): boolean => {
    const { at } = atHand(state, 'proving') ?? {};
    if (!at || at.ways.has(way)) return false;
    const { now, post, sent } = state;
    const key = `${way} ${at.who.id}`;
    if (!canBeSent(way, at.who, now) || now - (sent.get(key) ?? -Infinity) < 2 * minute) return false;
    if (post === 'refusing') {
      sent.delete(key);
      at.codes.delete(way);
      return false;
    }
    sent.set(key, now);
    at.codes.set(way, now + 10 * minute);
    return post === 'well';
  },
  /** @param isIt whether it is the newest that was sent that way */
  enterCode: (way: SentCode, isIt: boolean): boolean => {
    const { call, at } = atHand(state, 'proving') ?? {};
    const until = at?.codes.get(way);
    if (!call || !at || until === undefined) return false;
    if (until > state.now && !isIt) {
      countWrong(state, call, at);
      return true;
    }
    at.codes.delete(way);
    return until > state.now && pass(state, call, at, way);
  },
});

const oneTimePassword = (state: State) => ({
  /** A verifier that cannot be asked has said nothing, right or wrong. */
  checkTotp: (isRight: boolean): boolean => {
    const { call, at } = atHand(state, 'proving') ?? {};
    if (!call || !at || at.ways.has('totp') || state.post !== 'well') return false;
    if (isRight) return pass(state, call, at, 'totp');
    countWrong(state, call, at);
    return true;
  },
});

/** What the caller has, and what the agent sees alone. */
export const ways = (state: State) => ({
  ...callBack(state),
  ...codes(state),
  ...oneTimePassword(state),
  attestAlone: (): boolean => {
    const { call, at } = atHand(state, 'proving') ?? {};
    if (!call || !at || at.ways.has('in-person')) return false;
    return pass(state, call, at, 'in-person');
  },
});
