// @ts-check
import { webcrypto } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from './run.mjs';

/** @typedef {import('./certificates.mjs').Pair} Pair */

/**
 * Puts certificates with their keys where Chromium on Linux looks for those of a person.
 * @param {import('./person.mjs').Home} home
 * @param {readonly Pair[]} pairs
 */
export async function ownCertificates({ person, path }, pairs) {
  const store = join(path, '.pki', 'nssdb');
  await mkdir(store, { recursive: true, mode: 0o700 });
  await must(['certutil', '-d', `sql:${store}`, '-N', '--empty-password']);
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-p12-'));
  try {
    for (const { key, cert } of pairs) {
      const [pem, p12] = [join(folder, 'own.pem'), join(folder, 'own.p12')];
      const password = Buffer.from(webcrypto.getRandomValues(new Uint8Array(9))).toString('hex');
      await writeFile(pem, `${key}\n${cert}\n`);
      const name = `own ${pairs.findIndex((each) => each.key === key)}`;
      await must([
        'openssl',
        'pkcs12',
        '-export',
        '-in',
        pem,
        '-out',
        p12,
        '-name',
        name,
        '-passout',
        `pass:${password}`,
      ]);
      await must(['pk12util', '-d', `sql:${store}`, '-K', '', '-i', p12, '-W', password]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (person.lent) await must(['chown', '-R', `${person.uid}:${person.gid}`, join(path, '.pki')]);
}
