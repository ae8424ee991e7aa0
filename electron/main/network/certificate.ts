import { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, type Extension } from '@peculiar/asn1-x509';

/** A certificate (RFC 5280 §4.1), read twice: by Node for its signature and names, by ASN.1 for what Node does not tell. */
export interface ReadCertificate {
  readonly x509: X509Certificate;
  /** Dotted OID of the algorithm it is signed with. */
  readonly signature: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** DER of the names, for comparing them exactly. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly extensions: ReadonlyMap<string, Extension>;
}

/** Reads one certificate. Throws when it is none, or says the same extension twice, which RFC 5280 §4.2 forbids. */
export const readCertificate = (pem: string): ReadCertificate => {
  const x509 = new X509Certificate(pem);
  const { tbsCertificate } = AsnConvert.parse(x509.raw, Certificate);
  const all = tbsCertificate.extensions ?? [];
  const extensions = new Map(all.map((extension) => [extension.extnID, extension]));
  if (extensions.size !== all.length) throw new TypeError('an extension twice');
  return {
    x509,
    signature: tbsCertificate.signature.algorithm,
    notBefore: tbsCertificate.validity.notBefore.getTime(),
    notAfter: tbsCertificate.validity.notAfter.getTime(),
    issuer: new Uint8Array(AsnConvert.serialize(tbsCertificate.issuer)),
    subject: new Uint8Array(AsnConvert.serialize(tbsCertificate.subject)),
    extensions,
  };
};

/** The extension of that OID in the shape of `type`, or null when the certificate has none. Throws when it is malformed. */
export const extensionOf = <T>({ extensions }: ReadCertificate, oid: string, type: new () => T): T | null => {
  const found = extensions.get(oid);
  return found ? AsnConvert.parse(found.extnValue.buffer, type) : null;
};
