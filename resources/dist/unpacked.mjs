// @ts-check
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { at } from '../../test/support/run.mjs';
import { fuses } from '../fuses.mjs';

/** Of what the runtime's maker puts there, what no desk needs. */
const unneeded = ['resources/app', 'resources/default_app.asar', 'resources/app-update.yml'];

/**
 * Has electron-builder pack the app around the runtime; returns where the program lies.
 * @param {import('electron-builder').Configuration} config
 * @param {string} version of the runtime
 * @returns {Promise<string>} the folder
 */
export async function unpack(config, version) {
  let folder = '';
  await build({
    targets: Platform.LINUX.createTarget('dir'),
    projectDir: at(),
    config: {
      ...config,
      // It copies the whole Electron; whatever app was in there goes.
      afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
        folder = appOutDir;
        await Promise.all(unneeded.map((name) => rm(join(appOutDir, name), { recursive: true, force: true })));
        await burn(programIn(appOutDir, electronPlatformName, packager.appInfo.productFilename));
      },
    },
  });
  await addLinuxMaterial(folder, version);
  return folder;
}

/** @param {string} folder @param {string} platform @param {string} name */
export const programIn = (folder, platform, name) => {
  if (platform === 'darwin') return join(folder, `${name}.app`);
  return platform === 'win32' ? join(folder, `${name}.exe`) : join(folder, 'tunniste');
};

/** Where the app's archive lies. @param {string} folder @param {string} program */
export const archiveIn = (folder, program) =>
  join(...(program.endsWith('.app') ? [program, 'Contents', 'Resources'] : [folder, 'resources']), 'app.asar');

/**
 * Sets every fuse this runtime has. An older runtime has fewer than were decided; of a newer one's, all must be decided or this throws.
 * @param {string} program
 */
export async function burn(program) {
  await unshare(program);
  const there = Object.keys(await getCurrentFuseWire(program));
  const open = there.filter((fuse) => !(fuse in fuses));
  if (open.length > 0) throw new Error(`Nobody decided about fuse ${open.join(', ')} of this runtime`);
  const known = Object.entries(fuses).filter(([fuse]) => there.includes(fuse) && fuse !== 'version');
  const fresh = { resetAdHocDarwinSignature: program.endsWith('.app') }; // else a Mac of Apple's own make does not start it unsigned
  await flipFuses(program, { version: FuseVersion.V1, ...fresh, ...Object.fromEntries(known) });
}

/** The copy may share its bytes with the runtime it was made of. @param {string} program */
async function unshare(program) {
  if (program.endsWith('.app')) return;
  await copyFile(program, `${program}.own`);
  await rename(`${program}.own`, program);
}

/** What the package's scripts lay out on the machine. @param {string} folder @param {string} version of the runtime */
async function addLinuxMaterial(folder, version) {
  const from = at('resources', 'dist', 'linux');
  const to = join(folder, 'resources', 'linux');
  await mkdir(to, { recursive: true });
  for (const file of await readdir(join(from, 'installed')))
    await copyFile(join(from, 'installed', file), join(to, file));
  await copyFile(at('LICENSE'), join(folder, 'LICENSE'));
  await writeFile(join(folder, 'version'), version);
}
