import { minute, openAt, type State } from './state.js';

const hour = 60 * minute;

const within = ({ lookups, now }: State, span: number): number => lookups.filter((time) => time > now - span).length;

/** So many lookups in any hour and any day; then those that a written reason opens, for an hour. */
const hasLookupLeft = (state: State): boolean => {
  const { extended, now, policy } = state;
  const { lookupsPerHour, lookupsPerDay, extensionLookups } = policy.limits;
  if (extended && extended.at > now - hour && extended.used < extensionLookups) return true;
  return within(state, hour) < lookupsPerHour && within(state, 24 * hour) < lookupsPerDay;
};

/** Takes a lookup, if one is left. */
export const lookUp = (state: State): boolean => {
  if (!hasLookupLeft(state)) return false;
  state.lookups.push(state.now);
  if (state.extended) state.extended.used += 1;
  return true;
};

/** How often an agent may look, whoever it is about. */
export const budget = (state: State) => ({
  hasLookupLeft: () => hasLookupLeft(state),
  extendBudget: (): boolean => {
    if (!openAt(state, 'finding', 'comparing', 'proving') || hasLookupLeft(state)) return false;
    state.extended = { at: state.now, used: 0 };
    state.recorded.extended += 1;
    return true;
  },
});
