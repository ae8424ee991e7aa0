import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { isVouchedFor } from '../../../../../electron/main/network/certificate-path.js';
import { makeChains, type ChainName } from '../../../../support/certificate-faults.mjs';

type Chains = Awaited<ReturnType<typeof makeChains>>;
let made: Chains;
beforeAll(async () => {
  made = await makeChains('registry.esimerkki.example');
});

const now = new Date();
const certificatesOf = (pem: string): string[] => pem.match(/-----BEGIN[^-]*-----[^-]*-----END[^-]*-----/g) ?? [];
const judged = (name: ChainName, host = '127.0.0.1', authorities = made.authorities) =>
  isVouchedFor({ chain: certificatesOf(made.chains[name].cert), host, now }, authorities);

describe('a server is vouched for', () => {
  it.each(['direct', 'long'] as const)('by a sound chain (%s), by address and by name', (name) => {
    expect(judged(name)).toBe(true);
    expect(judged(name, 'registry.esimerkki.example')).toBe(true);
  });

  it('whatever order the rest of the chain comes in, and whatever else is in it', () => {
    const [server = '', ...rest] = certificatesOf(made.chains.long.cert);
    const [, other = ''] = certificatesOf(made.chains.foreign.cert);
    for (const along of [
      [other, ...rest],
      [...rest, other],
    ]) {
      expect(isVouchedFor({ chain: [server, ...along], host: '127.0.0.1', now }, made.authorities)).toBe(true);
    }
  });
});

describe('a server is not vouched for', () => {
  const faults: readonly ChainName[] = [
    ...(['foreign', 'wrongSignature', 'selfSigned', 'expired', 'notYet', 'wrongHost', 'commonNameOnly'] as const),
    ...(['clientOnly', 'anAuthority', 'unheardOf', 'withoutMiddle', 'underNoAuthority', 'underExpired'] as const),
    ...(['underNarrow', 'underClientAuthority', 'underStrange', 'underNoSigning', 'underExpiredRoot'] as const),
    ...(['underNarrowRoot', 'tooLong', 'weakKey', 'weakSignature', 'noSignature', 'misnamed'] as const),
  ];

  it.each(faults)('with one fault: %s', (name) => {
    expect(judged(name)).toBe(false);
  });

  it('and every fault but those has been tried', () => {
    expect([...faults, 'direct', 'long'].sort()).toEqual(Object.keys(made.chains).sort());
  });

  it.each([
    'elsewhere.example',
    'registry.esimerkki.example.evil.example',
    '127.0.0.2',
    '::1',
    '',
    'esimerkki.example',
  ])('for the name %j', (host) => {
    expect(judged('direct', host)).toBe(false);
  });

  it('before and after its time', () => {
    const chain = certificatesOf(made.chains.direct.cert);
    for (const days of [-2, 31]) {
      const then = new Date(now.getTime() + days * 86_400_000);
      expect(isVouchedFor({ chain, host: '127.0.0.1', now: then }, made.authorities)).toBe(false);
    }
  });

  it('without authorities, by itself, or by a chain that is none', () => {
    expect(judged('direct', '127.0.0.1', [])).toBe(false);
    expect(judged('direct', '127.0.0.1', certificatesOf(made.chains.direct.cert))).toBe(false);
    for (const chain of [[], ['no certificate'], [...certificatesOf(made.chains.direct.cert), 'rubbish']]) {
      expect(isVouchedFor({ chain, host: '127.0.0.1', now }, made.authorities)).toBe(false);
    }
  });

  it('when any byte of its certificate is another', () => {
    const der = Buffer.from(made.chains.direct.cert.replace(/-----[^-]*-----|\s/g, ''), 'base64');
    for (let at = 0; at < der.length; at++) {
      const bent = Buffer.from(der);
      bent[at] = (bent[at] ?? 0) ^ (1 + ((webcrypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 255));
      const pem = `-----BEGIN CERTIFICATE-----\n${bent.toString('base64')}\n-----END CERTIFICATE-----`;
      expect(isVouchedFor({ chain: [pem], host: '127.0.0.1', now }, made.authorities), String(at)).toBe(false);
    }
  });
});
