import { isIP } from 'node:net';
import {
  BasicConstraints,
  ExtendedKeyUsage,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_kp_serverAuth,
  KeyUsage,
  KeyUsageFlags,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';
import { extensionOf, type ReadCertificate } from './certificate.js';

/** One thing a certificate must be; whatever is not understood is not. */
export type Rule = (certificate: ReadCertificate) => boolean;

/** What the rules below look at. Any other extension that says it is critical refuses (RFC 5280 §4.2). */
const understood = new Set([id_ce_basicConstraints, id_ce_keyUsage, id_ce_extKeyUsage, id_ce_subjectAltName]);

/** RSA with SHA-2 (RFC 4055, PSS included), ECDSA with SHA-2 (RFC 5758), Ed25519 (RFC 8410). MD5 and SHA-1 are not here. */
const strongSignatures = new Set([
  '1.2.840.113549.1.1.10',
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.3.101.112',
]);
const strongCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
const leastRsaBits = 2048;

const hasStrongKey: Rule = ({ x509: { publicKey } }) => {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  if (publicKey.asymmetricKeyType === 'ed25519') return true;
  if (publicKey.asymmetricKeyType === 'ec') return strongCurves.has(namedCurve ?? '');
  return (publicKey.asymmetricKeyType ?? '').startsWith('rsa') && (modulusLength ?? 0) >= leastRsaBits;
};

const isCurrent =
  (now: Date): Rule =>
  ({ notBefore, notAfter }) =>
    notBefore <= now && now <= notAfter;

/** Which names an authority may sign for is not worked out here, so one that is constrained signs for none. */
const isUnderstood: Rule = ({ extensions }) =>
  !extensions.has(id_ce_nameConstraints) &&
  [...extensions.values()].every(({ critical, extnID }) => !critical || understood.has(extnID));

const mayBeUsedFor = (certificate: ReadCertificate, flag: number): boolean => {
  const usage = extensionOf(certificate, id_ce_keyUsage, KeyUsage);
  return usage === null || (usage.toNumber() & flag) !== 0;
};

const namesServers = (certificate: ReadCertificate): boolean | null =>
  extensionOf(certificate, id_ce_extKeyUsage, ExtendedKeyUsage)?.includes(id_kp_serverAuth) ?? null;

/** An authority that may have as many further authorities between it and the server (RFC 5280 §4.2.1.9). */
const isAuthority =
  (below: number): Rule =>
  (certificate) => {
    const constraints = extensionOf(certificate, id_ce_basicConstraints, BasicConstraints);
    return constraints?.cA === true && (constraints.pathLenConstraint ?? below) >= below;
  };

const isServer: Rule = (certificate) =>
  extensionOf(certificate, id_ce_basicConstraints, BasicConstraints)?.cA !== true &&
  mayBeUsedFor(certificate, KeyUsageFlags.digitalSignature) &&
  namesServers(certificate) === true;

/** By its alternative names alone; a common name has not counted for years (RFC 9525 §2). */
const isNamed =
  (host: string): Rule =>
  (certificate) => {
    if (!extensionOf(certificate, id_ce_subjectAltName, SubjectAlternativeName)?.length) return false;
    const { x509 } = certificate;
    if (isIP(host)) return x509.checkIP(host) !== undefined;
    return x509.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
  };

/** What holds for every certificate of a path. */
const soundRules = (now: Date): readonly Rule[] => [
  isCurrent(now),
  isUnderstood,
  ({ signature }) => strongSignatures.has(signature),
  hasStrongKey,
];

/** What the server's own certificate must be. */
export const serverRules = (host: string, now: Date): readonly Rule[] => [...soundRules(now), isServer, isNamed(host)];

/** What an authority must be that has `below` further ones between it and the server. */
export const authorityRules = (below: number, now: Date): readonly Rule[] => [
  ...soundRules(now),
  isAuthority(below),
  (certificate) => mayBeUsedFor(certificate, KeyUsageFlags.keyCertSign),
  (certificate) => namesServers(certificate) !== false,
];
