import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FactorPorts } from '../../../electron/main/factors/factors.js';
import { createSmsGateway } from '../../../electron/main/factors/sms-gateway.js';
import { createTotpVerifier } from '../../../electron/main/factors/totp-verifier.js';
import { createRelay } from '../../../electron/main/mail/relay.js';
import { factorSchema } from '../../../electron/main/policy/factor-schema.js';
import type { Subject } from '../../../electron/main/registry/subject.js';
import type { CallView, FactorId, SentCode } from '../../../shared/call-view.js';
import type { Result } from '../../../shared/result.js';
import { canary, chosen, openCallDesk, openTrail, reset, rightFacts, type CallDesk } from '../../support/call-desk.js';
import { makeCertificates } from '../../support/certificates.mjs';
import { startGateway, totp } from '../../support/gateway-server.mjs';
import { startMailRelay } from '../../support/mail-relay.mjs';
import { createNodeSend } from '../../support/node-send.js';
import { patienceFor } from '../../support/patience.js';

let certificates: Awaited<ReturnType<typeof makeCertificates>>;
let mail: Awaited<ReturnType<typeof startMailRelay>>;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let desk: CallDesk;
let clock = 0;
const secret = randomBytes(20);
const contact = 'yhteys@kanaria.example';

beforeAll(async () => void (certificates = await makeCertificates()));
beforeEach(async () => {
  clock = 1_000_000;
  mail = await startMailRelay({ tls: certificates.good });
  gateway = await startGateway({ tls: certificates.good, key: 'Bearer the-key', accounts: { canary7f3a: secret } });
});
afterEach(async () => {
  await desk.end();
  await Promise.all([mail.stop(), gateway.stop()]);
});

const portsWith = (more: { deadlineMilliseconds?: number; secret?: string | null } = {}): FactorPorts => {
  const headers = { authorization: 'Bearer {{secret}}' };
  const { smsCode, totp } = factorSchema.parse({
    smsCode: { gateway: { url: `${gateway.url}/messages`, headers } },
    totp: { verifier: { url: `${gateway.url}/verify`, headers } },
  });
  const parts = {
    allows: () => true,
    send: createNodeSend({ ca: certificates.ca, deadlineMilliseconds: more.deadlineMilliseconds ?? 5000 }),
    secret: () => (more.secret === undefined ? 'the-key' : more.secret),
  };
  if (!smsCode.gateway || !totp.verifier) throw new Error('no gateways');
  return {
    relay: createRelay({
      policy: { relay: mail.url, from: 'tuki@esimerkki.example' },
      allows: () => true,
      authorities: () => Promise.resolve([certificates.ca]),
      deadlineMilliseconds: more.deadlineMilliseconds ?? 5000,
    }),
    sms: createSmsGateway(smsCode.gateway, parts),
    verifier: createTotpVerifier(totp.verifier, parts),
  };
};

interface Options {
  readonly subject?: Partial<Subject>;
  readonly ports?: FactorPorts;
  readonly factors?: object;
  readonly now?: () => Date;
  readonly trail?: Awaited<ReturnType<typeof openTrail>>['trail'];
}

const proving = async ({ subject = {}, ports = portsWith(), factors = {}, ...more }: Options = {}): Promise<void> => {
  const policy = (text: string): string => {
    const parsed = JSON.parse(text) as { factors: object };
    return JSON.stringify({
      ...parsed,
      factors: { ...parsed.factors, approval: { contacts: { 'Kanaria Oy': contact } }, ...factors },
    });
  };
  desk = await openCallDesk({ subjects: [{ ...canary, ...subject }], ports, policy, monotonic: () => clock, ...more });
  await chosen(desk, reset);
  await desk.compareClaims(rightFacts);
};

const failed = (code: string) => ({ ok: false, error: { code } });
const send = (factor: SentCode = 'email-code') => desk.sendCode({ factor, language: 'fi' });
const enter = (code: string, factor: SentCode = 'email-code') => desk.enterCode({ factor, code });
const codeIn = (text: string | undefined): string => /\b(\d{6})\b/.exec(text ?? '')?.[1] ?? 'none';
const mailed = (): string => codeIn(mail.received.at(-1)?.text);
const texted = (): string => codeIn(gateway.messages.at(-1)?.text);
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');
const factorIn = (answer: Result<CallView>, id: FactorId) =>
  answer.ok ? answer.value.factors.find((factor) => factor.id === id) : undefined;
const journal = async () => (await desk.entries()).map(({ type, outcome, reason }) => [type, outcome, reason]);

describe('a code by e-mail', () => {
  it('goes to the address on file, in the subject’s language, and proves', async () => {
    await proving({ subject: { preferredLanguage: 'sv-FI' } });
    const sent = await send();
    expect(sent).toMatchObject({ ok: true, value: { step: 'proving' } });
    expect(mail.received[0]).toMatchObject({ to: [canary.workEmail], from: 'tuki@esimerkki.example' });
    expect(mail.received[0]?.text).toContain('Ingen frågar efter ditt lösenord');
    const words = sent.ok ? (sent.value.mutual?.words ?? []) : [];
    expect(mail.received[0]?.text).toContain(words.join(' '));
    expect(factorIn(await enter(mailed()), 'email-code')).toMatchObject({ state: 'done', code: null });
  });

  it('is written in the language of the call where the registry knows none', async () => {
    await proving();
    await send();
    expect(mail.received[0]?.text).toContain('Kukaan ei kysy salasanaasi');
  });

  it('is on record before the relay is asked, and no code, address or number ever is', async () => {
    await proving();
    const before = desk.audit.head;
    await send();
    await enter(wrong(mailed()));
    await enter(mailed());
    expect((await journal()).slice(before - 1)).toEqual([
      ['code.sent', 'email-code', null],
      ['code.answered', 'taken', 'email-code'],
      ['factor.finished', 'email-code', 'wrong-answer'],
      ['factor.finished', 'email-code', 'right'],
    ]);
    const text = JSON.stringify(await desk.entries());
    for (const secret of [mailed(), canary.workEmail, canary.workPhone]) expect(text).not.toContain(secret);
  });

  it.each([
    ['with spaces', (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `],
    ['with a dash', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
    ['in full-width digits', (code: string) => code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + +digit))],
  ])('is taken %s', async (_how, typed) => {
    await proving();
    await send();
    expect(factorIn(await enter(typed(mailed())), 'email-code')).toMatchObject({ state: 'done' });
  });

  it('pasted with words around it is refused and not counted', async () => {
    await proving();
    await send();
    expect(await enter(`Koodi: ${mailed()}`)).toEqual(failed('code-malformed'));
    expect(desk.calls.view()?.wrongAnswersLeft).toBe(3);
    expect(factorIn(await enter(mailed()), 'email-code')).toMatchObject({ state: 'done' });
  });

  it('wrong codes are the call’s wrong answers, a new code gives none back, and the cap locks', async () => {
    await proving();
    await send();
    expect(await enter(wrong(mailed()))).toMatchObject({ ok: true, value: { wrongAnswersLeft: 2 } });
    clock += 120_000;
    expect(await send()).toMatchObject({ ok: true, value: { wrongAnswersLeft: 2 } });
    await enter(wrong(mailed()));
    expect(await enter(wrong(mailed()))).toMatchObject({ ok: true, value: { step: 'locked', wrongAnswersLeft: 0 } });
    expect(await enter(mailed())).toEqual(failed('call-locked'));
    expect((await journal()).at(-1)).not.toContain('right');
  });

  it('wrong codes lock the person across calls and a restart of the desk, for every call after it', async () => {
    const { trail, end } = await openTrail();
    await proving({ trail });
    await send();
    await enter(wrong(mailed()));
    await desk.closeCall({ outcome: 'not-verified' });
    await chosen(desk, reset);
    expect(await desk.compareClaims(rightFacts)).toMatchObject({ ok: true, value: { wrongAnswersLeft: 2 } });
    clock += 120_000;
    await send();
    await enter(wrong(mailed()));
    await desk.calls.abandon('quit');
    await desk.end();
    await proving({ trail });
    expect(desk.calls.view()).toMatchObject({ step: 'proving', wrongAnswersLeft: 1 });
    await send();
    expect(await enter(wrong(mailed()))).toMatchObject({ ok: true, value: { step: 'locked' } });
    await desk.calls.abandon('quit');
    await desk.end();
    await proving({ trail });
    expect(desk.calls.view()).toMatchObject({ step: 'locked', wrongAnswersLeft: 0 });
    expect(await enter(mailed())).toEqual(failed('call-locked'));
    await desk.end();
    await end();
  });

  it('late, it is over by a clock that nobody can set, and not counted', async () => {
    let wall = new Date('2026-11-22T10:00:00Z');
    await proving({ now: () => wall });
    await send();
    wall = new Date('2026-11-20T10:00:00Z');
    clock += 600_000;
    expect(await enter(mailed())).toEqual(failed('code-expired'));
    expect(desk.calls.view()?.wrongAnswersLeft).toBe(3);
    expect(await enter(mailed())).toEqual(failed('code-not-sent'));
  });

  it('lives on when somebody sets the clock of the computer', async () => {
    let wall = new Date('2026-11-22T10:00:00Z');
    await proving({ now: () => wall });
    await send();
    wall = new Date('2026-11-23T10:00:00Z');
    expect(factorIn(await enter(mailed()), 'email-code')).toMatchObject({ state: 'done' });
  });

  it('is used once', async () => {
    await proving();
    await send();
    await enter(mailed());
    expect(await enter(mailed())).toEqual(failed('code-not-sent'));
  });

  it('an older one is worth nothing once there is a newer', async () => {
    await proving();
    await send();
    const older = mailed();
    clock += 120_000;
    await send();
    if (older !== mailed()) expect(await enter(older)).toMatchObject({ ok: true, value: { wrongAnswersLeft: 2 } });
  });

  it('of another call is worth nothing', async () => {
    await proving();
    await send();
    const other = mailed();
    await desk.closeCall({ outcome: 'not-verified' });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(await enter(other)).toEqual(failed('code-not-sent'));
    clock += 120_000;
    await send();
    if (other !== mailed()) expect(await enter(other)).toMatchObject({ ok: true, value: { wrongAnswersLeft: 2 } });
  });

  it('is not sent again within two minutes, not in another call either', async () => {
    await proving();
    await send();
    clock += 119_000;
    expect(await send()).toEqual({ ok: false, error: { code: 'code-too-soon', retryAfterSeconds: 1 } });
    await desk.closeCall({ outcome: 'not-verified' });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(await send()).toMatchObject(failed('code-too-soon'));
    clock += 1000;
    expect(await send()).toMatchObject({ ok: true });
    expect(mail.received).toHaveLength(2);
  });

  it.each([
    ['greylist', 'mail-busy'],
    ['refuse', 'mail-refused'],
  ] as const)('a relay that says %s: said, on record, and it may be sent again at once', async (mode, code) => {
    await proving();
    mail.set(mode);
    expect(await send()).toMatchObject(failed(code));
    expect((await journal()).at(-1)).toEqual(['code.answered', 'failed', code]);
    expect(desk.calls.view()?.factors.find(({ id }) => id === 'email-code')).toMatchObject({
      state: 'failed',
      code: null,
    });
    mail.set('pass');
    expect(await send()).toMatchObject({ ok: true });
  });

  it('a slow relay: said, and a mail that comes after all is good', async () => {
    await proving({ ports: portsWith({ deadlineMilliseconds: patienceFor('mail-timeout') }) });
    mail.set('silent');
    expect(await send()).toMatchObject(failed('mail-timeout'));
    expect(await send()).toMatchObject(failed('code-too-soon'));
    expect(desk.calls.view()?.factors.find(({ id }) => id === 'email-code')?.code).toMatchObject({ sending: false });
  });

  it('a relay that takes it and drops it: nobody is proven, and another may be sent', async () => {
    await proving();
    mail.set('drop');
    expect(await send()).toMatchObject({ ok: true, value: { step: 'proving' } });
    mail.set('pass');
    clock += 120_000;
    await send();
    expect(factorIn(await enter(mailed()), 'email-code')).toMatchObject({ state: 'done' });
  });

  it('the window closes while it is being sent: what came of it is on record, and the code is worth nothing', async () => {
    await proving();
    const sending = send();
    await desk.calls.abandon('window-closed');
    expect(await sending).toEqual(failed('wrong-step'));
    const types = (await journal()).map(([type]) => type);
    expect(types.filter((type) => type === 'code.sent')).toHaveLength(1);
    expect(types.filter((type) => type === 'code.answered')).toHaveLength(1);
    expect(await enter(mailed())).toEqual(failed('no-call'));
  });

  it('the desk locks while it is being sent: nothing of it is left, and what came of it is on record', async () => {
    await proving({ ports: portsWith({ deadlineMilliseconds: 3000 }) });
    mail.set('silent');
    const sending = send();
    await expect.poll(() => mail.asked).toHaveLength(1);
    desk.lock();
    await desk.calls.putAway();
    expect(await sending).toMatchObject(failed('mail-timeout'));
    expect(desk.calls.view()).toMatchObject({ step: 'finding', mutual: null });
    expect((await journal()).at(-1)).toEqual(['code.answered', 'failed', 'mail-timeout']);
  });
});

describe('why not', () => {
  it.each<[FactorId, Partial<Subject>, string]>([
    ['email-code', { workEmail: null }, 'no-email'],
    ['email-code', { workEmail: 'a@acme.example, b@elsewhere.example' }, 'email-invalid'],
    ['email-code', { emailChangedAt: new Date().toISOString() }, 'email-changed'],
    ['sms-code', { workPhone: null }, 'no-phone'],
    ['sms-code', { workPhone: 'ext. 12' }, 'phone-invalid'],
    ['sms-code', { phoneChangedAt: new Date(Date.now() - 86_400_000).toISOString() }, 'phone-changed'],
    ['approval', { organisation: 'Toinen Oy' }, 'no-contact'],
    ['approval', { workEmail: contact }, 'own-contact'],
    ['in-person', {}, 'not-set-up'],
  ])('%s with %j: %s', async (id, subject, why) => {
    await proving({ subject });
    if (subject.workEmail !== undefined)
      await desk.compareClaims({ claims: { workEmail: subject.workEmail ?? '', organisation: 'Kanaria' } });
    const factor = desk.room.factors[id];
    const { chosen: now } = desk.room.call ?? {};
    expect(now && factor.whyNot(now.subject, new Date())).toBe(why);
  });

  it('everything is off at a desk that has nothing', async () => {
    await proving({ ports: { relay: null, sms: null, verifier: null } });
    const view = desk.calls.view();
    for (const id of ['email-code', 'sms-code', 'approval', 'totp', 'in-person'])
      expect(view?.factors.find((factor) => factor.id === id)).toMatchObject({ state: 'missing', why: 'not-set-up' });
    expect(await send()).toEqual(failed('factor-unavailable'));
  });
});

describe('a code by text message', () => {
  it('goes to the number on file and verifies', async () => {
    await proving();
    await send('sms-code');
    expect(gateway.messages).toMatchObject([{ to: canary.workPhone }]);
    expect(await enter(texted(), 'sms-code')).toMatchObject({ ok: true, value: { step: 'verified' } });
  });

  it.each([
    ['refuse', 'gateway-unauthorised'],
    ['busy', 'gateway-busy'],
    ['broken', 'gateway-failed'],
    ['redirect', 'gateway-invalid'],
    ['silent', 'gateway-timeout'],
  ] as const)('a gateway that is %s', async (mode, code) => {
    await proving({ ports: portsWith({ deadlineMilliseconds: patienceFor(code) }) });
    gateway.set(mode);
    expect(await send('sms-code')).toMatchObject(failed(code));
    expect((await journal()).at(-1)).toEqual(['code.answered', 'failed', code]);
  });

  it('is not asked without its credential', async () => {
    await proving({ ports: portsWith({ secret: null }) });
    expect(await send('sms-code')).toEqual(failed('gateway-secret-missing'));
    expect(gateway.requests).toEqual([]);
  });
});

describe('approval', () => {
  it('asks the contact person of the policy, who is told about whom, and says the code', async () => {
    await proving();
    await send('approval');
    expect(mail.received).toMatchObject([{ to: [contact] }]);
    expect(mail.received[0]?.text).toContain(`${canary.givenName} ${canary.familyName}`);
    expect(await enter(mailed(), 'approval')).toMatchObject({ ok: true, value: { step: 'verified' } });
  });
});

describe('a one-time password', () => {
  const check = (code: string) => desk.checkTotp({ code });

  it('is right by the company’s verifier', async () => {
    await proving();
    expect(await check(totp(secret))).toMatchObject({ ok: true, value: { step: 'verified' } });
    expect(gateway.requests.map(({ url }) => url)).toEqual(['/verify']);
  });

  it('wrong, it is one of the call’s wrong answers; unasked, it is none', async () => {
    await proving();
    expect(await check(wrong(totp(secret)))).toMatchObject({ ok: true, value: { wrongAnswersLeft: 2 } });
    gateway.set('nonsense');
    expect(await check(totp(secret))).toEqual(failed('gateway-invalid'));
    expect(await check('not a code')).toEqual(failed('code-malformed'));
    expect(desk.calls.view()?.wrongAnswersLeft).toBe(2);
  });
});

describe('an identity document, seen', () => {
  const reason = 'Ajokortti näytetty videolla, tuttu ääni.';
  const attest = (text = reason) => desk.attest({ sighting: 'video', reason: text });

  it('is attested with a reason, which is sealed', async () => {
    await proving({ factors: { inPerson: { secondAgent: false } } });
    expect(await attest('lyhyt')).toEqual(failed('reason-invalid'));
    expect(await attest()).toMatchObject({ ok: true, value: { step: 'verified' } });
    expect((await journal()).slice(-2)).toEqual([
      ['factor.finished', 'in-person', 'video'],
      ['call.verified', 'facts+in-person', null],
    ]);
    expect(JSON.stringify(await desk.entries())).not.toContain('Ajokortti');
  });

  it('is nothing without a second agent where the policy wants one and there is no provider', async () => {
    await proving({ factors: { inPerson: {} } });
    expect(await attest()).toEqual(failed('factor-unavailable'));
  });
});
