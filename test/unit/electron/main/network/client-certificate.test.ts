import { X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseCertificate } from '../../../../../electron/main/network/client-certificate.js';
import { authorityExtensions, certify, clientExtensions } from '../../../../support/certificates.mjs';

interface Offered {
  readonly data: string;
}

let desk17: Offered;
let twin: Offered;
let otherTwin: Offered;
beforeAll(async () => {
  const by = await certify({ name: 'The machines', extensions: authorityExtensions() });
  const own = async (name: string) => {
    const { cert } = await certify({ name, extensions: clientExtensions }, { by });
    return { data: cert.toString('pem') };
  };
  [desk17, twin, otherTwin] = await Promise.all([own('desk-17'), own('twin'), own('twin')]);
});

const fingerprint = ({ data }: Offered): string => new X509Certificate(data).fingerprint256;
const named = (subject: string, issuer = 'CN=The machines') => ({ issuer, subject });

describe('a certificate of this machine', () => {
  it('is none without the policy, not even the only one there is', () => {
    expect(chooseCertificate([desk17], undefined)).toBeNull();
    expect(chooseCertificate([], undefined)).toBeNull();
  });

  it('is the one with that fingerprint, however it is written', () => {
    for (const sha256 of [fingerprint(twin), fingerprint(twin).replaceAll(':', ''), fingerprint(twin).toLowerCase()]) {
      expect(chooseCertificate([desk17, twin, otherTwin], { sha256 })).toBe(twin);
    }
  });

  it('is the one with both names', () => {
    expect(chooseCertificate([twin, desk17, otherTwin], named('CN=desk-17'))).toBe(desk17);
  });

  it.each(['CN=desk-1', 'CN=desk-177', 'CN=DESK-17', 'desk-17', 'CN=desk-17, O=Acme'])(
    'is none by a name like %j',
    (subject) => {
      expect(chooseCertificate([desk17, twin], named(subject))).toBeNull();
    },
  );

  it('is none when another authority issued it, when two fit, or when it is not there', () => {
    expect(chooseCertificate([desk17], named('CN=desk-17', 'CN=Somebody else'))).toBeNull();
    expect(chooseCertificate([desk17, twin, otherTwin], named('CN=twin'))).toBeNull();
    expect(chooseCertificate([twin, otherTwin], { sha256: fingerprint(desk17) })).toBeNull();
    expect(chooseCertificate([twin, { ...twin }], { sha256: fingerprint(twin) })).toBeNull();
  });

  it('is none that cannot be read, and that one does not stand in the way', () => {
    const broken = { data: 'not a certificate' };
    expect(chooseCertificate([broken], named(''))).toBeNull();
    expect(chooseCertificate([broken, desk17], { sha256: fingerprint(desk17) })).toBe(desk17);
  });
});
