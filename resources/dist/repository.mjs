// @ts-check
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { must } from '../../test/support/run.mjs';

/**
 * An apt repository with that one package, flat (Debian repository format), signed where there is a key.
 * @param {string} folder
 * @param {string} deb
 * @param {import('./source.mjs').Source} source
 * @param {import('./gpg.mjs').Gpg | null} gpg
 */
export async function aptRepository(folder, deb, source, gpg) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await copyFile(deb, join(folder, basename(deb)));
  const ftp = (/** @type {string[]} */ ...words) => must(['apt-ftparchive', ...words, '.'], { cwd: folder });
  await writeFile(join(folder, 'Packages'), await ftp('packages'));
  const about = { Origin: 'Tunniste', Label: 'Tunniste', Suite: 'stable', Date: new Date(source.time).toUTCString() };
  const options = Object.entries(about).flatMap(([name, value]) => [
    '-o',
    `APT::FTPArchive::Release::${name}=${value}`,
  ]);
  const release = join(folder, 'Release');
  await writeFile(release, await ftp(...options, 'release'));
  if (!gpg) return;
  await gpg.clear(release, join(folder, 'InRelease'));
  await gpg.detach(release, join(folder, 'Release.gpg'));
}
