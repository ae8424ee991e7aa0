import { X509Certificate } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { ErrorCode } from '../../shared/result.js';
import { makeChains, type ChainName } from '../support/certificate-faults.mjs';
import { authorityExtensions, certify, clientExtensions, pair, type Issuer } from '../support/certificates.mjs';
import { demoPersons } from '../support/demo-persons.mjs';
import { startFaultServer } from '../support/fault-server.mjs';
import { startForwardProxy, type ProxyFault } from '../support/forward-proxy.mjs';
import type { Desk } from '../support/desk.mjs';
import { kerberos } from '../support/kerberos.mjs';
import { ownCertificates } from '../support/nss.mjs';
import { demoPolicy, layDown } from '../support/policy.mjs';
import { runtime } from '../support/runtime.mjs';
import { test as base, expect } from '../support/fixtures.js';
import { ask, journalOf, signInByAsking } from './ask.js';

const { complete } = demoPersons;
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };
const find = { by: 'userName', identifier: complete.userName, organisation: '' } as const;
const found = { ok: true, value: { find: 'found' } };
const failed = (code: ErrorCode) => ({ ok: false, error: { code } });

/** Nobody's name server knows it: only the proxy does. */
const host = 'registry.esimerkki.example';

type Chains = Awaited<ReturnType<typeof makeChains>>;
type FaultServer = Awaited<ReturnType<typeof startFaultServer>>;

const test = base.extend<
  {
    /** Lays a file down as the administrator would. */
    lay: (text: string) => Promise<string>;
    /** The registry over TLS, by a sound certificate of the house's authority. */
    secure: FaultServer;
    /** What the policy says of it. */
    secured: (url: string) => Promise<object>;
    forward: Awaited<ReturnType<typeof startForwardProxy>>;
  },
  { chains: Chains }
>({
  chains: [async ({}, use) => use(await makeChains(host)), { scope: 'worker' }],
  lay: async ({}, use) => {
    const undo: (() => Promise<void>)[] = [];
    await use(async (text) => {
      const file = await layDown('authorities.pem', text);
      undo.push(file.remove);
      return file.path;
    });
    for (const step of undo) await step();
  },
  secure: async ({ registry, chains }, use) => {
    const server = await startFaultServer({ upstream: registry.url, tls: chains.chains.long });
    await use(server);
    await server.stop();
  },
  secured: async ({ chains, lay }, use) => {
    const caFile = await lay(chains.authorities.filter((pem) => pem !== chains.expired).join('\n'));
    await use(async (url) => ({ ...(await demoPolicy(url)), demo: false, network: { caFile } }));
  },
  forward: async ({ secure }, use) => {
    const proxy = await startForwardProxy({ [`${host}:443`]: Number(new URL(secure.url).port) });
    await use(proxy);
    await proxy.stop();
  },
});

// How a system is told of proxies, accounts and certificates, a test can say on Linux alone.
test.skip(() => process.platform !== 'linux', 'on Linux only');

const behindProxy = `https://${host}/scim/v2`;

test.describe("the system's proxy", () => {
  test('carries the whole call, and is asked for no other host', async ({
    openDesk,
    registry,
    forward: proxy,
    secured,
  }) => {
    const desk = await openDesk({ policy: await secured(behindProxy), env: { https_proxy: proxy.url } });
    await signInByAsking(desk.page, registry.token);
    await ask(desk.page, 'startCall', start);
    expect(await ask(desk.page, 'findSubject', find)).toMatchObject(found);
    expect(proxy.asked).toEqual([{ target: `${host}:443`, credentials: undefined }]);
  });

  test('is found by the script (PAC) that the system names', async ({
    openDesk,
    registry,
    forward: proxy,
    secured,
  }) => {
    const desk = await openDesk({ policy: await secured(behindProxy), env: { auto_proxy: proxy.pac } });
    await signInByAsking(desk.page, registry.token);
    await ask(desk.page, 'startCall', start);
    expect(await ask(desk.page, 'findSubject', find)).toMatchObject(found);
    expect(proxy.scriptsRead()).toBeGreaterThan(0);
    expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set([`${host}:443`]));
  });

  test('whose script cannot be had is gone around, as every browser does, and the lookup fails by its own', async ({
    openDesk,
    registry,
    forward: proxy,
    secured,
  }) => {
    await proxy.set('refuse');
    const desk = await openDesk({ policy: await secured(behindProxy), env: { auto_proxy: proxy.pac } });
    expect(await signInByAsking(desk.page, registry.token)).toMatchObject(failed('registry-unreachable'));
  });

  test('gets the account that the person is signed in with, from the system and without a word, and nobody else does', async ({
    openDesk,
    registry,
    forward: proxy,
    secured,
    secure,
    home,
  }) => {
    const realm = await kerberos(home);
    try {
      await proxy.set('signedIn');
      const env = { ...realm.env, https_proxy: proxy.url.replace('127.0.0.1', 'localhost') };
      const desk = await openDesk({ policy: await secured(behindProxy), env });
      expect(await signInByAsking(desk.page, registry.token)).not.toHaveProperty('error');
      await ask(desk.page, 'startCall', start);
      expect(await ask(desk.page, 'findSubject', find)).toMatchObject(found);
      // Asked without at first, on as many connections as Chromium likes; then by the account, and by nothing else.
      const ways = proxy.asked.map(({ credentials }) => credentials?.split(' ')[0]);
      expect([ways[0], ...new Set(ways)]).toEqual([undefined, undefined, 'Negotiate']);
      expect(await realm.tickets()).toContain('HTTP/localhost@');
      const bearers = () => secure.requests.map(({ headers }) => headers.authorization);
      // To sign in and to look up.
      expect(bearers()).toEqual(Array(2).fill(`Bearer ${registry.token}`));

      // A registry that asks for the account does not get it.
      await secure.set('negotiate');
      expect(await ask(desk.page, 'findSubject', find)).toMatchObject(failed('registry-unauthorised'));
      expect(bearers()).toEqual(Array(3).fill(`Bearer ${registry.token}`));
    } finally {
      await realm.stop();
    }
  });

  const faults: readonly (readonly [ProxyFault, ErrorCode])[] = [
    ['basic', 'proxy-refused'],
    ['digest', 'proxy-refused'],
    ['ntlm', 'proxy-refused'],
    ['negotiate', 'proxy-refused'],
    ['forbidden', 'proxy-blocked'],
    ['badGateway', 'proxy-blocked'],
    ['html', 'proxy-blocked'],
    ['portal', 'proxy-blocked'],
    ['rubbish', 'proxy-blocked'],
    ['refuse', 'proxy-unreachable'],
    ['silent', 'registry-timeout'],
  ];

  test('may do what it likes: the agent gets a typed error on record, no password box, and a usable call', async ({
    openDesk,
    registry,
    forward: proxy,
    secured,
    secure,
    home,
  }) => {
    const desk = await openDesk({ policy: await secured(behindProxy), env: { https_proxy: proxy.url } });
    await signInByAsking(desk.page, registry.token);
    await ask(desk.page, 'startCall', start);
    const reached = secure.requests.length;
    for (const [fault, code] of faults) {
      await proxy.set(fault);
      expect(await ask(desk.page, 'findSubject', find), fault).toMatchObject(failed(code));
      expect(
        journalOf(home).findLast(({ type }) => type === 'lookup.answered'),
        fault,
      ).toMatchObject({ outcome: 'failed', reason: code, subject: null });
      expect(await desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    }
    expect(secure.requests).toHaveLength(reached);
    await proxy.set('pass');
    expect(await ask(desk.page, 'findSubject', find)).toMatchObject(found);
    const targets = new Set(proxy.asked.map(({ target }) => target));
    expect(targets).toEqual(new Set([`${host}:443`]));
    expect(proxy.asked.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
  });
});

/** A server whose certificate can be another at the next connection. */
const startChameleon = async () => {
  let reached = 0;
  const server: Server = createServer((_request, response) => {
    reached += 1;
    response.writeHead(500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/scim/v2`,
    reached: () => reached,
    show: (tls: { key: string; cert: string }) => {
      // The server shows even what its own library holds to be too weak.
      server.setSecureContext({ ...tls, ciphers: 'DEFAULT@SECLEVEL=0' });
      server.closeAllConnections();
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

test.describe("the policy's authorities", () => {
  test('are trusted besides the system’s, and overrule nothing but an unknown authority', async ({
    openDesk,
    registry,
    chains,
    secured,
  }) => {
    const server = await startChameleon();
    try {
      const desk = await openDesk({ policy: await secured(server.url) });
      const good: readonly ChainName[] = ['direct', 'long'];
      for (const name of Object.keys(chains.chains) as ChainName[]) {
        const before = server.reached();
        server.show(chains.chains[name]);
        const answer = await ask(desk.page, 'signIn', { token: registry.token });
        const isGood = good.includes(name);
        expect(answer, name).toMatchObject(failed(isGood ? 'registry-failed' : 'registry-certificate'));
        expect(server.reached() - before, name).toBe(isGood ? 1 : 0);
      }
    } finally {
      server.stop();
    }
  });

  test('are not asked without the policy', async ({ openDesk, registry, secure }) => {
    const desk = await openDesk({ policy: { ...(await demoPolicy(secure.url)), demo: false } });
    expect(await signInByAsking(desk.page, registry.token)).toMatchObject(failed('registry-certificate'));
    expect(secure.requests).toEqual([]);
  });

  test('in a file that others could change, the policy is refused, with path and reason', async ({
    openDesk,
    chains,
    lay,
    registry,
  }) => {
    const caFile = await lay(chains.root);
    chmodSync(caFile, 0o666);
    const desk = await openDesk({ policy: { ...(await demoPolicy(registry.url)), network: { caFile } } });
    expect(await ask(desk.page, 'deskState')).toMatchObject({
      ok: true,
      value: { policy: { ok: false, problems: [{ path: 'network.caFile', kind: 'writable-by-others' }] } },
    });
    await expect(desk.page.getByText('network.caFile')).toBeVisible();
    await expect(desk.page.getByText(caFile)).toBeVisible();
  });
});

test.describe('the desk’s session', () => {
  /** Asks over the desk's own session whatever main could be made to ask. */
  const fetchOver = (desk: Desk, url: string): Promise<string> =>
    desk.electron.evaluate(
      ({ net, session }, address) =>
        new Promise<string>((resolve) => {
          const request = net.request({ url: address, session: session.fromPartition('network') });
          request.on('response', (response) => resolve(String(response.statusCode)));
          request.on('error', ({ message }) => resolve(message));
          request.end();
        }),
      url,
    );

  test('lets nothing out to a host that the policy does not list, by any way', async ({ openDesk, registry }) => {
    const other = await startFaultServer();
    const listed = createHttpServer(({ url }, response) =>
      url === '/away' ? response.writeHead(302, { location: other.url }).end() : response.writeHead(500).end(),
    );
    await new Promise<void>((resolve) => listed.listen(0, '127.0.0.1', resolve));
    const address = listed.address();
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    try {
      const desk = await openDesk({ policy: await demoPolicy(`${base}/scim/v2`) });
      expect(await signInByAsking(desk.page, registry.token)).toMatchObject(failed('registry-failed'));

      expect(await fetchOver(desk, `${base}/here`)).toBe('500');
      expect(await fetchOver(desk, `${base}/away`)).toBe('net::ERR_BLOCKED_BY_CLIENT');
      expect(await fetchOver(desk, other.url)).toBe('net::ERR_BLOCKED_BY_CLIENT');
      expect(await fetchOver(desk, 'http://registry.invalid/')).toBe('net::ERR_BLOCKED_BY_CLIENT');
      expect(other.requests).toEqual([]);
    } finally {
      listed.close();
      listed.closeAllConnections();
      await other.stop();
    }
  });
});

test.describe('a certificate of this machine', () => {
  /** Over the floor's `net`, Chromium ends a request that a certificate is asked for; what the desk chooses shows in a page over the same session. */
  const showTo = (desk: Desk, url: string): Promise<void> =>
    desk.electron.evaluate(async ({ BrowserWindow }, address) => {
      const page = new BrowserWindow({ show: false, webPreferences: { partition: 'network' } });
      await page.loadURL(address).catch(() => undefined);
      page.destroy();
    }, url);

  const startAsking = async (tls: { key: string; cert: string }, ca: string) => {
    const seen: (string | null)[] = [];
    const server = createServer({ ...tls, ca, requestCert: true, rejectUnauthorized: false }, (request, response) => {
      const shown = (request.socket as TLSSocket).getPeerX509Certificate();
      seen.push(shown?.fingerprint256 ?? null);
      response.writeHead(500).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return {
      url: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/scim/v2`,
      seen,
      stop: () => {
        server.close();
        server.closeAllConnections();
      },
    };
  };

  const own = (name: string, by?: Issuer) => certify({ name, extensions: clientExtensions }, by && { by });
  const fingerprint = (issuer: Issuer) => new X509Certificate(issuer.cert.toString('pem')).fingerprint256;

  test('is shown only if the policy names it and it is there once, never the first that fits', async ({
    openDesk,
    registry,
    home,
    chains,
    secured,
  }) => {
    const house = await certify({ name: 'The machines', extensions: authorityExtensions() });
    const [desk17, twin, otherTwin] = await Promise.all([
      own('desk-17', house),
      own('twin', house),
      own('twin', house),
    ]);
    await ownCertificates(home, await Promise.all([desk17, twin, otherTwin].map((each) => pair(each))));
    const server = await startAsking(chains.chains.long, house.cert.toString('pem'));
    const names = (subject: string) => ({ issuer: 'CN=The machines', subject });
    const cases: readonly (readonly [clientCertificate: object | undefined, shown: string | null])[] = [
      [undefined, null],
      [{ sha256: fingerprint(twin) }, fingerprint(twin)],
      [{ sha256: fingerprint(desk17).replaceAll(':', '').toLowerCase() }, fingerprint(desk17)],
      [names('CN=desk-17'), fingerprint(desk17)],
      [names('CN=twin'), null],
      [names('CN=desk'), null],
      [{ sha256: 'ab'.repeat(32) }, null],
    ];
    try {
      for (const [clientCertificate, shown] of cases) {
        const policy = (await secured(server.url)) as { network: object };
        const desk = await openDesk({ policy: { ...policy, network: { ...policy.network, clientCertificate } } });
        const { floor } = await runtime();
        expect(await signInByAsking(desk.page, registry.token)).toMatchObject(
          failed(floor ? 'client-certificate-missing' : 'registry-failed'),
        );
        await showTo(desk, server.url);
        expect(new Set(server.seen), JSON.stringify(clientCertificate)).toEqual(new Set([shown]));
        server.seen.length = 0;
        await desk.close();
      }
    } finally {
      server.stop();
    }
  });
});
