import { afterEach, describe, expect, it } from 'vitest';
import { fail, type ErrorCode } from '../../../../../shared/result.js';
import { canaryMarks, chosen, openCallDesk, reset, rightFacts, type CallDesk } from '../../../../support/call-desk.js';

let desk: CallDesk;
afterEach(() => desk.end());

const refusal = (code: ErrorCode) => ({ ok: false, error: { code } });
const reason = 'The whole site is down and nobody else can restart it.';
const allowed = (text: string) =>
  text
    .replace('"strongest": "medium",', '"strongest": "medium", "bypass": true,')
    .replace(/("dial": )"show"/, '$1"softphone"');

const openAt = async (options: Parameters<typeof openCallDesk>[0] = {}) => {
  desk = await openCallDesk({
    policy: allowed,
    roles: ['agent', 'bypass'],
    askSecondAgent: () => Promise.resolve({ ok: true, agent: 'bertil.berg' }),
    ...options,
  });
  await chosen(desk, reset);
};

describe('a bypass', () => {
  it('takes a reason and a second agent, and is a state of its own, never verified', async () => {
    await openAt();
    expect(desk.calls.view()?.bypass).toBe('possible');
    expect(await desk.bypassProof({ reason })).toMatchObject({ ok: true, value: { step: 'bypassed' } });
    expect(await desk.revealField({ field: 'userName' })).toMatchObject({ ok: true });
    const receipt = await desk.closeCall({ outcome: 'escalated' });
    expect(receipt).toMatchObject({
      ok: true,
      value: { verified: false, bypassed: true, methods: [], strongest: null },
    });
    const entries = await desk.entries();
    expect(entries.map(({ type, agent, outcome }) => [type, agent, outcome]).slice(4, 7)).toEqual([
      ['bypass.asked', 'agent', null],
      ['factor.finished', 'bertil.berg', 'bypass'],
      ['call.bypassed', 'agent', null],
    ]);
    expect(entries.map(({ type }) => type)).not.toContain('call.verified');
    await expect.poll(async () => (await desk.entries()).map(({ reason: rule }) => rule)).toContain('bypass');
  });

  it('keeps its reason sealed', async () => {
    await openAt();
    await desk.bypassProof({ reason });
    const page = await desk.journal.page(0, 1000);
    const stored = page.ok ? page.value : [];
    expect(stored.find(({ type }) => type === 'bypass.asked')?.sealed).toMatch(/^eyJ/);
    expect(JSON.stringify(stored)).not.toContain('whole site');
    expect(canaryMarks.filter((mark) => JSON.stringify(stored).includes(mark))).toEqual([]);
  });

  it('shows what the purpose shows and no more', async () => {
    await openAt();
    await desk.bypassProof({ reason });
    expect(await desk.revealField({ field: 'stationCode' })).toEqual(refusal('field-not-allowed'));
  });

  it('ends with its time, and with another purpose', async () => {
    await openAt();
    await desk.bypassProof({ reason });
    expect(await desk.changePurpose({ purpose: 'support' })).toMatchObject({ ok: true, value: { step: 'comparing' } });
    expect(await desk.revealField({ field: 'userName' })).toEqual(refusal('not-verified'));
    expect(await desk.closeCall({ outcome: 'escalated' })).toMatchObject({
      ok: true,
      value: { bypassed: true, verified: false, alsoVerifiedFor: [] },
    });
  });

  it('is no proof that another purpose could go on with, whatever was proven before it', async () => {
    let time = Date.parse('2026-11-22T10:00:00Z');
    await openAt({ now: () => new Date(time), monotonic: () => time });
    await desk.compareClaims(rightFacts);
    await desk.startCallBack();
    await desk.finishCallBack({ result: 'reached' });
    time += 3_600_000;
    expect(await desk.revealField({ field: 'userName' })).toEqual(refusal('verification-expired'));
    await desk.bypassProof({ reason });
    time += 60_000;
    await desk.changePurpose({ purpose: 'support' });
    expect(await desk.compareClaims(rightFacts)).toMatchObject({
      ok: true,
      value: { step: 'verified', verifiedUntil: new Date(time + 15 * 60_000).toISOString() },
    });
  });

  it.each(['', 'short', ' '.repeat(50), 'x'.repeat(501)])('is not asked with %j as its reason', async (text) => {
    await openAt();
    expect(await desk.bypassProof({ reason: text })).toEqual(refusal('reason-invalid'));
    expect((await desk.entries()).map(({ type }) => type)).not.toContain('bypass.asked');
  });

  it('is for purposes that the policy opens to it', async () => {
    await openAt({ policy: (text) => text });
    expect(desk.calls.view()?.bypass).toBe('none');
    expect(await desk.bypassProof({ reason })).toEqual(refusal('bypass-not-allowed'));
  });

  it('cannot be had where no second agent can sign in', async () => {
    await openAt({ askSecondAgent: null });
    expect(desk.calls.view()?.bypass).toBe('none');
    expect(await desk.bypassProof({ reason })).toEqual(refusal('factor-unavailable'));
  });

  it('that the second agent does not confirm opens nothing', async () => {
    await openAt({ askSecondAgent: () => Promise.resolve({ ...fail('second-agent-same'), agent: 'agent' }) });
    expect(await desk.bypassProof({ reason })).toEqual(refusal('second-agent-same'));
    expect(desk.calls.view()).toMatchObject({ step: 'comparing', bypass: 'failed' });
    expect(await desk.revealField({ field: 'userName' })).toEqual(refusal('not-verified'));
  });

  it('opens no person whom wrong answers have locked', async () => {
    await openAt();
    for (let wrong = 0; wrong < 3; wrong++) await desk.compareClaims({ claims: { workEmail: 'x@y.example' } });
    expect(await desk.bypassProof({ reason })).toEqual(refusal('call-locked'));
  });

  describe('that is confirmed late', () => {
    const openAsking = async () => {
      let confirm = (): void => undefined;
      await openAt({
        askSecondAgent: () => new Promise((resolve) => (confirm = () => resolve({ ok: true, agent: 'bertil.berg' }))),
      });
      const asking = desk.bypassProof({ reason });
      await expect.poll(() => desk.calls.view()?.bypass).toBe('started');
      return () => (confirm(), asking);
    };

    it('opens no person whom wrong answers have locked meanwhile', async () => {
      const confirmed = await openAsking();
      for (let wrong = 0; wrong < 3; wrong++) await desk.compareClaims({ claims: { workEmail: 'x@y.example' } });
      expect(await confirmed()).toEqual(refusal('wrong-step'));
      expect((await desk.entries()).map(({ type }) => type)).not.toContain('call.bypassed');
      expect(await desk.closeCall({ outcome: 'escalated' })).toMatchObject({ ok: true, value: { bypassed: false } });
    });

    it('goes past no proof that was given after all, and makes it hold no longer', async () => {
      const confirmed = await openAsking();
      await desk.compareClaims(rightFacts);
      await desk.startCallBack();
      const verified = await desk.finishCallBack({ result: 'reached' });
      expect(verified).toMatchObject({ ok: true, value: { step: 'verified' } });
      expect(await confirmed()).toEqual(refusal('wrong-step'));
      expect(desk.calls.view()).toMatchObject({
        step: 'verified',
        verifiedUntil: verified.ok && verified.value.verifiedUntil,
      });
    });
  });

  it('is offered only to those who have the right', async () => {
    await openAt({ roles: ['agent', 'supervisor'] });
    expect(desk.calls.view()).toMatchObject({ bypass: 'none' });
    await desk.compareClaims(rightFacts);
    expect(desk.calls.view()?.next).not.toContainEqual({ do: 'bypass' });
  });
});
