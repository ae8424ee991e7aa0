import type { RequestKind } from '../../../shared/request.js';
import type { Field } from '../../../shared/subject.js';
import { openAt, rulesOf, type State } from './state.js';

const mayShow = (state: State, field: Field): 'plain' | 'masked' | null => {
  const call = openAt(state, 'verified', 'bypassed');
  if (!call || call.at?.who.restricted) return null;
  const { show, showMasked, kind } = rulesOf(state, call.purpose);
  if (kind === 'disclose') {
    const { handed } = call;
    const isTheirs = handed !== null && handed.who === call.at?.who && handed.searched === call.searched;
    return isTheirs && handed.fields.includes(field) ? 'plain' : null;
  }
  return show.includes(field) ? 'plain' : showMasked.includes(field) ? 'masked' : null;
};

/** What is told of the subject, and what is left behind about them. */
export const showing = (state: State) => ({
  mayShow: (field: Field) => mayShow(state, field),
  reveal: (field: Field): boolean => {
    const { call, recorded, policy, now } = state;
    if (!call || !mayShow(state, field)) return false;
    recorded.revealed += 1;
    const isHeld = field === 'name' || field === 'status' || call.at?.who[field] !== null;
    if (isHeld) call.shown.set(field, now + policy.limits.revealSeconds * 1000);
    return isHeld;
  },
  copy: (field: Field): boolean => {
    if (!mayShow(state, field) || (state.call?.shown.get(field) ?? 0) <= state.now) return false;
    state.recorded.copied += 1;
    return true;
  },
  /** Once in a call, of the purpose's own kind, for a caller who is verified and not only let past. */
  file: (kind: RequestKind, fields: readonly Field[]): boolean => {
    const call = openAt(state, 'verified');
    if (!call?.at || call.hasFiled) return false;
    const rules = rulesOf(state, call.purpose);
    if (rules.kind !== kind) return false;
    if (kind === 'disclose' && !(fields.length > 0 && fields.every((field) => rules.show.includes(field))))
      return false;
    call.hasFiled = true;
    call.handed = { searched: call.searched, who: call.at.who, fields: kind === 'disclose' ? fields : [] };
    state.recorded.filed += 1;
    return true;
  },
});
