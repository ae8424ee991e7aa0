import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../../../electron/main/access/session.js';
import { Withheld } from '../../../../../electron/main/audit/disclosure.js';
import type { Policy } from '../../../../../electron/main/policy/schema.js';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import { createWatch, type Watch } from '../../../../../electron/main/watch/watch.js';
import type { AuditEntry } from '../../../../../shared/audit-entry.js';
import type { DeskEvent } from '../../../../../shared/desk-state.js';
import { fail, ok } from '../../../../../shared/result.js';
import { readFileSync } from 'node:fs';
import { at, noon, story } from '../../../../support/entries.js';
import { createMemoryAudit } from '../../../../support/memory-audit.js';
import { subjectWith } from '../../../../support/subjects.js';

const demo = readFileSync(new URL('../../../../../resources/demo-policy.json', import.meta.url), 'utf8');
const policyWith = (changes: object = {}): Policy => {
  const checked = checkPolicy(JSON.stringify({ ...(JSON.parse(demo) as object), version: 'test', ...changes }));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.policy;
};
const agent: Session = {
  agent: 'agent',
  roles: ['agent', 'supervisor'],
  person: { userName: 'asa.bjorkskar', email: null, familyName: null },
};

interface Options {
  readonly policy?: Policy;
  readonly session?: Session;
  readonly now?: string;
}

/** A desk's watch on a journal in memory; again on the same entries is a restart. */
const watchOver = (entries: AuditEntry[], { policy = policyWith(), session = agent, now = at({}) }: Options = {}) => {
  let watch: Watch | null = null;
  let time = now;
  const events: DeskEvent[] = [];
  const memory = createMemoryAudit(
    entries,
    () => ({ time, agent: session.agent, policy: policy.version }),
    () => watch?.follow(),
  );
  watch = createWatch({
    audit: memory.audit,
    policy,
    session: () => session,
    started: Promise.resolve(),
    emit: (event) => void events.push(event),
    now: () => new Date(time),
  });
  const flags = () => entries.filter(({ type }) => type === 'flag.raised').map(({ reason, call }) => [reason, call]);
  return {
    ...memory,
    watch,
    events,
    flags,
    setTime: (next: string) => void (time = next),
    /** Until everything appended has been looked at and nothing more is appended. */
    settled: async () => {
      for (let head = -1; head !== entries.length;) {
        head = entries.length;
        await watch.call.mayLookUp();
        for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
};

const attack = (count: number, more: Partial<AuditEntry> = {}): Partial<AuditEntry>[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'claims.compared',
    outcome: 'no-match',
    subject: 'anna',
    call: `call ${index}`,
    ...more,
  }));

describe('flags', () => {
  it('are entries, raised once for what the journal holds', async () => {
    const desk = watchOver(story(...attack(3)));
    await desk.settled();
    expect(desk.flags()).toEqual([['subject-under-attack', 'call 2']]);
    expect(desk.entries.at(-1)).toMatchObject({ subject: 'anna', call: 'call 2', agent: 'agent' });
  });

  it('are not doubled by a restart, and one that was owed is raised by it', async () => {
    const first = watchOver(story(...attack(2)));
    await first.settled();
    expect(first.flags()).toEqual([]);
    first.entries.push(...story(...attack(3)).slice(2));
    const second = watchOver(first.entries);
    await second.settled();
    expect(second.flags()).toHaveLength(1);
    const third = watchOver(first.entries);
    await third.settled();
    expect(third.flags()).toHaveLength(1);
  });

  it('follow what is appended', async () => {
    const desk = watchOver(story(...attack(2)));
    await desk.settled();
    await desk.audit.record({
      type: 'claims.compared',
      outcome: 'no-match',
      about: { call: 'C', purpose: null, ticket: null, subject: 'anna' },
    });
    await desk.settled();
    expect(desk.flags()).toEqual([['subject-under-attack', 'C']]);
  });

  it('are about the agent who acted, whoever sits at the desk when they are raised', async () => {
    const refused = { type: 'operation.refused', reason: 'budget-exceeded', call: 'A', agent: 'earlier' } as const;
    const desk = watchOver(story(refused));
    await desk.settled();
    expect(desk.entries.at(-1)).toMatchObject({ type: 'flag.raised', reason: 'over-budget', agent: 'earlier' });
  });

  it('are not raised for what was done under another policy, nor for what is long past', async () => {
    const other = watchOver(story(...attack(3, { policy: 'last year’s' })));
    await other.settled();
    const old = watchOver(story(...attack(3)), { now: at({ days: 8 }) });
    await old.settled();
    expect([...other.flags(), ...old.flags()]).toEqual([]);
  });

  it('that cannot be recorded hold nobody up and are raised when they can be', async () => {
    const desk = watchOver(story(...attack(3)));
    const { record } = desk.audit;
    let refuses = true;
    desk.audit.record = (...steps) => (refuses ? Promise.resolve(fail('disk-low')) : record(...steps));
    await desk.settled();
    expect(await desk.watch.call.mayLookUp()).toEqual(ok(undefined));
    expect(desk.flags()).toEqual([]);
    refuses = false;
    const restarted = watchOver(desk.entries);
    await restarted.settled();
    expect(restarted.flags()).toHaveLength(1);
  });

  it('never come twice for one rule and call, whatever the journal holds and however often the desk starts', async () => {
    const some = fc.record({
      type: fc.constantFrom(
        'call.started' as const,
        'lookup.requested' as const,
        'lookup.answered' as const,
        'subject.chosen' as const,
        'claims.compared' as const,
        'factor.finished' as const,
        'call.verified' as const,
        'call.closed' as const,
        'operation.refused' as const,
        'budget.extended' as const,
      ),
      call: fc.constantFrom('A', 'B', 'C'),
      subject: fc.constantFrom(null, 'anna', 'bertta'),
      ticket: fc.constantFrom('INC-1', 'INC-2'),
      purpose: fc.constantFrom('support', 'access-reset'),
      outcome: fc.constantFrom('found', 'no-match', 'call-back', 'facts', 'resolved'),
      reason: fc.constantFrom(null, 'not-reached', 'budget-exceeded'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 10, maxLength: 60 }), fc.nat(60), async (steps, cut) => {
        const all = story(...steps);
        const first = watchOver(all.slice(0, cut));
        await first.settled();
        const appended = all.slice(cut).map((entry, index) => ({ ...entry, seq: first.entries.length + index + 1 }));
        const second = watchOver([...first.entries, ...appended]);
        await second.settled();
        const third = watchOver([...second.entries]);
        await third.settled();
        const keys = third.flags().map(String);
        expect(new Set(keys).size).toBe(keys.length);
        expect(third.flags()).toEqual(second.flags());
      }),
      { numRuns: 40 },
    );
  });
});

describe('choosing', () => {
  const subject = new Withheld(subjectWith());

  it('one’s own record asks, once a call, and no value of it stands in the flag', async () => {
    const desk = watchOver([]);
    const asked = await desk.watch.call.ofChoice('A', subject);
    expect(asked).toEqual(ok([{ type: 'flag.raised', subject, reason: 'own-record' }]));
    await desk.audit.record(...(asked.ok ? asked.value : []).map((step) => ({ ...step, call: 'A' })));
    expect(await desk.watch.call.ofChoice('A', subject)).toEqual(ok([]));
    expect(await desk.watch.call.ofChoice('B', subject)).toMatchObject({ ok: true, value: [{ reason: 'own-record' }] });
    expect(JSON.stringify(desk.entries)).not.toMatch(/bjorkskar|Björkskär/i);
  });

  it('tells that last month’s pseudonym is the same person', async () => {
    const id = subjectWith().id;
    const chosen = { type: 'subject.chosen', ticket: 'INC-1' } as const;
    const entries = story({ ...chosen, call: 'A', subject: `${id} in 2026-10`, time: '2026-10-31T12:00:00.000Z' });
    const desk = watchOver(entries, { now: '2026-11-02T12:00:00.000Z' });
    await desk.settled();
    await desk.watch.call.ofChoice('B', subject);
    await desk.audit.record({ ...chosen, call: 'B', subject });
    await desk.settled();
    expect(desk.flags()).toEqual([['repeated-subject', 'B']]);
  });

  it('is refused when the journal cannot be read', async () => {
    const desk = watchOver([]);
    desk.breaks(true);
    desk.entries.push(...story({}));
    expect(await desk.watch.call.ofChoice('A', subject)).toEqual(fail('audit-unavailable'));
    expect(await desk.watch.call.mayLookUp()).toEqual(fail('audit-unavailable'));
    expect(await desk.watch.call.mayStart()).toEqual(fail('audit-unavailable'));
  });
});

describe('the notice', () => {
  const told = (version: string) => ({ notice: { version, text: { fi: 'F', sv: 'S', en: 'E' } } });

  it('is to be accepted once, also where the policy has no words of its own', async () => {
    const desk = watchOver([]);
    expect(await desk.watch.call.mayStart()).toEqual(fail('notice-not-accepted'));
    expect(desk.watch.notice()).toMatchObject({ version: '1', text: null, accepted: false });
    expect(await desk.watch.forAgents.acceptNotice()).toEqual(ok({ version: '1' }));
    expect(await desk.watch.call.mayStart()).toEqual(ok(undefined));
    await desk.watch.forAgents.acceptNotice();
    expect(desk.entries.filter(({ type }) => type === 'notice.accepted')).toHaveLength(1);
    expect(watchOver(desk.entries).watch.notice()?.version).toBe('1');
    expect(await watchOver(desk.entries).watch.call.mayStart()).toEqual(ok(undefined));
  });

  it('is accepted anew for each version and by each agent', async () => {
    const desk = watchOver([], { policy: policyWith(told('2026-03')) });
    await desk.watch.forAgents.acceptNotice();
    const { entries } = desk;
    expect(entries.at(-1)).toMatchObject({ type: 'notice.accepted', outcome: '1+2026-03' });
    const other = { ...agent, agent: 'other' };
    for (const options of [
      { policy: policyWith(told('2026-04')) },
      { policy: policyWith() },
      { policy: policyWith(told('2026-03')), session: other },
    ]) {
      expect(await watchOver(entries, options).watch.call.mayStart()).toEqual(fail('notice-not-accepted'));
    }
    expect(await watchOver(entries, { policy: policyWith(told('2026-03')) }).watch.call.mayStart()).toEqual(
      ok(undefined),
    );
  });

  it('accepted long ago is found, however much was recorded since; the window is told when it is', async () => {
    const old = { type: 'notice.accepted', outcome: '1', time: at({ days: -300 }) } as const;
    const since = Array.from({ length: 1000 }, () => ({ type: 'audit.read', time: at({ days: -20 }) }) as const);
    const desk = watchOver(story(old, ...since));
    expect(desk.watch.notice()?.accepted).toBeNull();
    await expect.poll(() => desk.events).toEqual([{ kind: 'state' }]);
    expect(desk.watch.notice()?.accepted).toBe(true);
  });

  it('lists the rules in force: without a surname none is compared', () => {
    expect(watchOver([]).watch.notice()?.rules).not.toContain('same-surname');
    const named = { ...agent, person: { ...agent.person, familyName: 'Virta' } };
    expect(watchOver([], { session: named }).watch.notice()?.rules).toContain('same-surname');
  });
});

describe('a supervisor', () => {
  const flagged = () => watchOver(story(...attack(3)));

  it('reads the flags, and that is an entry', async () => {
    const desk = flagged();
    await desk.settled();
    const read = await desk.watch.forSupervisors.readFlags();
    expect(read).toMatchObject({
      ok: true,
      value: { more: false, flags: [{ rule: 'subject-under-attack', agent: null }] },
    });
    expect(desk.entries.at(-1)?.type).toBe('flags.read');
  });

  it('reads also what the very last step asks, however soon', async () => {
    const read = await flagged().watch.forSupervisors.readFlags();
    expect(read).toMatchObject({ ok: true, value: { flags: [{ rule: 'subject-under-attack' }] } });
  });

  it('gets an answer in which nothing is summed up by agent', async () => {
    const desk = flagged();
    await desk.settled();
    const read = await desk.watch.forSupervisors.readFlags();
    if (!read.ok) throw new Error(read.error.code);
    expect(Object.keys(read.value).sort()).toEqual(['flags', 'locks', 'more']);
    for (const flag of read.value.flags) {
      expect(Object.keys(flag).sort()).toEqual(['agent', 'call', 'id', 'review', 'rule', 'subject', 'ticket', 'time']);
      expect(Object.values(flag).filter((value) => typeof value === 'number')).toEqual([]);
    }
  });

  it('reviews, with a note that is sealed', async () => {
    const desk = flagged();
    await desk.settled();
    const id = desk.entries.at(-1)?.id ?? '';
    const reviewed = await desk.watch.forSupervisors.reviewFlag({ id, outcome: 'explained', note: 'Was in the room.' });
    expect(reviewed).toMatchObject({ ok: true, value: { id, review: { outcome: 'explained', by: 'agent' } } });
    expect(desk.entries.at(-1)).toMatchObject({ type: 'flag.reviewed', reason: id, call: 'call 2', subject: 'anna' });
    expect(JSON.stringify(desk.entries)).not.toContain('in the room');
  });

  it('is told when there is no such flag or the note is too long', async () => {
    const { reviewFlag } = flagged().watch.forSupervisors;
    expect(await reviewFlag({ id: 'x', outcome: 'explained' })).toEqual(fail('flag-unknown'));
    expect(await reviewFlag({ id: 'x', outcome: 'explained', note: 'x'.repeat(501) })).toEqual(fail('reason-invalid'));
  });

  it('sees the flags of the policy’s days, also those from long before the start', async () => {
    const raised = (days: number) =>
      ({ type: 'flag.raised', reason: 'own-record', call: `${days}`, time: at({ days }) }) as const;
    const filler = Array.from({ length: 600 }, () => ({ type: 'audit.read', time: at({ days: -30 }) }) as const);
    const desk = watchOver(story(raised(-91), raised(-89), ...filler, raised(-1)));
    const read = await desk.watch.forSupervisors.readFlags();
    expect(read.ok && read.value.flags.map(({ call }) => call)).toEqual(['-1', '-89']);
  });
});

it('the first page read is the last one, and only as many as the days need', async () => {
  const old = Array.from({ length: 5000 }, () => ({ type: 'audit.read', time: at({ days: -40 }) }) as const);
  const desk = watchOver(story(...old, ...attack(1)), { now: new Date(noon).toISOString() });
  await desk.watch.call.mayLookUp();
  expect(desk.pagesAsked()).toBeLessThan(6);
});
