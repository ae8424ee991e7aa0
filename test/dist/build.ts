import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { at, must } from '../support/run.mjs';
import { runtime } from '../support/runtime.mjs';
import { setUp } from '../support/set-up.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the packages are, the public key they are signed with, and the secret one. */
    readonly dist: { readonly folder: string; readonly key: string; readonly secret: string };
  }
}

/** A key for an hour: made, exported, and its ring thrown away. */
const throwAwayKey = async (folder: string): Promise<{ key: string; secret: string }> => {
  const gpg = ['gpg', '--batch', '--quiet', '--homedir', folder];
  const who = 'Tunniste test <packages@tunniste.example>';
  await must([...gpg, '--passphrase', '', '--quick-generate-key', who, 'rsa3072', 'sign', '1d']);
  const key = join(folder, 'public.asc');
  await must([...gpg, '--armor', '--output', key, '--export']);
  const secret = await must([...gpg, '--armor', '--export-secret-keys']);
  await must(['gpgconf', '--homedir', folder, '--kill', 'all']);
  return { key, secret };
};

/** Builds every package once, signed; the tests install and spoil copies of them. */
export default async function build(project: TestProject): Promise<() => Promise<void>> {
  await setUp('electron', 'screen', 'keyring', 'packages', 'installed');
  await runtime();
  const work = await mkdtemp(join(tmpdir(), 'tunniste-packages-'));
  const keys = await throwAwayKey(work);
  const folder = join(work, 'dist');
  const dist = [process.execPath, at('resources/dist/dist.mjs'), '--compression', 'gzip', '--out', folder];
  await must(dist, { env: { ...process.env, TUNNISTE_GPG_KEY: keys.secret } });
  await readFile(join(folder, 'SHA256SUMS.asc'));
  project.provide('dist', { folder, ...keys });
  return () => rm(work, { recursive: true, force: true });
}
