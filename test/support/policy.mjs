// @ts-check
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from './person.mjs';
import { at } from './run.mjs';

/** @typedef {import('zod').input<typeof import('../../electron/main/policy/schema.js').policySchema>} Policy */

/**
 * The demo's policy for a registry at that address.
 * @param {string} url
 * @returns {Promise<Policy>}
 */
export async function demoPolicy(url) {
  const policy = JSON.parse(await readFile(at('resources', 'demo-policy.json'), 'utf8'));
  return { ...policy, allowedHosts: [new URL(url).host], registry: { ...policy.registry, url } };
}

/**
 * A policy as an administrator lays it down: the person who runs the app can read it and not change it.
 * @param {unknown} policy a text is written as it is
 */
export async function writePolicy(policy) {
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-policy-'));
  const path = join(folder, 'policy.json');
  await writeFile(path, typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2));
  await chmod(path, isRoot ? 0o644 : 0o600);
  if (isRoot) await chmod(folder, 0o755);
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
