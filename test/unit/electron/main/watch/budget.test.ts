import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../../../electron/main/watch/budget.js';
import { policySchema } from '../../../../../electron/main/policy/schema.js';
import { at, entryWith } from '../../../../support/entries.js';

const limits = policySchema.shape.limits.parse({ lookupsPerHour: 4, lookupsPerDay: 6, extensionLookups: 2 });
const lookup = (time: string, agent = 'agent') => entryWith({ type: 'lookup.requested', time, agent });
const extension = (time: string) => entryWith({ type: 'budget.extended', time });
const left = (entries: readonly ReturnType<typeof entryWith>[], now: string, agent = 'agent'): boolean => {
  const budget = createBudget(limits);
  entries.forEach(budget.note);
  return budget.hasLeft(agent, new Date(now));
};
const many = (count: number, time: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => lookup(time(i)));

describe('the budget', () => {
  it.each([
    ['nothing looked up', [], at({}), true],
    ['one less than the hour allows', many(3, () => at({})), at({}), true],
    ['as many as the hour allows', many(4, () => at({})), at({ minutes: 1 }), false],
    ['an hour later', many(4, () => at({})), at({ hours: 1 }), true],
    ['just before that', many(4, () => at({})), at({ minutes: 59 }), false],
    ['as many as the day allows', many(6, (i) => at({ hours: i * 2 })), at({ hours: 13 }), false],
    ['a day after the first', many(6, (i) => at({ hours: i * 2 })), at({ hours: 24 }), true],
  ])('%s', (_name, entries, now, expected) => expect(left(entries, now)).toBe(expected));

  it('is each agent’s own', () => {
    expect(
      left(
        many(4, () => at({})),
        at({}),
        'other',
      ),
    ).toBe(true);
  });

  it('opens a few more for a reason, for an hour and no more than those', () => {
    const spent = [...many(4, () => at({})), extension(at({ minutes: 1 }))];
    expect(left(spent, at({ minutes: 1 }))).toBe(true);
    expect(left([...spent, lookup(at({ minutes: 1 }))], at({ minutes: 2 }))).toBe(true);
    expect(left([...spent, lookup(at({ minutes: 1 })), lookup(at({ minutes: 2 }))], at({ minutes: 3 }))).toBe(false);
    const again = [...spent, lookup(at({ minutes: 1 })), lookup(at({ minutes: 2 })), extension(at({ minutes: 3 }))];
    expect(left(again, at({ minutes: 3 }))).toBe(true);
  });

  it('opens after an extension even where the policy has since become stricter', () => {
    expect(left([...many(20, () => at({})), extension(at({ minutes: 1 }))], at({ minutes: 1 }))).toBe(true);
  });

  it('is not fresh when the clock is set back after it was used up', () => {
    const spent = many(4, () => at({}));
    for (const back of [{ minutes: -30 }, { hours: -2 }, { days: -1 }, { days: -400 }]) {
      expect(left(spent, at(back)), JSON.stringify(back)).toBe(false);
    }
  });

  it('is not fresh when the clock was set back while it was used, and right again after', () => {
    const before = entryWith({ time: at({}) });
    expect(left([before, ...many(4, () => at({ days: -2 }))], at({ minutes: 10 }))).toBe(false);
  });

  it('never allows more than the hour’s and a reason’s, however the clock is moved', () => {
    const moves = fc.array(fc.integer({ min: -600, max: 0 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(moves, (minutes) => {
        const budget = createBudget(limits);
        budget.note(entryWith({ time: at({}) }));
        const allowed = minutes.filter((back) => {
          const time = at({ minutes: back });
          if (!budget.hasLeft('agent', new Date(time))) return false;
          budget.note(lookup(time));
          return true;
        });
        expect(allowed).toHaveLength(limits.lookupsPerHour);
      }),
    );
  });
});
