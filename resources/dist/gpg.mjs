// @ts-check
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../../test/support/run.mjs';

/** @typedef {Awaited<ReturnType<typeof openGpg>>} Gpg */

/**
 * GnuPG with one key, in a folder of its own that is gone afterwards.
 * @param {{ TUNNISTE_GPG_KEY?: string, TUNNISTE_GPG_PASSPHRASE?: string }} env
 */
export async function openGpg({ TUNNISTE_GPG_KEY: key = '', TUNNISTE_GPG_PASSPHRASE: passphrase = '' }) {
  const home = await mkdtemp(join(tmpdir(), 'tunniste-gpg-')); // made for its owner alone
  const options = { env: { ...process.env, GNUPGHOME: home } };
  const secret = join(home, 'passphrase');
  await writeFile(secret, passphrase, { mode: 0o600 });
  const quietly = ['--batch', '--yes', '--quiet', '--pinentry-mode', 'loopback', '--passphrase-file', secret];
  const gpg = (/** @type {string[]} */ ...words) => must(['gpg', ...quietly, ...words], options);
  await must(['gpg', ...quietly, '--import'], { ...options, input: key });
  const listed = await gpg('--list-secret-keys', '--with-colons', '--fingerprint');
  const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(listed)?.[1];
  if (!fingerprint) throw new Error('TUNNISTE_GPG_KEY holds no secret key');
  const sign = ['--local-user', fingerprint, '--armor'];
  return {
    fingerprint,
    /** Writes `<file>.asc` beside it, or where it is told. @param {string} file @param {string} [to] */
    detach: (file, to = `${file}.asc`) => gpg(...sign, '--output', to, '--detach-sign', file),
    /** The text with its signature around it. @param {string} file @param {string} to */
    clear: (file, to) => gpg(...sign, '--output', to, '--clear-sign', file),
    /** Signs inside the package. @param {string} file */
    rpm: (file) =>
      must(
        [
          ...[
            'rpmsign',
            '--define',
            `_gpg_name ${fingerprint}`,
            '--define',
            `_gpg_path ${home}`,
            '--define',
            '__gpg /usr/bin/gpg',
          ],
          ...['--define', `_gpg_sign_cmd_extra_args --pinentry-mode loopback --passphrase-file ${secret}`],
          ...['--addsign', file],
        ],
        options,
      ),
    /** The public key, as others need it to check. @param {string} to */
    publish: (to) => gpg('--armor', '--output', to, '--export', fingerprint),
    end: async () => {
      await must(['gpgconf', '--homedir', home, '--kill', 'all']).catch(() => {});
      await rm(home, { recursive: true, force: true });
    },
  };
}
