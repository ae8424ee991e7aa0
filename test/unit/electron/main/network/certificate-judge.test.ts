import type { Certificate } from 'electron';
import { beforeAll, describe, expect, it } from 'vitest';
import { asItIs, createCertificateJudge, overruled } from '../../../../../electron/main/network/certificate-judge.js';
import { makeChains, type ChainName } from '../../../../support/certificate-faults.mjs';

let made: Awaited<ReturnType<typeof makeChains>>;
beforeAll(async () => {
  made = await makeChains();
});

/** As Chromium hands a chain on: each certificate holds the next. */
const shown = (name: ChainName): Certificate => {
  const all = made.chains[name].cert.match(/-----BEGIN[^-]*-----[^-]*-----END[^-]*-----/g) ?? [];
  const linked = all.reduceRight<Certificate | undefined>(
    (issuerCert, data) => ({ data, issuerCert }) as Certificate,
    undefined,
  );
  if (!linked) throw new Error('an empty chain');
  return linked;
};

const unknownAuthority = -202;
const asked = (name: ChainName, errorCode = unknownAuthority, authorities = made.authorities) =>
  createCertificateJudge(authorities)({ hostname: '127.0.0.1', certificate: shown(name), errorCode });

describe('Chromium’s verdict on a certificate', () => {
  it.each(['direct', 'long'] as const)(
    'is overruled where it knows no authority and the policy does (%s)',
    async (name) => {
      expect(await asked(name)).toBe(overruled);
    },
  );

  it.each(['foreign', 'expired', 'wrongHost', 'selfSigned', 'weakKey'] as const)(
    'stands for one that is %s',
    async (name) => {
      expect(await asked(name)).toBe(asItIs);
    },
  );

  it('stands when it is any other', async () => {
    for (let errorCode = 0; errorCode >= -400; errorCode--) {
      if (errorCode === unknownAuthority) continue;
      expect(await asked('direct', errorCode), String(errorCode)).toBe(asItIs);
    }
  });

  it('stands without authorities of the policy', async () => {
    expect(await asked('direct', unknownAuthority, [])).toBe(asItIs);
  });

  it('stands for a chain without end', async () => {
    const endless = { data: shown('foreign').data } as { data: string; issuerCert: Certificate };
    endless.issuerCert = endless as Certificate;
    const judge = createCertificateJudge(made.authorities);
    expect(
      await judge({ hostname: '127.0.0.1', certificate: endless as Certificate, errorCode: unknownAuthority }),
    ).toBe(asItIs);
  });
});
