import { afterEach, describe, expect, it } from 'vitest';
import { abandonUnfinished } from '../../../../../electron/main/call/close.js';
import { createDrillDesk } from '../../../../../electron/main/drill/drill-desk.js';
import type { Exercise } from '../../../../../electron/main/drill/exercise.js';
import { fail, ok } from '../../../../../shared/result.js';
import { shipped, support } from '../../../../support/call-desk.js';
import { idealAgent, naiveAgent } from '../../../../support/drill-agents.js';
import { openDrillDesk, type DrillDeskOfTest } from '../../../../support/drill-desk.js';

let desk: DrillDeskOfTest;
afterEach(() => desk.end());

const limits = (change: object) => (text: string) => {
  const policy = JSON.parse(text) as { limits: object };
  return JSON.stringify({ ...policy, limits: { ...policy.limits, ...change } });
};
const byUserName = (identifier: string) => ({ by: 'userName', identifier, organisation: '' }) as const;

describe('a drill and real calls', () => {
  it('do not mix: a drill does not begin while a call is open, and the call goes on', async () => {
    desk = await openDrillDesk();
    await desk.startCall(support);
    expect(await desk.startDrill({ caller: 'genuine' })).toEqual(fail('call-open'));
    expect(desk.drill()).toBeNull();
    expect(await desk.findSubject(byUserName('hharjul'))).toMatchObject({ ok: true, value: { find: 'found' } });
    expect((await desk.entries()).some(({ drill }) => drill)).toBe(false);
  });

  it('do not mix when both are asked for at the same moment', async () => {
    desk = await openDrillDesk();
    const [call, drill] = await Promise.all([desk.startCall(support), desk.startDrill({ caller: 'genuine' })]);
    expect([call.ok, drill]).toEqual([true, fail('call-open')]);
    await desk.closeCall({ outcome: 'resolved' });
    const [later, during] = await Promise.all([desk.startDrill({ caller: 'genuine' }), desk.startCall(support)]);
    expect([later.ok, during.ok].filter(Boolean)).toHaveLength(1);
    expect(desk.real.view() !== null && desk.drill() !== null).toBe(false);
  });

  it('know different people: nobody real is found in a drill, nobody invented outside it', async () => {
    desk = await openDrillDesk({
      search: (query) =>
        Promise.resolve(query.by !== 'name' && query.value === 'hharjul' ? ok([]) : fail('registry-unreachable')),
    });
    await desk.startDrill({ caller: 'genuine' });
    await desk.startCall(support);
    expect(await desk.findSubject(byUserName('hharjul'))).toMatchObject({ value: { find: 'found' } });
    expect(await desk.findSubject(byUserName('canary7f3a'))).toMatchObject({ value: { find: 'none' } });
    await desk.endDrill();
    await desk.startCall(support);
    expect(await desk.findSubject(byUserName('hharjul'))).toMatchObject({ value: { find: 'none' } });
  });

  it('end apart: the end of a drill abandons its call, and what is asked of it afterwards is asked of the desk', async () => {
    desk = await openDrillDesk();
    await desk.startDrill({ caller: 'genuine' });
    await desk.startCall(support);
    expect(await desk.endDrill()).toEqual(ok({ ended: true }));
    expect(await desk.endDrill()).toEqual(ok({ ended: false }));
    expect([desk.view(), desk.drill()]).toEqual([null, null]);
    expect((await desk.entries()).at(-1)).toMatchObject({ outcome: 'abandoned', reason: 'drill-ended', drill: true });
    expect(await desk.closeCall({ outcome: 'resolved' })).toEqual(fail('no-call'));
  });

  it('do not lose the end of a call that could not be recorded: the drill stays on until it is, and no next one begins', async () => {
    desk = await openDrillDesk();
    let disk: 'full' | 'free' = 'full';
    const owing: Exercise = {
      ...desk.real,
      drill: () => ({ caller: 'genuine', says: {}, corrects: {}, message: null, findings: null }),
      end: () => Promise.resolve(disk === 'full' ? fail('disk-low') : ok(undefined)),
    };
    const drills = createDrillDesk({ calls: desk.real, open: () => Promise.resolve(ok(owing)), emit: () => undefined });
    await drills.drillHandlers.startDrill({ caller: 'genuine' });
    expect(await drills.drillHandlers.endDrill()).toEqual(fail('disk-low'));
    expect(await drills.drillHandlers.startDrill({ caller: 'manager' })).toEqual(fail('disk-low'));
    expect(drills.drill()).not.toBeNull();
    disk = 'free';
    expect(await drills.drillHandlers.endDrill()).toEqual(ok({ ended: true }));
    expect(drills.drill()).toBeNull();
  });

  it('end together when the agent leaves', async () => {
    desk = await openDrillDesk();
    await desk.startDrill({ caller: 'genuine' });
    await desk.startCall(support);
    await desk.abandon('signed-out');
    expect([desk.view(), desk.drill()]).toEqual([null, null]);
    expect((await desk.entries()).at(-1)).toMatchObject({ reason: 'signed-out', drill: true });
  });
});

describe('the entries of a drill', () => {
  it('are marked, every one of them, and hold nothing sealed', async () => {
    desk = await openDrillDesk();
    await idealAgent({ desk, caller: 'forgetful' });
    const page = await desk.journal.page(0, 1000);
    const stored = (page.ok ? page.value : []).filter(({ call }) => call !== null);
    expect(stored.length).toBeGreaterThan(8);
    expect(stored.every(({ drill, sealed }) => drill === true && sealed === null)).toBe(true);
  });

  it('leave every other entry as it was', async () => {
    desk = await openDrillDesk();
    await idealAgent({ desk, caller: 'genuine' });
    await desk.endDrill();
    await desk.startCall(support);
    const last = (await desk.entries()).at(-1);
    expect(last?.type).toBe('call.started');
    expect(last && 'drill' in last).toBe(false);
  });

  it('stay marked when the end of a call is put on record after a crash', async () => {
    desk = await openDrillDesk();
    await desk.startDrill({ caller: 'genuine' });
    await desk.startCall(support);
    await abandonUnfinished(desk.audit);
    expect((await desk.entries()).at(-1)).toMatchObject({ type: 'call.closed', reason: 'desk-stopped', drill: true });
  });

  it('tell the assessment nowhere: it goes with the drill', async () => {
    desk = await openDrillDesk();
    await naiveAgent({ desk, caller: 'lost-phone' });
    expect(desk.drill()?.findings?.length).toBeGreaterThan(0);
    await desk.endDrill();
    await desk.startDrill({ caller: 'lost-phone' });
    expect(desk.drill()?.findings).toBeNull();
    expect(JSON.stringify(await desk.entries())).not.toContain('kept');
  });
});

describe('nothing of a drill counts', () => {
  it('in the budget', async () => {
    desk = await openDrillDesk({ policy: limits({ lookupsPerHour: 2 }) });
    for (const caller of ['genuine', 'manager', 'doubter', 'namesake'] as const) {
      await idealAgent({ desk, caller });
      await desk.endDrill();
    }
    await desk.startCall(support);
    expect(await desk.findSubject(byUserName('x1'))).toMatchObject({ ok: true });
    expect(await desk.findSubject(byUserName('x1'))).toMatchObject({ ok: true });
    expect(await desk.findSubject(byUserName('x1'))).toEqual(fail('budget-exceeded'));
  });

  it('in the flags and the locks of the watch', async () => {
    desk = await openDrillDesk();
    for (const caller of ['guesser', 'lost-phone', 'guesser', 'guesser'] as const) {
      await naiveAgent({ desk, caller });
      await desk.endDrill();
    }
    const flags = await desk.watch.forSupervisors.readFlags();
    expect(flags).toMatchObject({ ok: true, value: { flags: [], locks: [] } });
    expect((await desk.entries()).some(({ type }) => type === 'flag.raised')).toBe(false);
    expect((await desk.entries()).some(({ type, drill }) => type === 'subject.locked' && drill)).toBe(true);
  });

  it('but the notice is accepted first, as before any call', async () => {
    desk = await openDrillDesk({ told: false });
    await desk.startDrill({ caller: 'genuine' });
    expect(await desk.startCall(support)).toEqual(fail('notice-not-accepted'));
  });
});

describe('a code in a drill', () => {
  const untilSent = async (caller: 'genuine' | 'lost-phone') => {
    await desk.startDrill({ caller });
    const { userName = '', workEmail = '' } = desk.drill()?.says ?? {};
    await desk.startCall({ ...support, purpose: 'access-reset' });
    await desk.findSubject(byUserName(userName));
    await desk.chooseCandidate({ number: 1 });
    await desk.compareClaims({ claims: { workEmail } });
    return desk.sendCode({ factor: 'sms-code', language: 'en' });
  };

  it('leaves the desk for nobody: who has the phone reads it in the panel, and is proven by it', async () => {
    desk = await openDrillDesk();
    expect(await untilSent('genuine')).toMatchObject({ ok: true });
    const text = desk.drill()?.message?.text ?? '';
    const code = /\b\d{6}\b/.exec(text)?.[0] ?? '';
    expect(await desk.enterCode({ factor: 'sms-code', code })).toMatchObject({
      value: { step: 'proving', assurance: { accept: [[{ reached: 0 }, { reached: 1, of: 'medium' }]] } },
    });
    await desk.startCallBack();
    expect(await desk.finishCallBack({ result: 'reached' })).toMatchObject({ value: { step: 'verified' } });
    expect(JSON.stringify(await desk.entries())).not.toContain(code);
  });

  it('is not known to a caller who does not have the phone on file', async () => {
    desk = await openDrillDesk();
    expect(await untilSent('lost-phone')).toMatchObject({ ok: true });
    expect(desk.drill()?.message).toEqual({ to: 'caller', text: null });
  });

  it('is not offered where the policy names nobody to carry it', async () => {
    desk = await openDrillDesk({ policy: () => shipped });
    expect(await untilSent('genuine')).toEqual(fail('factor-unavailable'));
    expect(desk.drill()?.message).toBeNull();
  });
});

it('a locked desk puts the call of a drill away, and a signed-out one refuses it', async () => {
  desk = await openDrillDesk();
  await desk.startDrill({ caller: 'genuine' });
  await desk.startCall(support);
  await desk.findSubject(byUserName('hharjul'));
  await desk.chooseCandidate({ number: 1 });
  await desk.putAway();
  expect(desk.view()).toMatchObject({ step: 'finding', subject: null });
  desk.lock();
  expect(await desk.findSubject(byUserName('hharjul'))).toEqual(fail('desk-locked'));
});
