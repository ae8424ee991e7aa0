import { readFile } from 'node:fs/promises';
import * as tls from 'node:tls';

/** Where Debian, Fedora and RHEL, SUSE and Alpine keep what their administrators trust. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

const firstReadable = async (files: readonly string[]): Promise<string[]> => {
  for (const file of files) {
    const text = await readFile(file, 'latin1').catch(() => '');
    if (text.includes('BEGIN CERTIFICATE')) return [text];
  }
  return [];
};

type WithSystem = typeof tls & { getCACertificates?(type: 'system'): string[] };

/**
 * The authorities this machine trusts, as PEM. LDAP does not go through Chromium, which asks the system by itself; Node asks it from 22.15
 * on. On an older Node there is a file to read on Linux, and elsewhere nothing: then the policy's own authorities alone are trusted.
 */
export const systemAuthorities = async (): Promise<readonly string[]> =>
  (tls as WithSystem).getCACertificates?.('system') ?? firstReadable(bundles);
