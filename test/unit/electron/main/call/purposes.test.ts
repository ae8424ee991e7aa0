import { afterEach, describe, expect, it } from 'vitest';
import type { NextStep, SentCode } from '../../../../../shared/call-view.js';
import { fail, ok } from '../../../../../shared/result.js';
import type { Subject } from '../../../../../electron/main/registry/subject.js';
import {
  byUserName,
  canary,
  canaryMarks,
  chosen,
  openCallDesk,
  reset,
  rightFacts,
  shipped,
  support,
  wrongFacts,
  type CallDesk,
} from '../../../../support/call-desk.js';

let desk: CallDesk;
afterEach(() => desk.end());
const billing = { ...support, purpose: 'billing-check' };
const ended = { ...canary, active: false, endedAt: '2026-10-01T00:00:00.000Z' };
const next = (): readonly NextStep[] => desk.calls.view()?.next ?? [];
const ways = () => next().flatMap((step) => (step.do === 'factor' ? [step.factor] : []));

describe('a billing-check', () => {
  const check = async (subjects: Subject[]) => {
    desk = await openCallDesk({ subjects, roles: ['billing'] });
    await desk.startCall(billing);
    return desk.findSubject(byUserName);
  };

  it.each([
    ['active', canary, { active: true, endedAt: null }],
    ['ended', ended, { active: false, endedAt: ended.endedAt }],
  ])('tells that somebody is %s and when, and nothing of who it is', async (_what, subject, told) => {
    const found = await check([subject]);
    expect(found).toMatchObject({ ok: true, value: { find: 'found', candidates: [], billing: told, step: 'finding' } });
    expect(canaryMarks.filter((mark) => JSON.stringify(found).includes(mark))).toEqual([]);
    const answered = (await desk.entries()).find(({ type }) => type === 'lookup.answered');
    expect(answered).toMatchObject({ fields: ['status', 'endedAt'], outcome: 'found' });
    expect(await desk.chooseCandidate({ number: 1 })).toEqual(fail('candidate-unknown'));
  });

  it('tells of no person who has forbidden the use of their data', async () => {
    expect(await check([{ ...ended, restricted: true }])).toMatchObject({
      ok: true,
      value: { find: 'restricted', billing: null },
    });
  });

  it('of several tells nothing', async () => {
    expect(await check([canary, { ...canary, id: '2' }])).toMatchObject({
      ok: true,
      value: { find: 'too-many', billing: null },
    });
    const fields = (await desk.entries()).filter(({ type }) => type === 'lookup.answered').map((entry) => entry.fields);
    expect(fields).toEqual([[], []]);
  });

  it('is for billing alone, and billing for it alone', async () => {
    desk = await openCallDesk();
    expect(await desk.startCall(billing)).toEqual(fail('forbidden'));
    await desk.end();
    desk = await openCallDesk({ roles: ['billing'] });
    expect(await desk.startCall(support)).toEqual(fail('forbidden'));
  });
});

describe('account-change', () => {
  const change = { ...support, purpose: 'account-change' };

  it('is not reached by facts and a call-back: it takes one strong or two different medium', async () => {
    desk = await openCallDesk({
      askSecondAgent: () => Promise.resolve({ ok: true, agent: 'bertil.berg' }),
    });
    Object.assign(desk.room.factors['second-agent'], { whyNot: () => null });
    await chosen(desk, change);
    await desk.compareClaims(rightFacts);
    await desk.startCallBack();
    expect(await desk.finishCallBack({ result: 'reached' })).toMatchObject({ ok: true, value: { step: 'proving' } });
    expect(await desk.revealField({ field: 'workEmail' })).toEqual(fail('not-verified'));
    expect(await desk.proveBySecondAgent()).toMatchObject({ ok: true, value: { step: 'verified' } });
    expect(await desk.revealField({ field: 'workEmail' })).toMatchObject({ ok: true });
  });
});

/** A desk that can carry codes, and what the last one was. */
const withCodes = async () => {
  let carried = '';
  const carry = (text: string) => {
    carried = /\b\d{6}\b/.exec(text)?.[0] ?? '';
    return Promise.resolve(ok(undefined));
  };
  desk = await openCallDesk({
    policy: () => {
      const policy = JSON.parse(shipped) as { factors: object };
      const approval = { contacts: { 'Kanaria Oy': 'yhteys@kanaria.example' } };
      return JSON.stringify({ ...policy, factors: { ...policy.factors, approval } });
    },
    ports: { relay: { send: ({ text }) => carry(text) }, sms: { send: (_to, text) => carry(text) } },
  });
  return async (factor: SentCode) => {
    await desk.sendCode({ factor, language: 'fi' });
    return desk.enterCode({ factor, code: carried });
  };
};

describe('access-reset, as it is shipped', () => {
  it('is not reached by facts and one medium way with a signal: it takes two different medium ways', async () => {
    const prove = await withCodes();
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(await prove('sms-code')).toMatchObject({ ok: true, value: { step: 'proving' } });
    expect(await prove('email-code')).toEqual(fail('code-not-sent'));
    expect(desk.calls.view()?.step).toBe('proving');
    await desk.startCallBack();
    expect(await desk.finishCallBack({ result: 'reached' })).toMatchObject({ ok: true, value: { step: 'verified' } });
  });
});

describe('an end of use', () => {
  it('is told by the contact person alone: no other way, however strong, is theirs', async () => {
    const prove = await withCodes();
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    await prove('sms-code');
    await desk.startCallBack();
    expect(await desk.finishCallBack({ result: 'reached' })).toMatchObject({ ok: true, value: { step: 'verified' } });
    await desk.changePurpose({ purpose: 'end-of-use' });
    expect(await desk.compareClaims({ claims: { name: `${canary.givenName} ${canary.familyName}` } })).toMatchObject({
      ok: true,
      value: { step: 'proving', assurance: { accept: [[{ among: ['approval'], reached: 0 }]] } },
    });
    expect(await prove('approval')).toMatchObject({ ok: true, value: { step: 'verified' } });
  });
});

describe('who has forbidden the use of their data', () => {
  it('is opened by a privacy request alone', async () => {
    desk = await openCallDesk({ subjects: [{ ...canary, restricted: true }] });
    for (const purpose of ['support', 'access-reset', 'account-change', 'end-of-use', 'block']) {
      await desk.startCall({ ...support, purpose });
      expect(await desk.findSubject(byUserName)).toMatchObject({
        ok: true,
        value: { find: 'restricted', candidates: [] },
      });
      await desk.closeCall({ outcome: 'not-verified' });
    }
    await desk.startCall({ ...support, purpose: 'privacy-request' });
    expect(await desk.findSubject(byUserName)).toMatchObject({ ok: true, value: { find: 'found' } });
  });
});

describe('whose use has ended', () => {
  it('is opened by an end of use alone', async () => {
    desk = await openCallDesk({ subjects: [ended] });
    for (const [purpose, find] of [
      ['privacy-request', 'ended'],
      ['support', 'ended'],
      ['end-of-use', 'found'],
    ] as const) {
      await desk.startCall({ ...support, purpose });
      expect(await desk.findSubject(byUserName)).toMatchObject({ ok: true, value: { find } });
      await desk.closeCall({ outcome: 'not-verified' });
    }
  });
});

describe('a call that does not go on by itself tells what may be done', () => {
  it('for a restricted person: a privacy request', async () => {
    desk = await openCallDesk({ subjects: [{ ...canary, restricted: true }] });
    await desk.startCall(support);
    await desk.findSubject(byUserName);
    expect(next()).toEqual([
      { do: 'purpose', purpose: 'privacy-request' },
      { do: 'contact-person' },
      { do: 'not-verified' },
    ]);
  });

  it('for an ended person: another search, or the end of use', async () => {
    desk = await openCallDesk({ subjects: [ended] });
    await desk.startCall(support);
    await desk.findSubject(byUserName);
    expect(next()).toContainEqual({ do: 'purpose', purpose: 'end-of-use' });
  });

  it('for nobody found: another search', async () => {
    desk = await openCallDesk({ subjects: [] });
    await desk.startCall(support);
    await desk.findSubject(byUserName);
    expect(next()[0]).toEqual({ do: 'search' });
  });

  it('after a wrong answer, and when the person is locked', async () => {
    desk = await openCallDesk();
    await chosen(desk);
    expect(next()).toEqual([]);
    await desk.compareClaims(wrongFacts);
    expect(next().map((step) => step.do)).toEqual(['compare', 'search', 'not-verified']);
    await desk.compareClaims(wrongFacts);
    await desk.compareClaims(wrongFacts);
    expect(next().map((step) => step.do)).toEqual(['wait', 'unlock', 'contact-person', 'suspected-fraud']);
  });

  it('without a way to prove: what is reached already, and how to end', async () => {
    desk = await openCallDesk({ subjects: [{ ...canary, workPhone: null }] });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(next()).toEqual([
      { do: 'purpose', purpose: 'support' },
      { do: 'contact-person' },
      { do: 'escalate' },
      { do: 'not-verified' },
    ]);
  });

  it('while a way to prove is left and nothing was refused: nothing', async () => {
    desk = await openCallDesk();
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(next()).toEqual([]);
    await desk.startCallBack();
    expect(next()).toEqual([]);
  });

  it('after a call-back that reached nobody: another try first', async () => {
    desk = await openCallDesk();
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    await desk.startCallBack();
    await desk.finishCallBack({ result: 'not-reached' });
    expect(next()[0]).toEqual({ do: 'factor', factor: 'call-back' });
  });

  it('after a code that was wrong: the ways that are left, before how to end', async () => {
    const prove = await withCodes();
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(await prove('sms-code')).toMatchObject({ ok: true });
    await desk.sendCode({ factor: 'approval', language: 'fi' });
    expect(next()).toEqual([]);
    await desk.enterCode({ factor: 'approval', code: '000000' });
    expect(next()).toContainEqual({ do: 'factor', factor: 'call-back' });
  });

  it('of the ways to prove only those that the purpose takes, and the panes offer no other', async () => {
    const prove = await withCodes();
    const among = ['approval' as const, 'sms-code' as const];
    desk.room.policy.purposes['access-reset']?.accept.splice(0, 2, { factors: 1, of: 'medium', among });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    const factors = desk.calls.view()?.factors ?? [];
    expect(factors.filter(({ state }) => state === 'waiting').map(({ id }) => id)).toEqual(['sms-code', 'approval']);
    expect(factors.find(({ id }) => id === 'call-back')).toMatchObject({ state: 'missing', why: 'not-taken' });
    await desk.sendCode({ factor: 'approval', language: 'fi' });
    await desk.enterCode({ factor: 'approval', code: '000000' });
    expect(ways()).toEqual(['sms-code']);
    expect(await prove('sms-code')).toMatchObject({ ok: true, value: { step: 'verified' } });
  });

  it('that no way is left, when the purpose takes none of those there are', async () => {
    await withCodes();
    desk.room.policy.purposes['access-reset']?.accept.splice(0, 2, { factors: 1, of: 'medium', among: ['totp'] });
    await chosen(desk, reset);
    await desk.compareClaims(rightFacts);
    expect(next()[0]).toEqual({ do: 'purpose', purpose: 'support' });
  });
});
