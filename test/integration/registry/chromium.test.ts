import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../support/certificates.mjs';
import { startChromium } from '../../support/chromium.mjs';
import { demoRegistry } from '../../support/demo-registry.mjs';
import { onlyOldTls, startFaultServer, type FaultName } from '../../support/fault-server.mjs';
import { registryPolicy } from '../../support/registry-policy.js';

let certificates: Awaited<ReturnType<typeof makeCertificates>>;
let people: Awaited<ReturnType<typeof demoRegistry>>;
let server: Awaited<ReturnType<typeof startFaultServer>>;
let chromium: Awaited<ReturnType<typeof startChromium>>;

beforeAll(async () => {
  certificates = await makeCertificates();
  people = await demoRegistry();
  server = await startFaultServer({ upstream: people.url });
  chromium = await startChromium(certificates);
}, 60_000);
afterAll(async () => {
  await chromium.stop();
  await server.stop();
  await people.stop();
});

const search = (url = server.url, deadlineMilliseconds = 10_000) =>
  chromium.search({ policy: registryPolicy(url), token: people.token, deadlineMilliseconds });
const failed = (code: string) => ({ ok: false, error: { code } });
const found = { ok: true, value: ['[withheld]'] };

const bad: readonly (readonly [what: string, fault: FaultName, code: string])[] = [
  ['refused', 'refuse', 'registry-unreachable'],
  ['reset', 'reset', 'registry-unreachable'],
  ['silent', 'silent', 'registry-timeout'],
  ['slow (1 byte/s)', 'slow', 'registry-timeout'],
  ['401 with a question for a password', 'unauthorised', 'registry-unauthorised'],
  ['403', 'forbidden', 'registry-forbidden'],
  ['404', 'missing', 'registry-not-found'],
  ['500', 'broken', 'registry-failed'],
  ['HTML', 'html', 'registry-invalid'],
  ['100 MB', 'huge', 'registry-too-large'],
];

describe('the registry over the network stack of Electron', () => {
  it('answers', async () => {
    await server.set('pass');
    expect(await search()).toEqual(found);
    expect(server.requests.at(-1)?.headers).not.toHaveProperty('cookie');
  });

  it.each(bad)('%s', async (_what, fault, code) => {
    await server.set(fault);
    expect(await search(server.url, fault === 'silent' || fault === 'slow' ? 400 : undefined)).toEqual(failed(code));
  });

  it('does not follow a redirect', async () => {
    await server.set('redirect');
    const before = server.requests.length;
    expect(await search()).toEqual(failed('registry-redirected'));
    expect(server.requests.length).toBe(before + 1);
  });

  it('knows no host that there is not', async () => {
    expect(await search('https://registry.invalid/scim/v2')).toEqual(failed('registry-unreachable'));
  });
});

// Chromium takes authorities from the system's store; only on Linux is there one for a test alone.
describe.runIf(process.platform === 'linux')('the registry over TLS in Electron', () => {
  const searchOver = async (tls: object) => {
    const secure = await startFaultServer({ upstream: people.url, tls });
    const answer = await search(secure.url);
    await secure.stop();
    return { answer, requests: secure.requests.length };
  };

  it('answers with a good certificate', async () => {
    expect(await searchOver(certificates.good)).toEqual({ answer: found, requests: 1 });
  });

  it.each(['expired', 'foreign', 'wrongHost'] as const)(
    'is told nothing with a certificate that is %s',
    async (which) => {
      expect(await searchOver(certificates[which])).toEqual({ answer: failed('registry-certificate'), requests: 0 });
    },
  );

  it('is told nothing over TLS 1.1', async () => {
    const old = await searchOver({ ...certificates.good, ...onlyOldTls });
    expect(old).toEqual({ answer: failed('registry-certificate'), requests: 0 });
  });
});
