// @ts-check
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from './person.mjs';
import { at } from './run.mjs';

/** @typedef {import('zod').input<typeof import('../../electron/main/policy/schema.js').policySchema>} Policy */

/** The demo's policy as it is shipped. */
export const demoText = readFileSync(at('resources', 'demo-policy.json'), 'utf8');

/** The same for a desk that can send nobody anything, nor see anybody: a call-back is what is left. */
export const demoWithoutPost = demoText
  .replace(/^ {2}"mail": .*\n/m, '')
  .replace(/^ {2}"factors": \{$.*?^ {2}\},$/ms, '  "factors": { "callBack": { "dial": "show" } },');

/**
 * That policy for a registry at that address.
 * @param {string} url
 * @returns {Promise<Policy>}
 */
export async function demoPolicy(url) {
  const policy = JSON.parse(demoWithoutPost);
  return { ...policy, allowedHosts: [new URL(url).host], registry: { ...policy.registry, url } };
}

/**
 * A policy as an administrator lays it down: the person who runs the app can read it and not change it.
 * @param {unknown} policy a text is written as it is
 */
export const writePolicy = (policy) =>
  layDown('policy.json', typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2));

/**
 * A file of the administrator's, in a folder of its own.
 * @param {string} name
 * @param {string} text
 */
export async function layDown(name, text) {
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-policy-'));
  const path = join(folder, name);
  await writeFile(path, text);
  await chmod(path, isRoot ? 0o644 : 0o600);
  if (isRoot) await chmod(folder, 0o755);
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
