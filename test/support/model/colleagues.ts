import type { CallStep } from '../../../shared/call-view.js';
import { freshUntil, isOffered, judge } from './proof.js';
import { atHand, rulesOf, type Errand, type State } from './state.js';

const stepsFor = (what: Errand): CallStep[] => (what === 'bypass' ? ['comparing', 'proving'] : ['proving']);

/** What needs another agent at this desk. */
export const colleagues = (state: State) => ({
  askColleague: (what: Errand): boolean => {
    const { call, at } = atHand(state, ...stepsFor(what)) ?? {};
    if (!call || !at) return false;
    if (what === 'bypass' && !rulesOf(state, call.purpose).bypass) return false;
    if (what !== 'bypass' && (at.ways.has(what) || !isOffered(state, call, at, what))) return false;
    call.asking = what;
    return true;
  },
  colleagueAnswers: (isConfirmed: boolean): boolean => {
    const what = state.call?.asking;
    if (!state.call || !what) return false;
    state.call.asking = null;
    const { call, at } = atHand(state, ...stepsFor(what)) ?? {};
    if (!call || !at || !isConfirmed) return false;
    if (what !== 'bypass') {
      at.ways.add(what);
      judge(state, call);
      return true;
    }
    call.bypassedUntil = freshUntil(state, call);
    call.wasBypassed = true;
    state.recorded.bypassed += 1;
    return true;
  },
});
