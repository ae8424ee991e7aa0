import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../../shared/result.js';
import {
  byUserName,
  canary,
  canaryMarks,
  chosen,
  openCallDesk,
  support,
  type CallDesk,
} from '../../../../support/call-desk.js';

let desk: CallDesk;
beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-11-22T10:00:00Z') }),
);
afterEach(async () => {
  vi.useRealTimers();
  await desk.end();
});

const limits = (change: object) => (text: string) => {
  const policy = JSON.parse(text) as { limits: object };
  return JSON.stringify({ ...policy, limits: { ...policy.limits, ...change } });
};
const reason = 'The service is down and everybody calls.';
const types = async (): Promise<string[]> => (await desk.entries()).map(({ type }) => type);

describe('before the first call', () => {
  it('the notice is to be accepted', async () => {
    desk = await openCallDesk({ told: false });
    expect(await desk.startCall(support)).toEqual(fail('notice-not-accepted'));
    await desk.watch.forAgents.acceptNotice();
    expect(await desk.startCall(support)).toMatchObject({ ok: true });
  });
});

describe('the budget', () => {
  it('stops the lookup before anything is recorded as asked, and a written reason opens a few more', async () => {
    const search = vi.fn(() => Promise.resolve({ ok: true as const, value: [] }));
    desk = await openCallDesk({ search, policy: limits({ lookupsPerHour: 1, extensionLookups: 1 }) });
    await desk.startCall(support);
    expect(await desk.findSubject(byUserName)).toMatchObject({ ok: true });
    expect(await desk.findSubject(byUserName)).toEqual(fail('budget-exceeded'));
    expect(search).toHaveBeenCalledTimes(1);
    expect((await types()).filter((type) => type === 'lookup.requested')).toHaveLength(1);

    expect(await desk.extendBudget({ reason: 'short' })).toEqual(fail('reason-invalid'));
    expect(await desk.extendBudget({ reason: ' '.repeat(50) })).toEqual(fail('reason-invalid'));
    expect(await desk.extendBudget({ reason: 'x'.repeat(501) })).toEqual(fail('reason-invalid'));
    expect(await desk.extendBudget({ reason })).toMatchObject({ ok: true });
    expect(await desk.findSubject(byUserName)).toMatchObject({ ok: true });
    expect(await desk.findSubject(byUserName)).toEqual(fail('budget-exceeded'));
  });

  it('of which one lookup is left is not taken by two searches at once', async () => {
    desk = await openCallDesk({ policy: limits({ lookupsPerHour: 1 }) });
    await desk.startCall(support);
    const answers = await Promise.all([
      desk.findSubject(byUserName),
      desk.findSubject(byUserName),
      desk.findSubject(byUserName),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false]);
  });

  it('is extended only in a call, and only when it is used up: none are put by', async () => {
    desk = await openCallDesk();
    expect(await desk.extendBudget({ reason })).toEqual(fail('no-call'));
    await desk.startCall(support);
    expect(await desk.extendBudget({ reason })).toEqual(fail('wrong-step'));
  });

  it('keeps the reason sealed, and raises a flag', async () => {
    desk = await openCallDesk({ policy: limits({ lookupsPerHour: 1 }) });
    await desk.startCall(support);
    await desk.findSubject(byUserName);
    await desk.extendBudget({ reason });
    vi.useRealTimers();
    await expect.poll(types).toContain('flag.raised');
    const page = await desk.journal.page(0, 1000);
    const stored = page.ok ? page.value : [];
    expect(stored.find(({ type }) => type === 'budget.extended')?.sealed).toMatch(/^eyJ/);
    expect(JSON.stringify(stored)).not.toContain('everybody calls');
    expect(stored.find(({ type }) => type === 'flag.raised')).toMatchObject({ reason: 'over-budget', agent: 'agent' });
  });

  it('is not fresh when the clock is set back', async () => {
    desk = await openCallDesk({ policy: limits({ lookupsPerHour: 1 }) });
    await desk.startCall(support);
    await desk.findSubject(byUserName);
    vi.setSystemTime(new Date('2026-11-20T10:00:00Z'));
    expect(await desk.findSubject(byUserName)).toEqual(fail('budget-exceeded'));
  });
});

describe('a flag of the choice', () => {
  it('stands beside the choice in the same write, and nothing of the value in it', async () => {
    desk = await openCallDesk({ person: { email: canary.workEmail } });
    await chosen(desk);
    const entries = await desk.entries();
    const [choice, flag] = entries.slice(-2);
    expect([choice?.type, flag?.type, flag?.reason]).toEqual(['subject.chosen', 'flag.raised', 'own-record']);
    expect(flag).toMatchObject({ subject: choice?.subject, call: choice?.call, ticket: support.ticket });
    expect(canaryMarks.filter((mark) => JSON.stringify(entries).includes(mark))).toEqual([]);
  });

  it('does not stop the agent', async () => {
    desk = await openCallDesk({ person: { familyName: canary.familyName } });
    await desk.startCall(support);
    await desk.findSubject(byUserName);
    expect(await desk.chooseCandidate({ number: 1 })).toMatchObject({ ok: true, value: { step: 'comparing' } });
    expect((await desk.entries()).at(-1)).toMatchObject({ type: 'flag.raised', reason: 'same-surname' });
  });
});

it('a match says in its entry that the phone is too new to call', async () => {
  desk = await openCallDesk({ subjects: [{ ...canary, phoneChangedAt: '2026-11-20T10:00:00Z' }] });
  await chosen(desk);
  await desk.compareClaims({ claims: { workEmail: canary.workEmail ?? '', organisation: 'Kanaria' } });
  expect((await desk.entries()).find(({ type }) => type === 'claims.compared')).toMatchObject({
    outcome: 'match',
    reason: 'phone-changed',
  });
});
