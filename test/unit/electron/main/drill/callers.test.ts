import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callers } from '../../../../../electron/main/drill/caller.js';
import { inventedPeople } from '../../../../../electron/main/drill/people.js';
import { callerIds, drillRules } from '../../../../../shared/drill.js';
import { shipped } from '../../../../support/call-desk.js';
import { brokenIn, idealAgent, naiveAgent } from '../../../../support/drill-agents.js';
import { openDrillDesk, type DrillDeskOfTest } from '../../../../support/drill-desk.js';

let desk: DrillDeskOfTest;
afterEach(() => desk.end());

const mayBypass = (text: string): string => {
  const policy = JSON.parse(text) as { purposes: Record<string, object> };
  const purposes = { ...policy.purposes, 'access-reset': { ...policy.purposes['access-reset'], bypass: true } };
  return JSON.stringify({ ...policy, purposes });
};

const byVideo = (text: string): string => {
  const policy = JSON.parse(text) as { factors: object };
  return JSON.stringify({ ...policy, factors: { ...policy.factors, inPerson: { secondAgent: false } } });
};

/** The rules that an agent who believes the caller breaks. */
const believed = {
  genuine: ['minimum'],
  forgetful: ['minimum'],
  ended: ['proof', 'outcome'],
  restricted: ['proof'],
  'lost-phone': ['call-back', 'proof', 'outcome'],
  pusher: ['call-back', 'pressure', 'proof', 'outcome'],
  namesake: ['record', 'guesses', 'proof'],
  'for-a-colleague': ['call-back', 'proof', 'outcome'],
  'new-number': ['proof'],
  manager: ['minimum'],
  doubter: ['minimum'],
  guesser: ['guesses', 'proof', 'outcome'],
  loss: ['purpose', 'call-back', 'proof', 'request'],
  'looked-up': ['purpose', 'minimum', 'request'],
} as const;

describe('every invented caller, through the use cases of a real call', () => {
  beforeEach(async () => void (desk = await openDrillDesk()));

  it.each(callerIds)('%s: who does what the desk asks breaks no rule', async (caller) => {
    const findings = await idealAgent({ desk, caller });
    expect(brokenIn(findings)).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(3);
  });

  it.each(callerIds)('%s: who believes the caller is shown what was risky', async (caller) => {
    expect(brokenIn(await naiveAgent({ desk, caller }))).toEqual(believed[caller]);
  });
});

it('going past the proof for an impostor, or for a manager in a hurry, is shown as giving in to pressure', async () => {
  desk = await openDrillDesk({ policy: mayBypass, roles: ['agent', 'bypass'] });
  expect(brokenIn(await naiveAgent({ desk, caller: 'pusher' }))).toEqual([
    ...['pressure', 'proof', 'impostor', 'minimum', 'outcome'],
  ]);
  await desk.endDrill();
  expect(brokenIn(await naiveAgent({ desk, caller: 'manager' }))).toEqual(['pressure', 'proof', 'minimum']);
});

it('nobody is blamed for what the desk has no way to prove, nor for a proof by another way', async () => {
  desk = await openDrillDesk({ policy: () => shipped });
  expect(brokenIn(await idealAgent({ desk, caller: 'genuine' }))).toEqual([]);
  expect((await desk.entries()).at(-1)).toMatchObject({ outcome: 'not-verified' });
  await desk.end();
  desk = await openDrillDesk({ policy: byVideo });
  expect(brokenIn(await idealAgent({ desk, caller: 'new-number' }))).toEqual([]);
  expect((await desk.entries()).at(-1)).toMatchObject({ outcome: 'resolved' });
});

it('between them the callers show every rule, kept and broken', async () => {
  const shown = new Set<string>();
  for (const play of [idealAgent, naiveAgent]) {
    for (const caller of callerIds) {
      desk = await openDrillDesk(play === naiveAgent ? { policy: mayBypass, roles: ['agent', 'bypass'] } : {});
      for (const { rule, kept } of await play({ desk, caller })) shown.add(`${rule} ${kept}`);
      await desk.end();
    }
  }
  desk = await openDrillDesk();
  expect([...shown].filter((each) => each.endsWith('true')).length).toBe(drillRules.length);
  expect([...shown].filter((each) => each.endsWith('false')).length).toBeGreaterThanOrEqual(drillRules.length - 1);
});

it('each says they are somebody of the invented people, with numbers not in use and example addresses', async () => {
  desk = await openDrillDesk();
  const people = inventedPeople(new Date());
  for (const { as } of Object.values(callers)) expect(people.map(({ userName }) => userName)).toContain(as);
  for (const { workEmail, workPhone } of people) {
    expect(workEmail).toMatch(/^[a-z.-]+@(kuusi|manty|tammi)\.example$/);
    expect(workPhone ?? '+358470000300').toMatch(/^\+3584700003\d\d$/);
  }
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
});
