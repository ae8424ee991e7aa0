import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from '../../shared/result.js';
import { makeCertificates } from '../support/certificates.mjs';
import { demoPersons } from '../support/demo-persons.mjs';
import { onlyOldTls, startFaultServer } from '../support/fault-server.mjs';
import type { Home } from '../support/person.mjs';
import { demoPolicy } from '../support/policy.mjs';
import { expect, test } from '../support/fixtures.js';
import { ask, journalOf, signInByAsking } from './ask.js';

const { complete } = demoPersons;
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };
const find = { by: 'userName', identifier: complete.userName, organisation: '' } as const;
type Fault = Parameters<Awaited<ReturnType<typeof startFaultServer>>['set']>[0];

const faults: readonly (readonly [Fault, ErrorCode])[] = [
  ['refuse', 'registry-unreachable'],
  ['reset', 'registry-unreachable'],
  ['unauthorised', 'registry-unauthorised'],
  ['forbidden', 'registry-forbidden'],
  ['missing', 'registry-not-found'],
  ['busySeconds', 'registry-busy'],
  ['busyDate', 'registry-busy'],
  ['broken', 'registry-failed'],
  ['redirect', 'registry-redirected'],
  ['html', 'registry-invalid'],
  ['notJson', 'registry-invalid'],
  ['wrongSchema', 'registry-invalid'],
  ['duplicateIds', 'registry-invalid'],
  ['notStrings', 'registry-invalid'],
  ['controlCharacters', 'registry-invalid'],
  ['someoneElse', 'registry-invalid'],
  ['huge', 'registry-too-large'],
];

test('whatever the registry does, the agent gets a typed error on record, no data, and a usable call', async ({
  openDesk,
  registry,
  home,
}) => {
  const server = await startFaultServer({ upstream: registry.url });
  try {
    const desk = await openDesk({ policy: await demoPolicy(server.url) });
    await signInByAsking(desk.page, registry.token);
    await ask(desk.page, 'startCall', start);
    for (const [fault, code] of faults) {
      await server.set(fault);
      const answer = await ask(desk.page, 'findSubject', find);
      expect(answer, fault).toMatchObject({ ok: false, error: { code } });
      expect(JSON.stringify(answer), fault).not.toContain('irtanen');
      expect(
        journalOf(home).findLast(({ type }) => type === 'lookup.answered'),
        fault,
      ).toMatchObject({ outcome: 'failed', reason: code, subject: null });
    }
    await server.set('directionMarks');
    expect(await ask(desk.page, 'findSubject', find)).toMatchObject({
      ok: true,
      value: { candidates: [{ name: 'M••••• V••••••••' }] },
    });
    await server.set('pass');
    expect(await ask(desk.page, 'findSubject', find)).toMatchObject({ ok: true, value: { find: 'found' } });
    // One request a search: nothing was tried again, and no redirect followed.
    const reached = server.requests.filter(({ url }) => !url.endsWith('/Users/.search'));
    expect(reached).toEqual([]);
  } finally {
    await server.stop();
  }
});

test('a registry that is silent or drips one byte a second is given up after 10 seconds', async ({
  openDesk,
  registry,
}) => {
  const server = await startFaultServer({ upstream: registry.url });
  try {
    const desk = await openDesk({ policy: await demoPolicy(server.url) });
    await signInByAsking(desk.page, registry.token);
    await ask(desk.page, 'startCall', start);
    for (const fault of ['silent', 'slow'] as const) {
      await server.set(fault);
      const asked = Date.now();
      expect(await ask(desk.page, 'findSubject', find)).toMatchObject({
        ok: false,
        error: { code: 'registry-timeout' },
      });
      expect(Date.now() - asked).toBeLessThan(12_000);
    }
  } finally {
    await server.stop();
  }
});

test('no personal data is in a URL, and no more is asked for than the field list', async ({ openDesk, registry }) => {
  const server = await startFaultServer({ upstream: registry.url });
  try {
    const desk = await openDesk({ policy: await demoPolicy(server.url) });
    await signInByAsking(desk.page, registry.token);
    await ask(desk.page, 'startCall', start);
    await ask(desk.page, 'findSubject', find);
    // The one before was to sign in, and about nobody.
    expect(server.requests).toHaveLength(2);
    const { method, url, body } = server.requests.at(-1) ?? { method: '', url: '', body: '' };
    expect([method, url]).toEqual(['POST', '/scim/v2/Users/.search']);
    const { filter, attributes } = JSON.parse(body) as { filter: string; attributes: string[] };
    expect(filter).toContain('userType eq "customer"');
    expect(attributes.map((path) => path.replace(/^urn:.*:/, '')).sort()).toEqual(
      [
        ...[
          'id',
          'name.givenName',
          'name.familyName',
          'userName',
          'emails.type',
          'emails.value',
          'phoneNumbers.type',
          'phoneNumbers.value',
        ],
        ...['department', 'organization', 'active', 'endedAt', 'restricted', 'phoneChangedAt', 'emailChangedAt'],
      ].sort(),
    );
  } finally {
    await server.stop();
  }
});

/** Puts the test's authority where Chromium on Linux looks for what the person trusts. */
const trust = (home: Home, ca: string): void => {
  const store = join(home.path, '.pki', 'nssdb');
  mkdirSync(store, { recursive: true });
  const file = join(home.path, 'ca.pem');
  writeFileSync(file, ca);
  execFileSync('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
  execFileSync('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'test', '-i', file]);
  execFileSync('chown', ['-R', `${home.person.uid}:${home.person.gid}`, join(home.path, '.pki'), file]);
};

test('over TLS a certificate that is expired, foreign or of another host is fatal, less than TLS 1.2 too, and a good one good', async ({
  openDesk,
  registry,
  home,
}) => {
  const { ca, good, expired, wrongHost, foreign } = await makeCertificates();
  trust(home, ca);
  const server = await startFaultServer({ upstream: registry.url, tls: expired });
  try {
    const { page } = await openDesk({ policy: { ...(await demoPolicy(server.url)), demo: false } });
    const signIn = () => ask(page, 'signIn', { token: registry.token });
    for (const [what, tls] of Object.entries({ expired, wrongHost, foreign, oldTls: { ...good, ...onlyOldTls } })) {
      server.present(tls);
      expect(await signIn(), what).toEqual({ ok: false, error: { code: 'registry-certificate' } });
      expect(server.requests, what).toEqual([]);
    }
    server.present(good);
    expect(await signIn()).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(1);
  } finally {
    await server.stop();
  }
});

test('a way to the registry that Chromium could not be told is told again with the next request', async ({
  desk: { page, electron },
  registry,
}) => {
  await electron.evaluate(({ session }) => {
    const own = session.fromPartition('network');
    const { setProxy } = own;
    own.setProxy = () => {
      own.setProxy = setProxy;
      return Promise.reject(new Error('net::ERR_FAILED'));
    };
  });
  const refused = await ask(page, 'signIn', { token: registry.token });
  expect(refused).toEqual({ ok: false, error: { code: 'registry-unreachable' } });
  await signInByAsking(page, registry.token);
  await ask(page, 'startCall', start);
  expect(await ask(page, 'findSubject', find)).toMatchObject({ ok: true, value: { find: 'found' } });
});
