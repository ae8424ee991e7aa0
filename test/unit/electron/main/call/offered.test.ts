import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FactorId } from '../../../../../shared/call-view.js';
import { fail, ok, type Result } from '../../../../../shared/result.js';
import {
  canary,
  chosen,
  openCallDesk,
  rightFacts,
  shipped,
  support,
  type CallDesk,
} from '../../../../support/call-desk.js';

/** One purpose for each list of ways: what only `sms-code` opens, what only `totp` opens, and what any of them opens. */
const purposes = (text: string): string => {
  const policy = JSON.parse(text) as { purposes: Record<string, object> } & Record<string, object>;
  const among = (...ways: FactorId[]) => ({
    ...policy.purposes['support'],
    accept: [{ factors: 1, of: 'signal', among: ways }],
  });
  const asking = { ...policy.purposes['support'], factors: 9 };
  return JSON.stringify({
    ...policy,
    allowedHosts: [...(policy['allowedHosts'] as unknown as string[]), 'login.example'],
    signIn: { kind: 'oidc', issuer: 'https://login.example', clientId: 'desk', roles: { all: ['agent'] } },
    purposes: { ...policy.purposes, texted: among('sms-code'), timed: among('totp'), any: asking },
    factors: { inPerson: {}, approval: { contacts: { 'Kanaria Oy': 'yhteys@kanaria.example' } } },
  });
};

let desk: CallDesk;
let carried: string[] = [];
let asked = 0;
beforeEach(async () => {
  carried = [];
  asked = 0;
  const carry = (text: string) => Promise.resolve(ok(void carried.push(/\b\d{6}\b/.exec(text)?.[0] ?? '')));
  desk = await openCallDesk({
    policy: () => purposes(shipped),
    ports: {
      relay: { send: ({ text }) => carry(text) },
      sms: { send: (_to, text) => carry(text) },
      verifier: { check: () => Promise.resolve(ok(Boolean((asked += 1)))) },
    },
    askSecondAgent: () => Promise.resolve({ ok: true, agent: `bertil.berg${(asked += 1)}` }),
  });
});
afterEach(() => desk.end());

const opened = async (purpose: string): Promise<void> => {
  await chosen(desk, { ...support, purpose });
  await desk.compareClaims(
    purpose === 'end-of-use' ? { claims: { name: `${canary.givenName} ${canary.familyName}` } } : rightFacts,
  );
};

const begin: Readonly<Record<Exclude<FactorId, 'facts'>, () => Promise<Result<unknown>>>> = {
  'call-back': () => desk.startCallBack(),
  'sms-code': () => desk.sendCode({ factor: 'sms-code', language: 'fi' }),
  'email-code': () => desk.sendCode({ factor: 'email-code', language: 'fi' }),
  totp: () => desk.checkTotp({ code: '123456' }),
  approval: () => desk.sendCode({ factor: 'approval', language: 'fi' }),
  'second-agent': () => desk.proveBySecondAgent(),
  'in-person': () => desk.attest({ sighting: 'video', reason: 'Seen by video with a passport.' }),
};
const ways = Object.keys(begin) as (keyof typeof begin)[];
const viewed = (id: FactorId) => desk.calls.view()?.factors.find((factor) => factor.id === id);

describe('a way that the purpose does not take', () => {
  it.each(ways.filter((way) => way !== 'sms-code'))(
    'is not offered, and refused to whoever asks all the same, with nothing done: %s',
    async (way) => {
      await opened('texted');
      expect(viewed(way)).toMatchObject({ state: 'missing', why: 'not-taken' });
      const before = (await desk.entries()).length;
      expect(await begin[way]()).toEqual(fail('factor-not-taken'));
      expect((await desk.entries()).length).toBe(before);
      expect([desk.dialled, carried, asked]).toEqual([[], [], 0]);
      expect(desk.calls.view()?.step).toBe('proving');
    },
  );

  it.each(ways.filter((way) => way !== 'approval'))(
    'of the contact person’s word none is shown, and none taken: %s',
    async (way) => {
      await opened('end-of-use');
      expect(viewed(way)).toBeUndefined();
      expect(await begin[way]()).toEqual(fail('factor-not-taken'));
      expect([desk.dialled, carried, asked]).toEqual([[], [], 0]);
    },
  );

  it('is taken to its end when it was under way before the purpose was another', async () => {
    await opened('texted');
    await desk.sendCode({ factor: 'sms-code', language: 'fi' });
    await desk.changePurpose({ purpose: 'timed' });
    expect(viewed('sms-code')).toMatchObject({ state: 'started' });
    expect(await desk.enterCode({ factor: 'sms-code', code: carried[0] ?? '' })).toMatchObject({ ok: true });
    expect(viewed('sms-code')).toMatchObject({ state: 'done' });
  });

  it('is not, where it may be anybody’s: a code of the subject says nothing about who reports the end of their use', async () => {
    await opened('texted');
    await desk.sendCode({ factor: 'sms-code', language: 'fi' });
    await desk.changePurpose({ purpose: 'end-of-use' });
    await desk.compareClaims({ claims: { name: `${canary.givenName} ${canary.familyName}` } });
    expect(await desk.enterCode({ factor: 'sms-code', code: carried[0] ?? '' })).toEqual(fail('factor-not-taken'));
  });
});

describe('a way that is offered', () => {
  it.each(ways)('is taken: %s', async (way) => {
    await opened('any');
    expect(viewed(way)).toMatchObject({ state: 'waiting', why: null });
    expect(await begin[way]()).toMatchObject({ ok: true });
  });

  it('and done is not begun anew: what was proven is not given away', async () => {
    await opened('any');
    await desk.startCallBack();
    await desk.finishCallBack({ result: 'reached' });
    expect(await desk.startCallBack()).toEqual(fail('wrong-step'));
    expect(viewed('call-back')).toMatchObject({ state: 'done' });
  });
});
