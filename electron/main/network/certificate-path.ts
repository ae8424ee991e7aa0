import { authorityRules, serverRules, type Rule } from './certificate-rules.js';
import { readCertificate, type ReadCertificate } from './certificate.js';

interface Presented {
  /** What the server sent, PEM: its own certificate first, then whatever it sent along, in any order. */
  readonly chain: readonly string[];
  /** A name, or an IP address without brackets. */
  readonly host: string;
  readonly now: Date;
}

/** Authorities between the server and the one that is trusted. */
const mostBetween = 5;

const keeps = (certificate: ReadCertificate, rules: readonly Rule[]): boolean =>
  rules.every((rule) => rule(certificate));

const isSignedBy = (certificate: ReadCertificate, issuer: ReadCertificate): boolean =>
  Buffer.compare(certificate.issuer, issuer.subject) === 0 && certificate.x509.verify(issuer.x509.publicKey);

/** Whether a path leads from this certificate up to a trusted authority, every step of it in order (RFC 5280 §6.1). */
const leadsToTrust = (
  certificate: ReadCertificate,
  others: readonly ReadCertificate[],
  trusted: readonly ReadCertificate[],
  now: Date,
  below = 0,
): boolean => {
  const isIssuer = (each: ReadCertificate): boolean =>
    isSignedBy(certificate, each) && keeps(each, authorityRules(below, now));
  if (trusted.some(isIssuer)) return true;
  if (below === mostBetween) return false;
  return others.filter(isIssuer).some((issuer) =>
    leadsToTrust(
      issuer,
      others.filter((other) => other !== issuer),
      trusted,
      now,
      below + 1,
    ),
  );
};

/**
 * Whether a server is the one it says it is, going by these authorities alone: signatures up to one of them, dates, constraints,
 * usages and the host's name. Whatever is malformed or not understood is a no.
 * @param authorities PEM, one certificate each
 */
export const isVouchedFor = ({ chain, host, now }: Presented, authorities: readonly string[]): boolean => {
  try {
    const [server, ...others] = chain.map(readCertificate);
    if (!server || !keeps(server, serverRules(host, now))) return false;
    return leadsToTrust(server, others, authorities.map(readCertificate), now);
  } catch {
    return false;
  }
};
