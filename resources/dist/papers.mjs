// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '../../test/support/run.mjs';
import { billOfMaterials } from './bill.mjs';
import { provenance } from './provenance.mjs';
import { hashOf, listed, sums } from './sums.mjs';

/**
 * What goes with the packages of any system: the bill of materials, where they come from, and the sums of it all.
 * @param {Pick<import('./dist-linux.mjs').Making, 'asked' | 'source' | 'out'>} making
 * @param {import('../../test/support/runtime.mjs').Runtime} electron
 * @param {readonly { name: string, path: string }[]} asars the archives in the packages
 */
export async function papers({ asked, source, out }, electron, asars) {
  const write = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    writeFile(join(out, name), `${JSON.stringify(value, undefined, 2)}\n`);
  await write('tunniste.cdx.json', await billOfMaterials(source, await versionsOf(electron)));
  const files = (await listed(out)).map((name) => ({ name, path: join(out, name) }));
  const subjects = await Promise.all(
    [...files, ...asars].map(async ({ name, path }) => ({ name, sha256: await hashOf(path) })),
  );
  const runtimeHash = await hashOf(electron.path);
  await write(
    'tunniste.intoto.json',
    provenance({ source, subjects, runtime: electron, runtimeHash, asked, env: process.env }),
  );
  await writeFile(join(out, 'SHA256SUMS'), await sums(out));
}

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
