import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { at, must } from '../support/run.mjs';
import { runtime } from '../support/runtime.mjs';
import { throwAwayKey } from '../support/throw-away-key.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the packages are, the public key they are signed with, and a secret one. */
    readonly dist: { readonly folder: string; readonly key: string; readonly secret: string };
  }
}

/** Builds every package once, signed, or takes those that TUNNISTE_PACKAGES names; the tests install and spoil copies of them. */
export default async function build(project: TestProject): Promise<() => Promise<void>> {
  await runtime();
  const work = await mkdtemp(join(tmpdir(), 'tunniste-packages-'));
  const keys = await throwAwayKey(work);
  const { TUNNISTE_PACKAGES: made } = process.env;
  const folder = made ? resolve(made) : join(work, 'dist');
  const dist = [process.execPath, at('resources/dist/dist.mjs'), '--compression', 'gzip', '--out', folder];
  if (!made) await must(dist, { env: { ...process.env, TUNNISTE_GPG_KEY: keys.secret } });
  await readFile(join(folder, 'SHA256SUMS.asc'));
  project.provide('dist', { folder, ...keys, ...(made && { key: join(folder, 'tunniste-key.asc') }) });
  return () => rm(work, { recursive: true, force: true });
}
