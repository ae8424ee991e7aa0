import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Step } from '../../../electron/main/audit/audit-log.js';
import { Withheld } from '../../../electron/main/audit/disclosure.js';
import { createRelay } from '../../../electron/main/mail/relay.js';
import type { Filing } from '../../../electron/main/requests/letter.js';
import type { NewFiling, RequestDesk } from '../../../electron/main/requests/request-desk.js';
import type { RequestQueue } from '../../../electron/main/requests/request-queue.js';
import { fail } from '../../../shared/result.js';
import { canary } from '../../support/call-desk.js';
import { hits } from '../../support/canary-search.js';
import { makeCertificates } from '../../support/certificates.mjs';
import { startMailRelay } from '../../support/mail-relay.mjs';
import { requestPlace, type RequestPlace } from '../../support/requests.js';

type Server = Awaited<ReturnType<typeof startMailRelay>>;

let certificates: Awaited<ReturnType<typeof makeCertificates>>;
let place: RequestPlace;
let server: Server;
beforeAll(async () => void (certificates = await makeCertificates()));
beforeEach(async () => {
  place = await requestPlace();
  server = await startMailRelay({ tls: certificates.good });
});
afterEach(async () => {
  await place.end();
  await server.stop();
});
afterAll(() => vi.useRealTimers());

const relay = (deadlineMilliseconds = 10_000, url = server.url) =>
  createRelay({
    policy: { relay: url, from: 'tuki@esimerkki.example' },
    allows: () => true,
    authorities: () => Promise.resolve([certificates.ca]),
    deadlineMilliseconds,
  });
const marks = ['Kanarianna', 'Lintuvuori', 'canary7f3a', 'mail7f3a', 'canary-id', 'korjatkaa sukunimi'];
const filing: Filing = { kind: 'privacy-request', matter: 'rectification', words: 'korjatkaa sukunimi' };
const removal: Filing = { kind: 'end-of-use', matter: 'in-writing', words: '' };
const about = (id: string, what: Filing): NewFiling => ({
  ...{ id, purpose: what.kind, ticket: 'INC-20418', pseudonym: 'a-pseudonym', registryId: canary.id, filing: what },
  subject: {
    values: [
      ['name', `${canary.givenName} ${canary.familyName}`],
      ['workEmail', canary.workEmail],
    ],
    restricted: false,
  },
  created: new Date('2026-11-22T10:00:00.000Z'),
});
const kept = async (desk: RequestDesk, what = filing, id = 'AAAA-0001'): Promise<void> =>
  expect(await desk.keep(about(id, what))).toMatchObject({ ok: true });
/** Once this desk has done what it can do now. */
const states = (queue: RequestQueue) => queue.list().map(({ sentAt, failure }) => (sentAt === null ? failure : 'sent'));
const until = (queue: RequestQueue, ...expected: (string | null)[]) =>
  expect.poll(() => states(queue)).toEqual(expected);
const types = async () => (await place.entries()).map(({ type }) => type);

describe('a request that is kept', () => {
  it('is sent by mail over TLS, to the one the policy names, and that is on record', async () => {
    const { queue, desk } = place.open({ relay: relay() });
    expect(await desk.keep(about('AAAA-0001', filing))).toEqual({ ok: true, value: { due: '2026-12-22' } });
    await kept(desk, removal, 'AAAA-0002');
    await until(queue, 'sent', 'sent');
    const [first, second] = [...server.received].sort((one, other) => one.subject.localeCompare(other.subject));
    expect(first).toMatchObject({
      to: ['tietosuoja@esimerkki.example'],
      subject: 'Tunniste: Privacy request AAAA-0001',
    });
    expect(first?.text).toContain('Name: Kanarianna Lintuvuori');
    expect(first?.text).toContain('Answer by: 22 December 2026');
    expect(first?.text).toContain('korjatkaa sukunimi');
    expect(second).toMatchObject({ to: ['owner@registry.example'], headers: { 'content-language': 'en' } });
    const sent = (await place.entries()).filter(({ type }) => type === 'request.sent');
    expect(sent.map(({ call }) => call).sort()).toEqual(['AAAA-0001', 'AAAA-0002']);
    expect(sent[0]).toMatchObject({ subject: 'a-pseudonym', ticket: 'INC-20418', agent: null });
  });

  it('lies sealed until it is sent, and is gone once it is', async () => {
    const waiting = place.open({ relay: null });
    await kept(waiting.desk);
    await until(waiting.queue, 'request-nowhere');
    const [file = ''] = await readdir(place.folder);
    expect(await readFile(join(place.folder, file), 'utf8')).toContain('a-pseudonym');
    expect(hits(place.parent, marks)).toEqual([]);
    expect(place.keys.requestKey('AAAA-0001')).toHaveLength(32);
    waiting.queue.stop();

    const { queue } = place.open({ relay: relay() });
    await queue.open();
    await until(queue, 'sent');
    expect(JSON.parse(await readFile(join(place.folder, file), 'utf8'))).toMatchObject({ sealed: null, tries: 1 });
    await expect.poll(() => place.keys.requestKey('AAAA-0001')).toBeNull();
  });

  it('waits while the relay is down, however often the desk starts anew, and is then sent once', async () => {
    await server.stop();
    for (let start = 1; start <= 3; start++) {
      const { queue, desk } = place.open({ relay: relay() });
      if (start === 1) await kept(desk);
      else await queue.open();
      await expect
        .poll(() => queue.list())
        .toMatchObject([{ failure: 'mail-unreachable', tries: start, sentAt: null }]);
      expect(Date.parse(queue.list()[0]?.nextTry ?? '')).toBeGreaterThan(Date.now());
      queue.stop();
      await expect.poll(types).toHaveLength(start);
    }
    expect(await types()).toEqual(['request.failed', 'request.failed', 'request.failed']);
    server = await startMailRelay({ tls: certificates.good });
    const { queue } = place.open({ relay: relay() });
    await queue.open();
    await until(queue, 'sent');
    await queue.retry('AAAA-0001');
    expect(server.received).toHaveLength(1);
  });

  it.each(['greylist', 'refuse'] as const)('is tried again after the relay answered %s', async (mode) => {
    server.set(mode);
    const { queue, desk } = place.open({ relay: relay() });
    await kept(desk);
    await until(queue, mode === 'greylist' ? 'mail-busy' : 'mail-refused');
    const wait = Date.parse(queue.list()[0]?.nextTry ?? '') - Date.now();
    if (mode === 'greylist') expect(wait).toBeGreaterThan(290_000);
    server.set('pass');
    expect(await queue.retry('AAAA-0001')).toEqual({ ok: true, value: undefined });
    expect(states(queue)).toEqual(['sent']);
    expect(server.received).toHaveLength(1);
  });

  it('goes by itself when its time has come', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const tries: number[] = [];
      const post = { send: () => Promise.resolve(tries.push(Date.now()) < 4 ? fail('mail-unreachable') : done) };
      const done = { ok: true, value: undefined } as const;
      const { queue, desk } = place.open({ relay: post, random: () => 1 });
      await kept(desk);
      while (queue.unsent !== 0) {
        await vi.advanceTimersToNextTimerAsync();
        await new Promise(setImmediate);
      }
      expect(tries.slice(1).map((at, index) => Math.round((at - (tries[index] ?? 0)) / 1000))).toEqual([30, 60, 120]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that the relay may or may not have taken goes again under the same id, so that the second can be told', async () => {
    const ids: string[] = [];
    await server.stop();
    server = await startMailRelay({
      tls: certificates.good,
      onMail: ({ headers }) => void ids.push(headers['message-id'] ?? ''),
    });
    // Taken, but the word of it is lost: what the desk hears is a time-out.
    const lost = {
      send: async (mail: Parameters<ReturnType<typeof relay>['send']>[0]) => {
        await relay().send(mail);
        return fail('mail-timeout');
      },
    };
    const first = place.open({ relay: lost });
    await kept(first.desk);
    await until(first.queue, 'mail-timeout');
    first.queue.stop();
    const { queue } = place.open({ relay: relay() });
    await queue.open();
    await until(queue, 'sent');
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@esimerkki\.example>$/);
  });
});

describe('when the disk or the record fails', () => {
  it('a request that cannot be kept is refused, and nothing of it stays', async () => {
    const { queue, desk } = place.open({ relay: relay() });
    await queue.open();
    place.setDisk('full');
    expect(await desk.keep(about('AAAA-0001', filing))).toEqual({ ok: false, error: { code: 'disk-low' } });
    expect(queue.list()).toEqual([]);
    expect(await readdir(place.folder)).toEqual([]);
    place.setDisk('well');
    await kept(desk);
    await until(queue, 'sent');
  });

  it('no mail leaves while nothing can be recorded', async () => {
    const silent = { ...place.audit, mayDisclose: () => Promise.resolve(fail('disk-low')) };
    const { queue, desk } = place.open({ relay: relay(), audit: silent });
    await kept(desk);
    await until(queue, 'disk-low');
    expect(server.asked).toEqual([]);
  });

  it('a mail that is gone is not sent again because that could not be recorded', async () => {
    let broken = true;
    const audit = {
      mayDisclose: () => place.audit.mayDisclose(),
      record: (...steps: readonly Step[]) =>
        broken ? Promise.resolve(fail('disk-low')) : place.audit.record(...steps),
    };
    const { queue, desk } = place.open({ relay: relay(), audit });
    await kept(desk);
    await until(queue, 'disk-low');
    broken = false;
    expect(await queue.retry('AAAA-0001')).toEqual({ ok: true, value: undefined });
    expect(states(queue)).toEqual(['sent']);
    expect(await types()).toEqual(['request.sent']);
    expect(server.received).toHaveLength(1);
  });

  it('a locked keyring keeps it waiting, and it goes once the keyring is open', async () => {
    const waiting = place.open({ relay: null });
    await kept(waiting.desk);
    await until(waiting.queue, 'request-nowhere');
    waiting.queue.stop();
    place.keychain.lock(true);
    const { queue } = place.open({ relay: relay() }, place.openKeys());
    await queue.open();
    await until(queue, 'keychain-locked');
    expect(server.asked).toEqual([]);
    place.keychain.lock(false);
    expect(await queue.retry('AAAA-0001')).toEqual({ ok: true, value: undefined });
  });

  it('what cannot be read is counted and left as it is', async () => {
    const first = place.open({ relay: null });
    await kept(first.desk);
    await kept(first.desk, filing, 'AAAA-0002');
    first.queue.stop();
    const damaged = join(place.folder, 'AAAA-0001.request.json');
    await writeFile(damaged, '{"v":1,"id":"AAAA-00');
    const { queue } = place.open({ relay: relay() });
    await queue.open();
    await until(queue, 'sent');
    expect(queue.unreadable).toBe(1);
    expect(await readFile(damaged, 'utf8')).toBe('{"v":1,"id":"AAAA-00');
    // Somebody may mend the file: its key is still there.
    expect(place.keys.requestKey('AAAA-0001')).toHaveLength(32);
  });

  it('a file that was changed by hand is not sent', async () => {
    const first = place.open({ relay: null });
    await kept(first.desk);
    first.queue.stop();
    const file = join(place.folder, 'AAAA-0001.request.json');
    const request = JSON.parse(await readFile(file, 'utf8')) as { sealed: string };
    const sealed = `${request.sealed.slice(0, -2)}${request.sealed.endsWith('A') ? 'BB' : 'AA'}`;
    await writeFile(file, JSON.stringify({ ...request, sealed }));
    const { queue } = place.open({ relay: relay() });
    await queue.open();
    await until(queue, 'request-unreadable');
    expect(server.asked).toEqual([]);
  });
});

describe('a request that somebody has seen to', () => {
  it('cannot be one that was never sent', async () => {
    const { queue, desk } = place.open({ relay: null });
    await kept(desk);
    expect(await queue.finish('AAAA-0001')).toEqual({ ok: false, error: { code: 'request-waiting' } });
    expect(await queue.finish('AAAA-0009')).toEqual({ ok: false, error: { code: 'request-unknown' } });
  });

  it('leaves the list and the disk, and its record stays', async () => {
    const { queue, desk } = place.open({ relay: relay() });
    await kept(desk);
    await until(queue, 'sent');
    expect(await queue.finish('AAAA-0001')).toEqual({ ok: true, value: undefined });
    expect(queue.list()).toEqual([]);
    expect(await readdir(place.folder)).toEqual([]);
    expect(await types()).toEqual(['request.sent', 'request.finished']);
  });

  it('and confirms a removal erases what the desk holds sealed about the person, and of nobody else', async () => {
    const sealedFor = async (id: string) =>
      place.audit.record({ type: 'lookup.answered', subject: new Withheld({ id }), sealed: { identifier: 'x' } });
    await sealedFor(canary.id);
    await sealedFor('somebody-else');
    const [erased, spared] = [
      await place.keys.subjectKey(canary.id, '2026-11'),
      await place.keys.subjectKey('somebody-else', '2026-11'),
    ];
    const { queue, desk } = place.open({ relay: relay() });
    await kept(desk, removal);
    await until(queue, 'sent');
    expect(await queue.finish('AAAA-0001')).toEqual({ ok: true, value: undefined });
    expect((await types()).slice(-3)).toEqual(['erasure.asked', 'subject.erased', 'request.finished']);

    // As the next start finds them: what is looked for is made anew, and opens nothing of before.
    const keys = place.openKeys();
    await keys.open();
    expect(await keys.subjectKey('somebody-else', '2026-11')).toEqual(spared);
    expect(await keys.subjectKey(canary.id, '2026-11')).not.toEqual(erased);
    expect(keys.requestKey('AAAA-0001')).toBeNull();
  });

  it('and could not be erased may be finished again', async () => {
    await place.keys.subjectKey(canary.id, '2026-11');
    const { queue, desk } = place.open({ relay: relay() });
    await kept(desk, removal);
    await until(queue, 'sent');
    place.setDisk('full');
    expect(await queue.finish('AAAA-0001')).toEqual({ ok: false, error: { code: 'disk-low' } });
    expect(queue.list()).toHaveLength(1);
    place.setDisk('well');
    expect(await queue.finish('AAAA-0001')).toEqual({ ok: true, value: undefined });
    expect((await types()).filter((type) => type === 'subject.erased')).toHaveLength(1);
  });
});
