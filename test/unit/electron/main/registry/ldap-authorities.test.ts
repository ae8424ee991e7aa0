import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemAuthorities } from '../../../../../electron/main/registry/ldap-authorities.js';

describe.runIf(existsSync('/etc/ssl/certs/ca-certificates.crt'))("the system's authorities", () => {
  it('are certificates', async () => {
    const [first = ''] = await systemAuthorities();
    expect(new X509Certificate(first).ca).toBe(true);
  });
});
