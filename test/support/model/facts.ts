import type { Field } from '../../../shared/subject.js';
import { asks, saidWith } from './rules.js';
import { atHand, rulesOf, type ModelCall, type State } from './state.js';
import { judge } from './proof.js';
import { countWrong } from './wrong-answers.js';

export type Rightness = 'right' | 'wrong' | 'again' | 'nothing';

const factsAsked = (state: State, { purpose, searched, at }: ModelCall): readonly Field[] =>
  asks(rulesOf(state, purpose), [...(searched ? saidWith(searched.by) : []), ...(at?.again ?? [])]);

/** Those that the caller has not been right about yet. */
export const factsLeft = (state: State, call: ModelCall): readonly Field[] =>
  factsAsked(state, call).filter((field) => !call.at?.right.has(field));

/** Whether the caller gets away with fewer facts for having answered with what was searched by. */
export const asksLess = (state: State, call: ModelCall): boolean => {
  const { at } = call;
  const anew = { ...call, at: at && { ...at, again: new Set<Field>() } };
  return factsAsked(state, call).length < factsAsked(state, anew).length;
};

/** What the caller knows. */
export const facts = (state: State) => ({
  factsLeft: (call: ModelCall) => factsLeft(state, call),
  /** @param rightness `again`: every fact is answered with what was searched by */
  compare: (rightness: Rightness, isSame: (field: Field) => boolean): boolean => {
    const { call, at } = atHand(state, 'comparing') ?? {};
    if (!call || !at || rightness === 'nothing') return false;
    const left = factsLeft(state, call);
    const again = rightness === 'again' ? left.filter(isSame) : [];
    const others = { ...call, at: { ...at, again: new Set([...at.again, ...again]) } };
    if (again.length > 0 && factsLeft(state, others).length === left.length) {
      again.forEach((field) => at.again.add(field));
      return true;
    }
    const isHeld = (field: Field): boolean => field === 'name' || field === 'status' || at.who[field] !== null;
    if (rightness !== 'right' || !left.every(isHeld)) {
      countWrong(state, call, at);
      return true;
    }
    left.forEach((field) => at.right.add(field));
    at.factsHold = true;
    judge(state, call);
    return true;
  },
});
