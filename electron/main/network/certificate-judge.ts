import type { Certificate } from 'electron';

/** What Chromium asks of whoever may overrule it. */
interface Question {
  readonly hostname: string;
  readonly certificate: Certificate;
  /** Chromium's own verdict, a net error; 0 is good. */
  readonly errorCode: number;
}

/** Chromium's answers: trust it all the same, or go by the verdict there is. */
export const overruled = 0;
export const asItIs = -3;

/** ERR_CERT_AUTHORITY_INVALID. It hides lesser faults, so everything is looked at anew. */
const unknownAuthority = -202;
const mostCertificates = 10;

/** A server's chain as it sent it, PEM. */
const chainOf = (certificate: Certificate): string[] => {
  const chain: string[] = [];
  let next: Certificate | undefined = certificate;
  while (next && chain.length < mostCertificates) {
    chain.push(next.data);
    next = next.issuerCert;
  }
  return chain;
};

/**
 * Lets the policy's authorities speak where the system knows none, and nowhere else: what Chromium finds expired, revoked or
 * meant for another host stays refused.
 * @param authorities PEM, one certificate each
 */
export const createCertificateJudge =
  (authorities: readonly string[], now: () => Date = () => new Date()) =>
  async ({ hostname, certificate, errorCode }: Question): Promise<typeof overruled | typeof asItIs> => {
    if (errorCode !== unknownAuthority || authorities.length === 0) return asItIs;
    // Most desks never need it.
    const { isVouchedFor } = await import('./certificate-path.js');
    return isVouchedFor({ chain: chainOf(certificate), host: hostname, now: now() }, authorities) ? overruled : asItIs;
  };
