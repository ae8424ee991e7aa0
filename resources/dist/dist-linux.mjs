// @ts-check
import { basename, dirname, join } from 'node:path';
import { runtime } from '../../test/support/runtime.mjs';
import { makeApp } from './app.mjs';
import { makeAuditor } from './auditor.mjs';
import { builderConfig } from './builder.mjs';
import { layOutForIt } from './for-it.mjs';
import { openGpg } from './gpg.mjs';
import { debian, redhat } from './linux.mjs';
import { papers } from './papers.mjs';
import { aptRepository } from './repository.mjs';
import { signAll } from './sign-all.mjs';
import { unpack } from './unpacked.mjs';

/**
 * @typedef {object} Making
 * @property {import('./asked.mjs').Asked} asked
 * @property {import('./source.mjs').Source} source
 * @property {string} out
 * @property {string} work a folder that is gone afterwards
 */

/** The .deb, the .rpm, the apt repository, the auditor's program, and the papers that go with them. @param {Making} making */
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
    step('what IT and an auditor begin with');
    await layOutForIt(out);
    await makeAuditor(out, source, work);
    step('the papers');
    const asar = join(folder, 'resources', 'app.asar');
    await papers({ asked, source, out }, electron, [{ prefix: '', folder, asar }]);
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

/** @param {string} what */
const step = (what) => console.log(`making ${basename(what)} …`);
