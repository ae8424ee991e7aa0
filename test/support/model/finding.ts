import type { Subject } from '../../../electron/main/registry/subject.js';
import type { IdentifierKind } from '../../../shared/subject.js';
import { lookUp } from './budget.js';
import { isOpenTo } from './rules.js';
import { begun, forget, isShut, openAt, rulesOf, type State } from './state.js';
import { foundBy } from './world.js';
import { isLockedOut, leftFor } from './wrong-answers.js';

/** How a call begins, and whom it is about. */
export const finding = (state: State) => ({
  start: (purpose: string): boolean => {
    if (isShut(state) || state.call || !Object.hasOwn(state.policy.purposes, purpose)) return false;
    state.call = begun(purpose);
    return true;
  },
  find: (by: IdentifierKind, text: string): boolean => {
    const call = openAt(state, 'finding', 'comparing', 'proving');
    if (!call) return false;
    forget(call);
    Object.assign(call, { listed: [], searched: null });
    if (!lookUp(state)) return false;
    const rules = rulesOf(state, call.purpose);
    const isOpen = (who: Subject): boolean => isOpenTo(rules, who);
    call.searched = { by, text };
    call.listed = rules.kind === 'billing-check' ? [] : foundBy(by, text).filter(isOpen);
    return true;
  },
  choose: (number: number): boolean => {
    const call = openAt(state, 'finding', 'comparing', 'proving');
    const who = call?.listed[number - 1];
    if (!call || !who) return false;
    forget(call);
    call.isLocked = isLockedOut(state, who);
    const nothing = { right: new Set<never>(), again: new Set<never>(), ways: new Set<never>(), codes: new Map() };
    call.at = { who, ...nothing, factsHold: false, isCalling: false, left: leftFor(state, who) };
    return true;
  },
});
