import { beforeAll, describe, expect, it } from 'vitest';
import { createScimRegistry } from '../../../electron/main/registry/scim.js';
import { makeCertificates } from '../../support/certificates.mjs';
import { onlyOldTls, startFaultServer } from '../../support/fault-server.mjs';
import { createNodeSend } from '../../support/node-send.js';
import { registryPolicy } from '../../support/registry-policy.js';
import { bearer } from '../../support/bearer.js';

type Certificates = Awaited<ReturnType<typeof makeCertificates>>;
let certificates: Certificates;
beforeAll(async () => {
  certificates = await makeCertificates();
});

const searchAt = async (tls: object) => {
  const server = await startFaultServer({ tls });
  await server.set('broken');
  const registry = createScimRegistry({
    policy: registryPolicy(server.url),
    allows: () => true,
    token: bearer('token'),
    send: createNodeSend({ ca: certificates.ca }),
  });
  const answer = await registry.search({ by: 'userName', value: 'mvirta' }, new AbortController().signal);
  await server.stop();
  return { answer, requests: server.requests.length };
};

// Node's stack here; that Chromium refuses the same is shown in Electron itself.
describe('a registry over TLS', () => {
  it('is talked to with a good certificate', async () => {
    expect(await searchAt(certificates.good)).toEqual({
      answer: { ok: false, error: { code: 'registry-failed' } },
      requests: 1,
    });
  });

  const refused = { answer: { ok: false, error: { code: 'registry-certificate' } }, requests: 0 };
  it.each(['expired', 'foreign', 'wrongHost'] as const)(
    'is not told anything with a certificate that is %s',
    async (which) => {
      expect(await searchAt(certificates[which])).toEqual(refused);
    },
  );

  it('is not told anything over TLS 1.1', async () => {
    expect(await searchAt({ ...certificates.good, ...onlyOldTls })).toEqual(refused);
  });
});
