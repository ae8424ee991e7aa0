import { X509Certificate } from 'node:crypto';
import type { Certificate } from 'electron';
import type { Policy } from '../policy/schema.js';

export type WantedCertificate = NonNullable<Policy['network']['clientCertificate']>;

const bare = (fingerprint: string): string => fingerprint.replaceAll(':', '').toUpperCase();

/** A distinguished name on one line, in the certificate's order. */
const onOneLine = (name: string): string => name.split('\n').join(', ');

const isWanted = (wanted: WantedCertificate, { data }: Pick<Certificate, 'data'>): boolean => {
  try {
    const { fingerprint256, issuer, subject } = new X509Certificate(data);
    if ('sha256' in wanted) return bare(fingerprint256) === bare(wanted.sha256);
    return onOneLine(issuer) === wanted.issuer && onOneLine(subject) === wanted.subject;
  } catch {
    return false;
  }
};

/** The certificate the policy names, if it is there exactly once: never the first that fits, and none where the policy names none. */
export const chooseCertificate = <Offered extends Pick<Certificate, 'data'>>(
  offered: readonly Offered[],
  wanted: WantedCertificate | undefined,
): Offered | null => {
  const fitting = wanted ? offered.filter((each) => isWanted(wanted, each)) : [];
  return (fitting.length === 1 && fitting[0]) || null;
};
