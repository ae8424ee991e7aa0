// @ts-check
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { must } from '../../test/support/run.mjs';
import { runtime } from '../../test/support/runtime.mjs';
import { makeApp } from './app.mjs';
import { billOfMaterials } from './bill.mjs';
import { builderConfig } from './builder.mjs';
import { openGpg } from './gpg.mjs';
import { debian, redhat } from './linux.mjs';
import { provenance } from './provenance.mjs';
import { aptRepository } from './repository.mjs';
import { signAll } from './sign-all.mjs';
import { hashOf, listed, sums } from './sums.mjs';
import { unpack } from './unpacked.mjs';

/**
 * @typedef {object} Making
 * @property {import('./asked.mjs').Asked} asked
 * @property {import('./source.mjs').Source} source
 * @property {string} out
 * @property {string} work a folder that is gone afterwards
 */

/** The .deb, the .rpm, the apt repository, and the papers that go with them. @param {Making} making */
export async function make({ asked, source, out, work }) {
  const electron = await runtime();
  const app = join(work, 'app');
  step('the app');
  await makeApp(app, source, `linux-${process.arch}`);
  step(`around Electron ${electron.version}`);
  const output = asked.folderOnly ? out : work;
  const around = { ...electron, folder: dirname(electron.path) };
  const { unsigned } = asked;
  const config = builderConfig({ app, out: output, unsigned, runtime: around, env: process.env });
  const folder = await unpack(config, electron.version);
  if (asked.folderOnly) return;
  const gpg = unsigned ? null : await openGpg(process.env);
  try {
    await packages({ asked, source, out, work }, folder, gpg);
    step('the papers');
    await papers({ asked, source, out, work }, folder, electron);
    if (gpg) {
      step('the signatures');
      await signAll(out, gpg);
    }
  } finally {
    await gpg?.end();
  }
}

/** @param {Making} making @param {string} folder @param {import('./gpg.mjs').Gpg | null} gpg */
async function packages({ asked: { compression }, source, out }, folder, gpg) {
  step('the .deb and the .rpm');
  const packing = { folder, out, source, compression };
  const [deb, rpm] = await Promise.all([debian(packing), redhat(packing)]);
  await gpg?.rpm(rpm);
  await aptRepository(join(out, 'apt'), deb, source, gpg);
}

/** @param {Making} making @param {string} folder @param {import('../../test/support/runtime.mjs').Runtime} electron */
async function papers({ asked, source, out }, folder, electron) {
  const write = (/** @type {string} */ name, /** @type {unknown} */ value) =>
    writeFile(join(out, name), `${JSON.stringify(value, undefined, 2)}\n`);
  await write('tunniste.cdx.json', await billOfMaterials(source, await versionsOf(electron)));
  const files = await Promise.all(
    (await listed(out)).map(async (name) => ({ name, sha256: await hashOf(join(out, name)) })),
  );
  const asar = { name: 'app.asar', sha256: await hashOf(join(folder, 'resources', 'app.asar')) };
  const runtimeHash = await hashOf(electron.path);
  const subjects = [...files, asar];
  await write(
    'tunniste.intoto.json',
    provenance({ source, subjects, runtime: electron, runtimeHash, asked, env: process.env }),
  );
  await writeFile(join(out, 'SHA256SUMS'), await sums(out));
}

/** Node's part tells its own; Chromium's stands in the program. @param {import('../../test/support/runtime.mjs').Runtime} electron */
async function versionsOf({ path }) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { electron, node } = JSON.parse(await must([path, '-p', 'JSON.stringify(process.versions)'], { env }));
  const found = await must([
    'grep',
    '--text',
    '--only-matching',
    '--extended-regexp',
    'Chrome/[0-9]+(\\.[0-9]+){3}',
    path,
  ]);
  return { electron, node, chrome: found.split('\n')[0]?.replace('Chrome/', '') ?? '' };
}

/** @param {string} what */
const step = (what) => console.log(`making ${basename(what)} …`);
