import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '../../../../../shared/result.js';
import {
  canary,
  chosen,
  openCallDesk,
  rightFacts,
  support,
  verified,
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

const refusal = (code: ErrorCode) => ({ ok: false, error: { code } });
const stepUp = (purpose = 'access-reset') => desk.changePurpose({ purpose });
const reached = async () => {
  await desk.startCallBack();
  return desk.finishCallBack({ result: 'reached' });
};
type Purposes = Record<string, object>;
const purposes = (change: (all: Purposes) => Purposes) => (text: string) => {
  const policy = JSON.parse(text) as { purposes: Purposes };
  return JSON.stringify({ ...policy, purposes: change(policy.purposes) });
};

describe('stepping up to another purpose in the same call', () => {
  it('asks only what is missing, and shows nothing of the new purpose before it', async () => {
    desk = await openCallDesk();
    await verified(desk);
    expect(await stepUp()).toMatchObject({
      ok: true,
      value: { step: 'proving', purpose: 'access-reset', compared: 'match', verifiedUntil: null },
    });
    expect(await desk.revealField({ field: 'userName' })).toEqual(refusal('not-verified'));
    expect(await reached()).toMatchObject({ ok: true, value: { step: 'verified' } });
    expect(await desk.revealField({ field: 'userName' })).toMatchObject({ ok: true });
    expect(await desk.closeCall({ outcome: 'resolved' })).toMatchObject({
      ok: true,
      value: { purpose: 'access-reset', verified: true, alsoVerifiedFor: ['support'] },
    });
    expect((await desk.entries()).find(({ type }) => type === 'purpose.changed')).toMatchObject({
      purpose: 'access-reset',
      reason: 'support',
    });
  });

  it('asks the facts that were not asked before, and those alone', async () => {
    desk = await openCallDesk({
      policy: purposes((all) => ({ ...all, more: { ...all['support'], compare: ['workEmail', 'stationCode'] } })),
    });
    await verified(desk);
    expect(await stepUp('more')).toMatchObject({ ok: true, value: { step: 'comparing', compare: ['stationCode'] } });
    expect(await desk.compareClaims({ claims: { stationCode: canary.stationCode ?? '' } })).toMatchObject({
      ok: true,
      value: { step: 'verified' },
    });
  });

  it('down again is verified at once, and for no longer than it was', async () => {
    desk = await openCallDesk({
      policy: purposes((all) => ({ ...all, other: { ...all['support'], verifiedMinutes: 60 } })),
    });
    await verified(desk);
    vi.setSystemTime('2026-11-22T10:10:00Z');
    expect(await stepUp('other')).toMatchObject({
      ok: true,
      value: { step: 'verified', verifiedUntil: '2026-11-22T10:15:00.000Z' },
    });
  });

  it('has its own time once something was proven for it', async () => {
    desk = await openCallDesk();
    await verified(desk);
    vi.setSystemTime('2026-11-22T10:10:00Z');
    await stepUp();
    expect(await reached()).toMatchObject({ ok: true, value: { verifiedUntil: '2026-11-22T10:20:00.000Z' } });
  });

  it('too slowly begins anew: what was proven holds no longer for being carried over', async () => {
    desk = await openCallDesk();
    await verified(desk);
    await stepUp();
    await vi.advanceTimersByTimeAsync(15 * 60_000);
    await vi.waitFor(() => expect(desk.calls.view()).toMatchObject({ step: 'comparing', assurance: { points: 0 } }));
    await vi.waitFor(async () =>
      expect((await desk.entries()).map(({ type }) => type)).toContain('verification.expired'),
    );
  });

  it('resets no count of wrong answers', async () => {
    desk = await openCallDesk();
    await chosen(desk);
    await desk.compareClaims({ claims: { workEmail: 'x@y.example', organisation: 'Muu' } });
    await stepUp();
    expect(desk.calls.view()).toMatchObject({ wrongAnswersLeft: 2 });
    await desk.compareClaims({ claims: { workEmail: 'x@y.example' } });
    await stepUp('support');
    expect(await desk.compareClaims({ claims: { workEmail: 'x@y.example', organisation: 'Muu' } })).toMatchObject({
      ok: true,
      value: { step: 'locked' },
    });
    expect(await stepUp()).toEqual(refusal('call-locked'));
  });

  it('asks no fewer facts for those that were put away in another purpose by saying again what was searched by', async () => {
    desk = await openCallDesk();
    const identifier = canary.workPhone ?? '';
    await desk.startCall({ ...support, purpose: 'access-reset' });
    await desk.findSubject({ by: 'workPhone', identifier, organisation: '' });
    await desk.chooseCandidate({ number: 1 });
    for (const asked of ['workEmail', 'userName', 'organisation'] as const) {
      expect(desk.calls.view()?.compare).toEqual([asked]);
      await desk.compareClaims({ claims: { [asked]: identifier } });
    }
    expect(desk.calls.view()).toMatchObject({ compare: ['name'], wrongAnswersLeft: 3 });
    await stepUp('support');
    expect(desk.calls.view()?.compare).toEqual(['workEmail', 'organisation']);
    await stepUp('end-of-use');
    await desk.compareClaims({ claims: { name: `${canary.givenName} ${canary.familyName}` } });
    await stepUp('support');
    expect(desk.calls.view()).toMatchObject({ step: 'comparing', compare: ['workEmail', 'organisation'] });
  });

  it('and back asks nothing that was answered before', async () => {
    desk = await openCallDesk();
    await verified(desk);
    expect(await stepUp('end-of-use')).toMatchObject({ ok: true, value: { step: 'comparing', compare: ['name'] } });
    expect(await stepUp('support')).toMatchObject({ ok: true, value: { step: 'verified' } });
    expect(await desk.closeCall({ outcome: 'resolved' })).toMatchObject({ ok: true, value: { alsoVerifiedFor: [] } });
  });

  it('begins anew when the machine slept past the end of what was proven', async () => {
    desk = await openCallDesk();
    await verified(desk);
    vi.setSystemTime('2026-11-22T11:00:00Z'); // and no timer has run
    expect(await stepUp()).toMatchObject({ ok: true, value: { step: 'comparing', assurance: { points: 0 } } });
  });

  it('drops a person whom the new purpose may not open', async () => {
    desk = await openCallDesk({ subjects: [{ ...canary, restricted: true }] });
    await chosen(desk, { ...support, purpose: 'privacy-request' });
    expect(desk.calls.view()).toMatchObject({ step: 'comparing' });
    expect(await stepUp('support')).toMatchObject({
      ok: true,
      value: { step: 'finding', candidates: [], subject: null },
    });
  });

  it.each<[string, string, ErrorCode]>([
    ['that there is not', 'curiosity', 'purpose-unknown'],
    ['of another role', 'billing-check', 'forbidden'],
    ['that it is for already', 'support', 'wrong-step'],
  ])('refuses a purpose %s', async (_what, purpose, code) => {
    desk = await openCallDesk();
    await verified(desk);
    expect(await stepUp(purpose)).toEqual(refusal(code));
    expect(desk.calls.view()).toMatchObject({ step: 'verified', purpose: 'support' });
  });

  it('never leads from a call to a billing-check, nor back', async () => {
    desk = await openCallDesk({ roles: ['agent', 'billing'] });
    await desk.startCall(support);
    expect(await stepUp('billing-check')).toEqual(refusal('wrong-step'));
    expect(desk.calls.view()?.otherPurposes).not.toContain('billing-check');
  });

  it('changes nothing when it cannot be recorded', async () => {
    desk = await openCallDesk();
    await verified(desk);
    await desk.journal.close();
    expect((await stepUp()).ok).toBe(false);
    expect(desk.calls.view()).toMatchObject({ step: 'verified', purpose: 'support' });
  });
});

describe('a protected person', () => {
  const protectedToo = (text: string) =>
    JSON.stringify({
      ...(JSON.parse(text) as object),
      populations: [
        { id: 'leaders', who: { privileged: true, organisations: ['kanaria OY'] }, strongest: 'strong', factors: 2 },
      ],
    });

  it.each([
    ['the registry marks', { privileged: true, organisation: 'Muu Oy' }],
    ['belongs to a named organisation', {}],
  ])('whom %s takes more than others, which nobody learns before the facts match', async (_how, change) => {
    const subject = { ...canary, ...change };
    desk = await openCallDesk({ subjects: [subject], policy: protectedToo });
    await chosen(desk);
    expect(desk.calls.view()?.assurance).toMatchObject({ factorsNeeded: 1, strongestNeeded: null });
    const claims = { ...rightFacts.claims, organisation: subject.organisation };
    expect(await desk.compareClaims({ claims })).toMatchObject({
      ok: true,
      value: { step: 'proving', assurance: { factorsNeeded: 2, strongestNeeded: 'strong', onlyFacts: true } },
    });
    expect((await desk.entries()).find(({ type }) => type === 'claims.compared')?.fields).toContain('population');
  });

  it('is nobody else', async () => {
    desk = await openCallDesk({ subjects: [{ ...canary, organisation: 'Muu Oy' }], policy: protectedToo });
    await chosen(desk);
    const claims = { ...rightFacts.claims, organisation: 'Muu' };
    expect(await desk.compareClaims({ claims })).toMatchObject({ ok: true, value: { step: 'verified' } });
  });
});

it('a raised threat asks a medium proof of a support call', async () => {
  desk = await openCallDesk({ policy: (text) => text.replace('"demo": true', '"demo": true, "raisedThreat": true') });
  await verified(desk);
  expect(desk.calls.view()).toMatchObject({ step: 'proving' });
  expect(await reached()).toMatchObject({
    ok: true,
    value: { step: 'verified', verifiedUntil: '2026-11-22T10:08:00.000Z' },
  });
});
