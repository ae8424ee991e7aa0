// @ts-check
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { at } from '../../test/support/run.mjs';
import { makeApp } from './app.mjs';
import { builderConfig } from './builder.mjs';
import { sums } from './sums.mjs';
import { burn, programIn } from './unpacked.mjs';

/** What electron-builder makes by itself: the MSI and NSIS installers on Windows, pkg and dmg on macOS. @param {import('./dist-linux.mjs').Making} making */
export async function make({ asked, source, out, work }) {
  for (const arch of /** @type {const} */ (['x64', 'arm64'])) {
    const app = join(work, `app-${arch}`);
    await makeApp(app, source, `${process.platform}-${arch}`);
    const config = builderConfig({ app, out: join(work, arch), unsigned: asked.unsigned, env: process.env });
    const platform = process.platform === 'win32' ? Platform.WINDOWS : Platform.MAC;
    await build({
      targets: platform.createTarget(asked.folderOnly ? 'dir' : null, Arch[arch]),
      projectDir: at(),
      config: {
        ...config,
        directories: { ...config.directories, output: out },
        // Before it is signed.
        afterPack: ({ appOutDir, electronPlatformName, packager }) =>
          burn(programIn(appOutDir, electronPlatformName, packager.appInfo.productFilename)),
      },
    });
  }
  const left = (await readdir(out)).filter((name) => /\.(?:msi|exe|pkg|dmg)$/.test(name));
  console.log(`made: ${left.join(', ')}`);
  await writeFile(join(out, 'SHA256SUMS'), await sums(out));
}
