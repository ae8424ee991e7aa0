import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../../shared/contract.js';
import type { ErrorCode } from '../../../../../shared/result.js';
import type { Subject } from '../../../../../electron/main/registry/subject.js';
import { byUserName, canary, canaryMarks, openCallDesk, type CallDesk } from '../../../../support/call-desk.js';
import { hits } from '../../../../support/canary-search.js';
import { withRequestPurposes } from '../../../../support/purposes.js';

type Filed = RequestOf<'fileRequest'>;

let desk: CallDesk;
beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-11-22T10:00:00Z') }),
);
afterEach(async () => {
  vi.useRealTimers();
  await desk.end();
});

const open = async (subject: Partial<Subject> = {}, options: Parameters<typeof openCallDesk>[0] = {}) =>
  (desk = await openCallDesk({ policy: withRequestPurposes, subjects: [{ ...canary, ...subject }], ...options }));
const facts = { claims: { workEmail: canary.workEmail ?? '' } };
/** As far as a verified caller. */
const verified = async (purpose: string): Promise<void> => {
  await desk.startCall({ purpose, ticket: 'INC-20418', callerNumber: '' });
  await desk.findSubject(byUserName);
  await desk.chooseCandidate({ number: 1 });
  await desk.compareClaims(facts);
  if (purpose !== 'privacy-request') return;
  await desk.startCallBack();
  await desk.finishCallBack({ result: 'reached' });
};
const refusal = (code: ErrorCode) => ({ ok: false, error: { code } });
const types = async (): Promise<string[]> => (await desk.entries()).map(({ type }) => type);
const leaks = (answer: unknown): string[] => canaryMarks.filter((mark) => JSON.stringify(answer).includes(mark));

const privacy: Filed = { kind: 'privacy-request', matter: 'access', words: 'kaikki mitä minusta on' };
const block: Filed = { kind: 'block', matter: 'lost-device', words: '' };
const removal: Filed = { kind: 'end-of-use', matter: 'activation-event', words: '' };
const handing: Filed = {
  kind: 'disclose',
  matter: 'law',
  words: '',
  recipient: 'Esimerkin poliisilaitos',
  basis: 'Laki 1/2000 3 §',
  fields: ['userName'],
};

describe('a privacy request', () => {
  it('is on record before anything of the subject goes into it, and is to be answered within a month', async () => {
    await open();
    await verified('privacy-request');
    const filed = await desk.fileRequest(privacy);
    expect(filed).toMatchObject({ ok: true, value: { filed: { kind: 'privacy-request', due: '2026-12-22' } } });
    expect(leaks(filed)).toEqual([]);
    const entry = (await desk.entries()).find(({ type }) => type === 'request.created');
    expect(entry).toMatchObject({
      ...{ outcome: 'privacy-request', reason: 'access', purpose: 'privacy-request', ticket: 'INC-20418' },
      fields: ['name', 'userName', 'workEmail', 'organisation'],
    });
    const [kept] = desk.requests.queue.list();
    expect(kept).toMatchObject({ id: entry?.call, subject: entry?.subject, agent: 'agent', due: '2026-12-22' });
    expect(hits(desk.requests.folder, [...canaryMarks, 'kaikki'])).toEqual([]);
    expect(JSON.stringify(await desk.entries())).not.toContain('kaikki');
  });

  it('opens for a person who has forbidden the use of their data, and shows nothing of them', async () => {
    await open({ restricted: true });
    await desk.startCall({ purpose: 'privacy-request', ticket: 'INC-20418', callerNumber: '' });
    const found = await desk.findSubject(byUserName);
    expect(found).toMatchObject({
      ok: true,
      value: { find: 'found', candidates: [{ number: 1, name: '•••••• •••••••••', workEmail: '' }] },
    });
    const answered = (await desk.entries()).find(({ type }) => type === 'lookup.answered');
    expect(answered?.fields).toEqual([]);
    await desk.chooseCandidate({ number: 1 });
    await desk.compareClaims(facts);
    await desk.startCallBack();
    expect(await desk.finishCallBack({ result: 'reached' })).toMatchObject({ value: { step: 'verified', show: [] } });
    expect(await desk.revealField({ field: 'name' })).toEqual(refusal('field-not-allowed'));
    expect(await desk.fileRequest(privacy)).toMatchObject({ ok: true, value: { filed: { due: '2026-12-22' } } });
  });

  it('is the only purpose that opens for them', async () => {
    for (const purpose of ['support', 'block', 'disclose', 'end-of-use']) {
      await open({ restricted: true });
      await desk.startCall({ purpose, ticket: 'INC-20418', callerNumber: '' });
      expect(await desk.findSubject(byUserName)).toMatchObject({
        ok: true,
        value: { find: 'restricted', candidates: [] },
      });
      await desk.end();
    }
    await open();
  });
});

describe('the end of use', () => {
  it('may be said of somebody whose use has ended already, and shows only whether it has', async () => {
    await open({ active: false, endedAt: '2026-10-01T00:00:00.000Z' });
    await verified('end-of-use');
    expect(await desk.revealField({ field: 'status' })).toMatchObject({ ok: true, value: { value: 'ended' } });
    expect(await desk.revealField({ field: 'name' })).toEqual(refusal('field-not-allowed'));
    expect(await desk.fileRequest(removal)).toMatchObject({ ok: true, value: { filed: { due: null } } });
    const entry = (await desk.entries()).find(({ type }) => type === 'request.created');
    expect(entry).toMatchObject({ outcome: 'end-of-use', reason: 'activation-event' });
  });

  it('is not proven by reaching the one who is said to have left', async () => {
    const asksMore = (text: string) =>
      withRequestPurposes(text).replace(
        '"end-of-use":{"kind":"end-of-use","points":2,"factors":1',
        '"end-of-use":{"kind":"end-of-use","points":2,"factors":2',
      );
    await open({}, { policy: asksMore });
    await verified('end-of-use');
    const offered = desk.calls.view()?.factors.map(({ id }) => id);
    expect(offered).toEqual(['facts', 'approval']);
    await desk.startCallBack();
    const reached = await desk.finishCallBack({ result: 'reached' });
    expect(reached).not.toMatchObject({ value: { step: 'verified' } });
    expect(await desk.fileRequest(removal)).toEqual(refusal('not-verified'));
  });
});

describe('a report of loss or misuse', () => {
  it('takes facts alone, shows nothing and is kept', async () => {
    await open();
    await verified('block');
    expect(desk.calls.view()).toMatchObject({ step: 'verified', show: [] });
    expect(await desk.revealField({ field: 'userName' })).toEqual(refusal('field-not-allowed'));
    expect(await desk.fileRequest(block)).toMatchObject({ ok: true, value: { filed: { kind: 'block' } } });
    expect(desk.requests.queue.list()).toMatchObject([{ kind: 'block', matter: 'lost-device' }]);
  });
});

describe('handing over', () => {
  it('shows a field only after recipient, legal basis and that very field are on record', async () => {
    await open();
    await verified('disclose');
    expect(desk.calls.view()).toMatchObject({ show: [], handable: ['name', 'userName', 'workPhone'] });
    expect(await desk.revealField({ field: 'userName' })).toEqual(refusal('field-not-allowed'));
    expect(await desk.fileRequest(handing)).toMatchObject({
      ok: true,
      value: { show: [{ field: 'userName', masked: false }] },
    });
    expect(await desk.revealField({ field: 'name' })).toEqual(refusal('field-not-allowed'));
    expect(await desk.revealField({ field: 'userName' })).toMatchObject({ ok: true, value: { value: 'canary7f3a' } });
    const order = await types();
    expect(order.indexOf('fields.disclosed')).toBeLessThan(order.indexOf('field.revealed'));
    const entry = (await desk.entries()).find(({ type }) => type === 'fields.disclosed');
    expect(entry).toMatchObject({ fields: ['userName'], reason: 'law' });
    expect(JSON.stringify(await desk.entries())).not.toContain('poliisilaitos');
  });

  it.each<[string, Partial<Extract<Filed, { kind: 'disclose' }>>, ErrorCode]>([
    ['without a recipient', { recipient: '  ' }, 'request-invalid'],
    ['without a legal basis', { basis: '' }, 'request-invalid'],
    ['without a field', { fields: [] }, 'request-invalid'],
    ['to a recipient longer than a name', { recipient: 'x'.repeat(201) }, 'request-invalid'],
    ['of a field that the purpose may not hand over', { fields: ['workEmail'] }, 'field-not-allowed'],
  ])('%s is refused, and nothing is kept', async (_what, change, code) => {
    await open();
    await verified('disclose');
    expect(await desk.fileRequest({ ...handing, ...change })).toEqual(refusal(code));
    expect(await types()).not.toContain('request.created');
    expect(desk.requests.queue.list()).toEqual([]);
  });

  it('of one person opens nothing of another', async () => {
    await open({}, { subjects: [canary, { ...canary, id: 'another' }] });
    await verified('disclose');
    await desk.fileRequest(handing);
    vi.setSystemTime(new Date('2026-11-22T10:30:00Z'));
    await desk.revealField({ field: 'userName' });
    await desk.findSubject(byUserName);
    await desk.chooseCandidate({ number: 2 });
    await desk.compareClaims(facts);
    expect(desk.calls.view()).toMatchObject({ step: 'verified', show: [] });
    expect(await desk.revealField({ field: 'userName' })).toEqual(refusal('field-not-allowed'));
  });
});

describe('a request', () => {
  it.each<[string, Filed, ErrorCode]>([
    ['of another kind than the purpose', block, 'wrong-step'],
    ['with more words than a request may have', { ...privacy, words: 'x'.repeat(2001) }, 'request-invalid'],
  ])('%s is refused', async (_what, request, code) => {
    await open();
    await verified('privacy-request');
    expect(await desk.fileRequest(request)).toEqual(refusal(code));
    expect(desk.requests.queue.list()).toEqual([]);
  });

  it('is not taken before the caller is verified, nor after that has expired', async () => {
    await open();
    await desk.startCall({ purpose: 'block', ticket: 'INC-20418', callerNumber: '' });
    expect(await desk.fileRequest(block)).toEqual(refusal('not-verified'));
    await desk.findSubject(byUserName);
    await desk.chooseCandidate({ number: 1 });
    await desk.compareClaims(facts);
    vi.setSystemTime(new Date('2026-11-22T10:30:00Z'));
    expect(await desk.fileRequest(block)).toEqual(refusal('verification-expired'));
  });

  it('is left once in a call', async () => {
    await open();
    await verified('block');
    await desk.fileRequest(block);
    expect(await desk.fileRequest(block)).toEqual(refusal('request-filed'));
    expect(desk.requests.queue.list()).toHaveLength(1);
  });

  it('that the disk does not take is refused, on record, and may be filed again', async () => {
    let full = true;
    const keep = () => (full ? Promise.resolve(refused) : Promise.resolve({ ok: true, value: { due: null } } as const));
    const refused = { ok: false, error: { code: 'disk-low' } } as const;
    await open({}, { requests: { keep } });
    await verified('block');
    expect(await desk.fileRequest(block)).toEqual(refusal('disk-low'));
    expect((await desk.entries()).at(-1)).toMatchObject({
      ...{ type: 'request.failed', outcome: 'block', reason: 'disk-low' },
    });
    full = false;
    expect(await desk.fileRequest(block)).toMatchObject({ ok: true });
  });

  it('leaves nothing behind when it cannot be recorded', async () => {
    await open();
    await verified('block');
    await desk.journal.close();
    expect(await desk.fileRequest(block)).toEqual(refusal('audit-not-open'));
    expect(await readdir(desk.requests.folder).catch(() => [])).toEqual([]);
  });

  it('outlives a lock as a fact, and what it opened does not', async () => {
    await open();
    await verified('disclose');
    await desk.fileRequest(handing);
    await desk.calls.putAway();
    expect(desk.calls.view()).toMatchObject({ filed: { kind: 'disclose' }, show: [] });
    expect(await desk.fileRequest(handing)).toEqual(refusal('not-verified'));
  });
});
