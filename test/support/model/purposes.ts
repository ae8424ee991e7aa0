import { asksLess, factsLeft } from './facts.js';
import { judge } from './proof.js';
import { isOpenTo } from './rules.js';
import { dropSubject, openAt, rulesOf, type State } from './state.js';

const steps = ['finding', 'comparing', 'proving', 'verified', 'bypassed'] as const;

/** The same caller, for something else. */
export const purposes = (state: State) => ({
  changePurpose: (purpose: string): boolean => {
    const call = openAt(state, ...steps);
    if (!call || !Object.hasOwn(state.policy.purposes, purpose) || purpose === call.purpose) return false;
    const rules = rulesOf(state, purpose);
    if ([rules.kind, rulesOf(state, call.purpose).kind].includes('billing-check')) return false;
    if (call.wasVerified) call.alsoFor.add(call.purpose);
    if (call.verifiedUntil !== null && call.bypassedUntil === null && call.at)
      call.carried = { until: call.verifiedUntil, ways: new Set(call.at.ways) };
    Object.assign(call, { purpose, verifiedUntil: null, bypassedUntil: null, asking: null, wasVerified: false });
    if (!call.at || !isOpenTo(rules, call.at.who)) {
      dropSubject(call);
      return true;
    }
    if (asksLess(state, call)) call.at.again.clear();
    call.at.factsHold = factsLeft(state, call).length === 0;
    judge(state, call);
    if (call.verifiedUntil === null) call.shown.clear();
    return true;
  },
});
