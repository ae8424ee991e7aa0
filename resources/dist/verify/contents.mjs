// @ts-check
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { fuses } from '../../fuses.mjs';
import { sha256 } from '../source.mjs';
import { hashOf } from '../sums.mjs';
import { insist, tell } from './told.mjs';

/** Beside the native modules, which lie outside the archive. */
const mostBytes = 3_000_000;
/** Where the program lies in a package. */
export const home = 'usr/lib/tunniste';

/**
 * What is inside a package, by its own parts.
 * @param {string} tree the unpacked package
 */
export async function contents(tree) {
  const app = join(tree, home);
  const asar = join(app, 'resources', 'app.asar');
  return [
    await tell('every file in the archive has the hash that its header names', () => checkArchive(asar)),
    await tell('the archive is at most 3 MB', async () => insist((await stat(asar)).size <= mostBytes, 'it is larger')),
    await tell('only what runs is in it: no source maps, no tests, no sources', () => checkNames(asar)),
    await tell('the native modules have the hashes that the program asks for', () => checkNatives(asar)),
    await tell('every fuse is as it was decided', () => checkFuses(join(app, 'tunniste'))),
    await tell('nothing but the archive can be loaded', () => checkNothingElse(app)),
    await tell('what IT begins with is in it: the guide, the schema, templates and an example', () => checkForIt(app)),
  ];
}

/**
 * @typedef {{ files?: Record<string, Entry>, unpacked?: boolean, integrity?: { hash: string } }} Entry
 * @param {Entry} entry
 * @param {string} path
 * @returns {[string, Entry][]}
 */
const leaves = (entry, path = '') =>
  entry.files
    ? Object.entries(entry.files).flatMap(([name, each]) => leaves(each, path ? `${path}/${name}` : name))
    : [[path, entry]];

/** @param {string} asar */
async function checkArchive(asar) {
  for (const [path, { integrity }] of leaves(/** @type {Entry} */ (getRawHeader(asar).header))) {
    insist(integrity, `${path} has no hash`);
    insist(sha256(extractFile(asar, path)) === integrity.hash, `${path} is another`);
  }
}

/** @param {string} asar */
async function checkNames(asar) {
  const strange = listPackage(asar, { isPack: false }).filter((name) =>
    /\.(?:map|ts|tsx|mjs)$|\.test\.|(?:^|\/)tests?\/|node_modules/.test(name),
  );
  insist(strange.length === 0, strange.join(', '));
}

/** @param {string} asar */
async function checkNatives(asar) {
  const entries = leaves(/** @type {Entry} */ (getRawHeader(asar).header));
  const code = entries
    .filter(([path]) => /main\/[\w-]+\.cjs$/.test(path))
    .map(([path]) => extractFile(asar, path).toString());
  const natives = entries.filter(([path]) => path.endsWith('.node')).map(([path]) => path);
  insist(natives.length === 2, `there are ${natives.length} of them`);
  for (const path of natives) {
    const hash = await hashOf(join(`${asar}.unpacked`, path));
    insist(
      code.some((text) => text.includes(hash)),
      `${path} is another`,
    );
  }
}

/** @param {string} program */
async function checkFuses(program) {
  const wire = /** @type {Record<string, FuseState>} */ (/** @type {unknown} */ (await getCurrentFuseWire(program)));
  for (const fuse of Object.keys(wire)) insist(fuse in fuses, `nobody decided about fuse ${fuse}`);
  for (const [fuse, on] of Object.entries(fuses)) {
    if (fuse === 'version' || wire[fuse] === undefined) continue; // an older runtime has fewer
    insist(wire[fuse] === (on ? FuseState.ENABLE : FuseState.DISABLE), `fuse ${fuse} is not ${on ? 'on' : 'off'}`);
  }
}

/** @param {string} app */
async function checkNothingElse(app) {
  for (const name of ['app', 'default_app.asar', 'app-update.yml']) {
    insist(!existsSync(join(app, 'resources', name)), `there is a resources/${name}`);
  }
}

/** @param {string} app */
function checkForIt(app) {
  const example = 'policy-templates/linux/policies/managed/10-example.json';
  const templates = ['policy-templates/windows/tunniste.admx', 'policy-templates/macos/tunniste.mobileconfig'];
  for (const name of ['roll-out.md', 'deploying.md', 'policy.schema.json', ...templates, example]) {
    insist(existsSync(join(app, 'resources', name)), `there is no resources/${name}`);
  }
}
