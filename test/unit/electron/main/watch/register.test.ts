import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRegister } from '../../../../../electron/main/watch/register.js';
import type { AuditEntry } from '../../../../../shared/audit-entry.js';
import { ruleIds } from '../../../../../shared/watch.js';
import { at, story } from '../../../../support/entries.js';

const registerOf = (entries: readonly AuditEntry[]) => {
  const register = createRegister();
  entries.forEach(register.note);
  return register;
};
const raised = (rule: string, call: string, more: Partial<AuditEntry> = {}): Partial<AuditEntry> => ({
  type: 'flag.raised',
  reason: rule,
  call,
  ticket: 'INC-1',
  subject: 'pseudonym',
  ...more,
});
const always = at({ days: -365 });

const some = fc.array(
  fc.record({
    type: fc.constantFrom('flag.raised' as const, 'flag.reviewed' as const, 'notice.accepted' as const),
    call: fc.constantFrom('A', 'B', null),
    agent: fc.constantFrom('a', 'b'),
    reason: fc.constantFrom(...ruleIds, 'entry-1', 'entry-2', 'no-such-rule'),
    outcome: fc.constantFrom('explained', 'false-alarm', '1', '1+2', 'nonsense'),
  }),
  { maxLength: 20 },
);

describe('the register of flags', () => {
  it('shows a flag with what it is about', () => {
    const register = registerOf(story(raised('own-record', 'A')));
    expect(register.flags(always)).toEqual([
      {
        id: 'entry-1',
        rule: 'own-record',
        time: at({}),
        call: 'A',
        ticket: 'INC-1',
        subject: 'pseudonym',
        agent: 'agent',
        review: null,
      },
    ]);
  });

  it('names no agent where the rule is about what was done to a subject', () => {
    const register = registerOf(story(raised('subject-under-attack', 'A'), raised('lost-phone-reset', 'A')));
    expect(register.flags(always).map(({ agent }) => agent)).toEqual([null, null]);
  });

  it('takes several flags of the same rule and call as one, the first', () => {
    const register = registerOf(story(raised('own-record', 'A'), raised('own-record', 'A'), raised('own-record', 'B')));
    expect(register.flags(always).map(({ id }) => id)).toEqual(['entry-3', 'entry-1']);
  });

  it('shows the last review', () => {
    const review = (outcome: string): Partial<AuditEntry> => ({ type: 'flag.reviewed', reason: 'entry-1', outcome });
    const register = registerOf(story(raised('own-record', 'A'), review('explained'), review('false-alarm')));
    expect(register.flag('entry-1')?.review).toMatchObject({ outcome: 'false-alarm', by: 'agent' });
    expect(register.flag('entry-2')).toBeNull();
  });

  it('knows the notice that each agent accepted last', () => {
    const accepted = (agent: string, outcome: string): Partial<AuditEntry> => ({
      type: 'notice.accepted',
      agent,
      outcome,
    });
    const register = registerOf(story(accepted('a', '1'), accepted('b', '1'), accepted('a', '2')));
    expect([register.accepted('a'), register.accepted('b'), register.accepted('c')]).toEqual(['2', '1', undefined]);
  });

  it('is the same in whichever order the entries are read, and however often', () => {
    fc.assert(
      fc.property(some, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (steps, places) => {
        const entries = story(...steps);
        const shuffled = [...entries, ...entries]
          .map((entry, index) => ({ entry, place: places[index] ?? 0 }))
          .sort((one, other) => one.place - other.place)
          .map(({ entry }) => entry);
        const [one, other] = [registerOf(entries), registerOf(shuffled)];
        expect(other.flags(always)).toEqual(one.flags(always));
        for (const agent of ['a', 'b']) expect(other.accepted(agent)).toBe(one.accepted(agent));
      }),
    );
  });

  it('orders by time alone: other names for the agents change nothing but the names', () => {
    fc.assert(
      fc.property(some, (steps) => {
        const swapped = steps.map((step) => ({ ...step, agent: step.agent === 'a' ? ('b' as const) : ('a' as const) }));
        const rows = (all: typeof steps) =>
          registerOf(story(...all))
            .flags(always)
            .map(({ id, rule }) => [id, rule]);
        expect(rows(swapped)).toEqual(rows(steps));
      }),
    );
  });
});
