// @ts-check
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '../../test/support/run.mjs';
import { billOfMaterials } from './bill.mjs';
import { shippedPackages } from './packed-packages.mjs';
import { provenance } from './provenance.mjs';
import { hashOf, listed, namedFrom, sums } from './sums.mjs';

/**
 * What goes with the packages of any system: the bill of materials, where they come from, and the sums of it all.
 * @param {Pick<import('./dist-linux.mjs').Making, 'asked' | 'source' | 'out'>} making
 * @param {import('../../test/support/runtime.mjs').Runtime} electron
 * @param {readonly Program[]} programs as they lie in the packages
 */
export async function papers({ asked, source, out }, electron, programs) {
  const write = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    writeFile(join(out, name), `${JSON.stringify(value, undefined, 2)}\n`);
  await write('tunniste.cdx.json', await billOfMaterials(source, await versionsOf(electron)));
  const files = (await listed(out)).map((name) => ({ name, path: join(out, name) }));
  const asars = programs.map(({ prefix, asar }) => ({ name: `${prefix}app.asar`, path: asar }));
  const inputs = {
    source,
    runtime: electron,
    runtimeHash: await hashOf(electron.path),
    packages: await shippedPackages(),
  };
  const outputs = { subjects: await hashed([...files, ...asars]), parts: await hashed(await partsOf(programs)) };
  await write('tunniste.intoto.json', provenance({ ...inputs, ...outputs, asked, env: process.env }));
  await writeFile(join(out, 'SHA256SUMS'), await sums(out));
}

/**
 * @typedef {object} Program
 * @property {string} prefix what tells it from others in the papers, such as `arm64/`; nothing where there is but one
 * @property {string} folder the unpacked app
 * @property {string} asar
 */

/** @param {readonly Program[]} programs */
async function partsOf(programs) {
  const each = programs.map(async ({ prefix, folder }) => {
    const items = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
    return paths.map((path) => ({ name: `${prefix}${namedFrom(folder, path)}`, path }));
  });
  return (await Promise.all(each)).flat().sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @param {readonly { name: string, path: string }[]} files */
const hashed = (files) => Promise.all(files.map(async ({ name, path }) => ({ name, sha256: await hashOf(path) })));

/** Node's part tells its own; Chromium's stands in the program. @param {import('../../test/support/runtime.mjs').Runtime} electron */
async function versionsOf({ path }) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { electron, node, chrome } = JSON.parse(await must([path, '-p', 'JSON.stringify(process.versions)'], { env }));
  return { electron, node, chrome: chrome ?? (await chromeIn(path)) };
}

/** @param {string} program */
async function chromeIn(program) {
  const [, found = ''] = /Chrome\/([0-9]+(?:\.[0-9]+){3})/.exec(await readFile(program, 'latin1')) ?? [];
  return found;
}
