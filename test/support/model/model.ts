import type { Policy } from '../../../electron/main/policy/schema.js';
import { budget } from './budget.js';
import { colleagues } from './colleagues.js';
import { facts } from './facts.js';
import { finding } from './finding.js';
import { presence } from './presence.js';
import { purposes } from './purposes.js';
import { showing } from './showing.js';
import { end, firstState, isShut, openAt, rulesOf, stepOf } from './state.js';
import { ways } from './ways.js';
import { wrongAnswers } from './wrong-answers.js';
import type { PostState } from './post.js';

/**
 * The desk as the rules have it. Each operation changes it and tells whether the desk is to allow it; what is refused changes nothing
 * but the time that is over.
 */
export const createModel = (policy: Policy) => {
  const state = firstState(policy);
  return {
    ...finding(state),
    ...budget(state),
    ...facts(state),
    ...ways(state),
    ...colleagues(state),
    ...wrongAnswers(state),
    ...purposes(state),
    ...showing(state),
    ...presence(state),
    close: (outcome: string): boolean => {
      const call = openAt(state, 'finding', 'comparing', 'proving', 'verified', 'bypassed', 'locked');
      if (call) end(state, outcome);
      return call !== null;
    },
    postIs: (post: PostState): void => void (state.post = post),
    isShut: () => isShut(state),
    /** Of the call at hand. */
    get kind() {
      return state.call && rulesOf(state, state.call.purpose).kind;
    },
    get now() {
      return state.now;
    },
    get call() {
      return state.call;
    },
    get step() {
      return state.call && stepOf(state.call);
    },
    get isSignedIn() {
      return state.isSignedIn;
    },
    get isDeskLocked() {
      return state.lockedSince !== null;
    },
    ...{
      locks: state.locks,
      ended: state.ended,
      recorded: state.recorded,
      lookups: state.lookups,
      seenAlone: !policy.factors.inPerson?.secondAgent,
    },
  };
};

export type Model = ReturnType<typeof createModel>;
