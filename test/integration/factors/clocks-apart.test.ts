import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TotpVerifier } from '../../../electron/main/factors/totp-verifier.js';
import { createTotpVerifier } from '../../../electron/main/factors/totp-verifier.js';
import { monthAfter } from '../../../electron/main/requests/due-day.js';
import type { RequestDesk } from '../../../electron/main/requests/request-desk.js';
import { fail, ok } from '../../../shared/result.js';
import {
  canary,
  chosen,
  openCallDesk,
  openTrail,
  reset,
  rightFacts,
  support,
  wrongFacts,
  type CallDesk,
} from '../../support/call-desk.js';
import { startGateway, totp } from '../../support/gateway-server.mjs';
import { createNodeSend } from '../../support/node-send.js';

const [hour, day] = [3_600_000, 86_400_000];
const noon = Date.parse('2026-11-22T12:00:00Z');
const desks: CallDesk[] = [];

/** What a desk's clock shows; what time it is goes for all of them. */
const clockOf = (ahead: number) => () => new Date(Date.now() + ahead);

type Options = NonNullable<Parameters<typeof openCallDesk>[0]>;
const openAt = async (ahead: number, options: Options = {}): Promise<CallDesk> => {
  const desk = await openCallDesk({ now: clockOf(ahead), ...options });
  desks.push(desk);
  return desk;
};
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(desks.splice(0).map((desk) => desk.end()));
});

const untilProving = async (desk: CallDesk): Promise<void> => {
  await chosen(desk, reset);
  await desk.compareClaims(rightFacts);
};
const factor = (desk: CallDesk, id: string) => desk.calls.view()?.factors.find((each) => each.id === id);

describe('of two desks whose clocks are a day apart', () => {
  const mailing = async () => {
    let elapsed = 0;
    const mailed: string[] = [];
    const relay = { send: ({ text }: { text: string }) => Promise.resolve(ok(void mailed.push(text))) };
    const open = (ahead: number) => openAt(ahead, { ports: { relay }, monotonic: () => elapsed });
    const [one, other] = [await open(0), await open(day)];
    for (const desk of [one, other]) await untilProving(desk);
    const send = async (desk: CallDesk): Promise<string> => {
      await desk.sendCode({ factor: 'email-code', language: 'en' });
      return /\b\d{6}\b/.exec(mailed.at(-1) ?? '')?.[0] ?? '';
    };
    return { one, other, send, mailed, pass: (milliseconds: number) => void (elapsed += milliseconds) };
  };
  const enter = (desk: CallDesk, code: string) => desk.enterCode({ factor: 'email-code', code });

  it('each takes its own code for as long as the message says, and the message names no hour', async () => {
    const { one, other, send, mailed, pass } = await mailing();
    const codes = [await send(one), await send(other)] as const;
    for (const text of mailed) expect([text.includes('10 minutes'), /\d\d[:.]\d\d/.test(text)]).toEqual([true, false]);
    pass(10 * 60_000 - 1);
    expect(await enter(one, codes[0])).toMatchObject({ ok: true });
    expect(factor(one, 'email-code')).toMatchObject({ state: 'done' });
    pass(1);
    expect(await enter(other, codes[1])).toEqual(fail('code-expired'));
  });

  it('neither takes the other’s code', async () => {
    const { one, other, send } = await mailing();
    const code = await send(one);
    expect(await enter(other, code)).toEqual(fail('code-not-sent'));
    const own = await send(other);
    expect(own === code || (await enter(other, code))).toMatchObject({ value: { wrongAnswersLeft: 2 } });
  });

  it('both believe the verifier of one-time passwords, which goes by its own clock, and tell it no time', async () => {
    const secret = randomBytes(20);
    const gateway = await startGateway({ accounts: { canary7f3a: secret } });
    const asked: unknown[] = [];
    const send = createNodeSend({});
    const verifier: TotpVerifier = createTotpVerifier(
      { url: `${gateway.url}/verify`, headers: {}, account: 'userName' },
      {
        allows: () => true,
        secret: () => null,
        send: (request, signal) => {
          asked.push(JSON.parse(request.body ?? ''));
          return send(request, signal);
        },
      },
    );
    for (const ahead of [-day, day]) {
      const desk = await openAt(ahead, { ports: { verifier } });
      await untilProving(desk);
      expect(await desk.checkTotp({ code: totp(secret, Date.now() + ahead) })).toMatchObject({
        value: { step: 'proving', wrongAnswersLeft: 2 },
      });
      expect(await desk.checkTotp({ code: totp(secret) })).toMatchObject({ value: { step: 'verified' } });
    }
    expect(asked.map((request) => Object.keys(request as object))).toEqual(
      Array.from({ length: 4 }, () => ['account', 'code']),
    );
    await gateway.stop();
  });

  it('each counts a cool-down by its own, and takes what is in its future for changed today', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: noon });
    const subjects = [{ ...canary, phoneChangedAt: new Date(noon - 6 * day - hour).toISOString() }];
    for (const [ahead, why, days] of [
      [0, 'phone-changed', 6],
      [day, null, null],
      [-7 * day, 'phone-changed', 0],
    ] as const) {
      const desk = await openAt(ahead, { subjects });
      await untilProving(desk);
      expect([ahead, factor(desk, 'call-back')]).toMatchObject([ahead, { why, days }]);
      expect(await desk.startCallBack()).toMatchObject({ ok: why === null });
    }
  });

  it('each keeps the person it locked for as long as the policy says, and knows nothing of the other’s lock', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: noon });
    const [one, other] = [await openAt(0), await openAt(0)];
    await chosen(one);
    for (let wrong = 0; wrong < 3; wrong += 1) await one.compareClaims(wrongFacts);
    expect(one.calls.view()).toMatchObject({ step: 'locked', lockedUntil: new Date(noon + hour / 2).toISOString() });
    vi.setSystemTime(noon + day);
    await chosen(other);
    expect(other.calls.view()).toMatchObject({ step: 'comparing', wrongAnswersLeft: 3 });
  });

  it('each says the last day to answer by its own, so that they differ by days at a month’s end, and never turn about', async () => {
    const due: (string | null)[] = [];
    const keeping: RequestDesk = {
      keep: ({ created }) => {
        due.push(monthAfter(created));
        return Promise.resolve(ok({ due: monthAfter(created) }));
      },
    };
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-01-31T12:00:00Z') });
    for (const ahead of [0, day]) {
      const desk = await openAt(ahead, { requests: keeping });
      await untilProving(desk);
      await desk.changePurpose({ purpose: 'privacy-request' });
      await desk.compareClaims(rightFacts);
      await desk.startCallBack();
      await desk.finishCallBack({ result: 'reached' });
      const filed = await desk.fileRequest({ kind: 'privacy-request', matter: 'access', words: '' });
      expect(filed).toMatchObject({ ok: true, value: { filed: { due: due.at(-1) } } });
    }
    expect(due).toEqual(['2027-02-28', '2027-03-01']);
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (at) => {
        const [early, late] = [at, new Date(at.getTime() + day)].map((each) => Date.parse(monthAfter(each)));
        // From the end of February to the first of March: the month after that has three days more.
        expect(((late ?? 0) - (early ?? 0)) / day).toBeLessThanOrEqual(4);
        expect(late).toBeGreaterThanOrEqual(early ?? 0);
      }),
    );
  });
});

describe('a desk whose clock was a day ahead and is put right', () => {
  it('keeps its journal in the order in which things happened, and goes on with it after a restart', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: noon + day });
    const { trail, end } = await openTrail();
    const before = await openCallDesk({ trail });
    await chosen(before);
    await before.closeCall({ outcome: 'not-verified' });
    vi.setSystemTime(noon);
    await chosen(before);
    await before.end();
    const after = await openCallDesk({ trail });
    expect(await after.startCall(support)).toMatchObject({ ok: true });
    const page = await after.audit.page(0, 100);
    const entries = page.ok ? page.value : [];
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    const times = entries.map(({ time }) => Date.parse(time));
    expect([times[0], times.at(-1)]).toEqual([noon + day, noon]);
    expect(entries.filter(({ type }) => type === 'call.started')).toHaveLength(3);
    await after.end();
    await end();
  });

  it('lets nobody in sooner: a lock and its wrong answers last longer, until a supervisor opens it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: noon + day });
    const desk = await openAt(0);
    await chosen(desk);
    for (let wrong = 0; wrong < 3; wrong += 1) await desk.compareClaims(wrongFacts);
    await desk.closeCall({ outcome: 'suspected-fraud' });
    vi.setSystemTime(noon + 2 * hour);
    await chosen(desk);
    expect(desk.calls.view()?.step).toBe('locked');
    await desk.closeCall({ outcome: 'not-verified' });
    const locked = (await desk.entries()).find(({ type }) => type === 'subject.locked');
    const reason = 'The caller came by in person.';
    expect(await desk.watch.forSupervisors.unlockSubject({ id: locked?.id ?? '', reason })).toMatchObject({ ok: true });
    await chosen(desk);
    expect(desk.calls.view()).toMatchObject({ step: 'comparing', wrongAnswersLeft: 3 });
  });

  it.each([
    ['set back, for no longer than its minutes', -day, 15 * 60_000],
    ['set forward, no longer than to the time it showed', day, 0],
  ])('holds a verification, with a clock that is %s', async (_how, moved, passed) => {
    vi.useFakeTimers({ toFake: ['Date'], now: noon });
    let elapsed = 0;
    const desk = await openAt(0, { monotonic: () => elapsed });
    await chosen(desk);
    await desk.compareClaims(rightFacts);
    expect(await desk.revealField({ field: 'name' })).toMatchObject({ ok: true });
    vi.setSystemTime(noon + moved);
    elapsed = passed;
    expect(await desk.revealField({ field: 'name' })).toEqual(fail('verification-expired'));
    expect(desk.calls.view()).toMatchObject({ step: 'comparing', verifiedUntil: null });
  });
});
