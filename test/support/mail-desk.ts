import type { Policy } from './policy.mjs';
import { makeCertificates } from './certificates.mjs';
import { startMailRelay } from './mail-relay.mjs';
import { layDown } from './policy.mjs';
import { requestPurposes } from './purposes.js';

/** A relay with TLS that a desk trusts by its policy; it can be stopped and started again at the same address. */
export const mailDesk = async (policy: Policy) => {
  const { ca, good } = await makeCertificates();
  const authorities = await layDown('authorities.pem', ca);
  let server = await startMailRelay({ tls: good });
  const { url } = server;
  const { host, port } = new URL(url);
  return {
    received: () => server.received,
    down: () => server.stop(),
    up: async () => void (server = await startMailRelay({ tls: good, port: Number(port) })),
    policy: {
      ...policy,
      allowedHosts: [...policy.allowedHosts, host],
      network: { caFile: authorities.path },
      mail: { relay: url, from: 'tuki@esimerkki.example' },
      requests: { removalTo: 'owner@registry.example', language: 'en' },
      purposes: { ...policy.purposes, ...requestPurposes },
      signIn: { kind: 'token', roles: ['agent', 'privacy-officer'] },
    },
    end: async () => {
      await server.stop().catch(() => undefined);
      await authorities.remove();
    },
  };
};
