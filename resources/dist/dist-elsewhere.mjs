// @ts-check
import { constants, copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { at } from '../../test/support/run.mjs';
import { runtime } from '../../test/support/runtime.mjs';
import { makeApp } from './app.mjs';
import { builderConfig } from './builder.mjs';
import { layOutForIt } from './for-it.mjs';
import { papers } from './papers.mjs';
import { archiveIn, burn, programIn } from './unpacked.mjs';

const platform = process.platform === 'win32' ? Platform.WINDOWS : Platform.MAC;

/** What electron-builder makes by itself: the MSI and NSIS installers on Windows, pkg and dmg on macOS. @param {import('./dist-linux.mjs').Making} making */
export async function make({ asked, source, out, work }) {
  const programs = [];
  for (const arch of /** @type {const} */ (['x64', 'arm64'])) {
    const app = join(work, `app-${arch}`);
    await makeApp(app, source, `${process.platform}-${arch}`);
    const made = asked.folderOnly ? join(out, arch) : join(work, arch);
    const config = builderConfig({ app, out: made, unsigned: asked.unsigned, env: process.env });
    const program = { prefix: `${arch}/`, folder: '', asar: '' };
    await build({
      targets: platform.createTarget(asked.folderOnly ? 'dir' : null, Arch[arch]),
      projectDir: at(),
      config: {
        ...config,
        // Before it is signed.
        afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
          const path = programIn(appOutDir, electronPlatformName, packager.appInfo.productFilename);
          Object.assign(program, { folder: appOutDir, asar: archiveIn(appOutDir, path) });
          await burn(path);
        },
      },
    });
    programs.push(program);
    if (!asked.folderOnly) await takeInstallers(made, out);
  }
  if (asked.folderOnly) return;
  await layOutForIt(out);
  await papers({ asked, source, out }, await runtime(), programs);
}

/** What else lies beside them is not for anybody. @param {string} made @param {string} out */
async function takeInstallers(made, out) {
  const installers = (await readdir(made)).filter((name) => /\.(?:msi|exe|pkg|dmg)$/.test(name));
  for (const name of installers) await copyFile(join(made, name), join(out, name), constants.COPYFILE_EXCL);
  console.log(`made: ${installers.join(', ')}`);
}
