import type { SentCode } from '../../../shared/call-view.js';
import { isOffered, judge } from './proof.js';
import { allWays, type Way } from './rules.js';
import { atHand, minute, type AtHand, type ModelCall, type State } from './state.js';
import { countWrong } from './wrong-answers.js';

const pass = (state: State, call: ModelCall, at: AtHand, way: Way): true => {
  at.ways.add(way);
  judge(state, call);
  return true;
};

const callBack = (state: State) => ({
  startCallBack: (): boolean => {
    const { call, at } = atHand(state, 'proving') ?? {};
    if (!call || !at || at.ways.has('call-back') || !isOffered(state, call, at, 'call-back')) return false;
    at.isCalling = true;
    return true;
  },
  finishCallBack: (isReached: boolean): boolean => {
    const { call, at } = atHand(state, 'proving') ?? {};
    if (!call || !at?.isCalling || !isOffered(state, call, at, 'call-back')) return false;
    at.isCalling = false;
    return !isReached || pass(state, call, at, 'call-back');
  },
});

const codes = (state: State) => ({
  /** What nobody took may be sent again at once, and is worth nothing; what nobody answered about may still arrive. */
  sendCode: (way: SentCode): boolean => {
    const { call, at } = atHand(state, 'proving') ?? {};
    if (!call || !at || at.ways.has(way) || !isOffered(state, call, at, way)) return false;
    const { now, post, sent } = state;
    const key = `${way} ${at.who.id}`;
    if (now - (sent.get(key) ?? -Infinity) < 2 * minute) return false;
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
    if (!call || !at || until === undefined || !isOffered(state, call, at, way)) return false;
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
    if (!call || !at || at.ways.has('totp') || !isOffered(state, call, at, 'totp')) return false;
    if (state.post !== 'well') return false;
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
  /** Those that the agent may go on with. */
  open: (): readonly Way[] => {
    const { call, at } = atHand(state, 'proving') ?? {};
    return call && at ? allWays.filter((way) => !at.ways.has(way) && isOffered(state, call, at, way)) : [];
  },
  attestAlone: (): boolean => {
    const { call, at } = atHand(state, 'proving') ?? {};
    if (!call || !at || at.ways.has('in-person') || !isOffered(state, call, at, 'in-person')) return false;
    return pass(state, call, at, 'in-person');
  },
});
