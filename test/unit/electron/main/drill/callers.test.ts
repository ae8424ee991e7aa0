import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callers } from '../../../../../electron/main/drill/caller.js';
import { inventedPeople } from '../../../../../electron/main/drill/people.js';
import { cueOf, mayBeSeen } from '../../../../../renderer/desk/drill/cue.js';
import { drillWords } from '../../../../../renderer/desk/drill/words.js';
import type { Cue } from '../../../../../renderer/messages/drill-shape.js';
import type { FactorId, SentCode } from '../../../../../shared/call-view.js';
import { askedFor, callerIds, drillRules, type CallerId } from '../../../../../shared/drill.js';
import { languages } from '../../../../../shared/language.js';
import { shipped } from '../../../../support/call-desk.js';
import { brokenIn, idealAgent, naiveAgent } from '../../../../support/drill-agents.js';
import { demoText } from '../../../../support/policy.mjs';
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

it('whoever attests to have seen a caller who showed nothing is told so, and who saw one is not', async () => {
  desk = await openDrillDesk({ policy: byVideo });
  expect(brokenIn(await naiveAgent({ desk, caller: 'lost-phone' }))).toContain('sighting');
  await desk.endDrill();
  expect(await idealAgent({ desk, caller: 'new-number' })).toContainEqual({ rule: 'sighting', kept: true });
});

describe('under the demo’s policy a caller has an answer to every way to prove', () => {
  const proving = callerIds.filter((id) => askedFor[id] === 'access-reset' && id !== 'forgetful' && id !== 'namesake');
  const message = (factor: SentCode) => async () => {
    await desk.sendCode({ factor, language: 'en' });
    return cueOf(desk.view(), desk.drill()?.message);
  };
  const answers: Readonly<Partial<Record<FactorId, () => Promise<Cue | 'sight' | null>>>> = {
    'call-back': async () => {
      await desk.startCallBack();
      return cueOf(desk.view(), null);
    },
    'sms-code': message('sms-code'),
    'email-code': message('email-code'),
    approval: message('approval'),
    'in-person': async () => Promise.resolve(mayBeSeen(desk.view()) ? 'sight' : null),
  };
  const told = { 'call-back': 'callBack', 'in-person': 'sight' } as const;
  const expected = (caller: CallerId, way: FactorId): Cue | 'sight' => {
    const { callBack, impostor } = callers[caller];
    if (way === 'approval') return impostor ? 'notApproved' : 'approved';
    if (way === 'sms-code') return callBack === 'reached' ? 'code' : 'noCode';
    if (way === 'email-code') return impostor ? 'noCode' : 'code';
    return way === 'call-back' || way === 'in-person' ? told[way] : 'stop';
  };
  const anyStep = (text: string): string => {
    const policy = JSON.parse(text) as { purposes: Record<string, object> };
    const reset = { ...policy.purposes['access-reset'], accept: [], factors: 9 };
    return JSON.stringify({ ...policy, purposes: { ...policy.purposes, 'access-reset': reset } });
  };

  it.each(proving)('%s', async (caller) => {
    desk = await openDrillDesk({ policy: () => anyStep(demoText) });
    await desk.startDrill({ caller });
    const says = desk.drill()?.says ?? {};
    await desk.startCall({ purpose: 'access-reset', ticket: 'INC-20418', callerNumber: '' });
    await desk.findSubject({ by: 'userName', identifier: says.userName ?? '', organisation: '' });
    await desk.chooseCandidate({ number: 1 });
    await desk.compareClaims({ claims: says });
    const offered = desk.view()?.factors.filter(({ id, state }) => id !== 'facts' && state === 'waiting') ?? [];
    expect(offered.map(({ id }) => id)).toEqual(
      ['call-back', 'sms-code', 'email-code', 'approval', 'in-person'].slice(caller === 'new-number' ? 2 : 0),
    );
    // The call-back last: while it goes on, that is what the caller answers.
    for (const { id } of offered.toReversed()) expect([id, await answers[id]?.()]).toEqual([id, expected(caller, id)]);
  });

  it.each(languages)('and in %s whoever cannot be seen has words of their own for it', (language) => {
    for (const id of callerIds) {
      expect([id, drillWords[language].callers[id].sight === undefined]).toEqual([id, callers[id].seen]);
    }
  });
});

it('between them the callers show every rule, kept and broken', async () => {
  const shown = new Set<string>();
  for (const play of [idealAgent, naiveAgent]) {
    for (const caller of callerIds) {
      desk = await openDrillDesk(
        play === naiveAgent ? { policy: mayBypass, roles: ['agent', 'bypass'] } : { policy: byVideo },
      );
      for (const { rule, kept } of await play({ desk, caller })) shown.add(`${rule} ${kept}`);
      await desk.end();
    }
  }
  desk = await openDrillDesk({ policy: byVideo });
  for (const { rule, kept } of await naiveAgent({ desk, caller: 'lost-phone' })) shown.add(`${rule} ${kept}`);
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
