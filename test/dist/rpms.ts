import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redhat } from '../../resources/dist/linux.mjs';
import { unpackDeb } from '../../resources/dist/verify/packages.mjs';
import { at, must } from '../support/run.mjs';

/** The same build under an earlier version, with a file that the later one has no more; its path. */
export const olderRpm = async (deb: string, work: string): Promise<string> => {
  const [tree, out] = [join(work, 'tree'), join(work, 'older')];
  await unpackDeb(deb, tree);
  await mkdir(out);
  const folder = join(tree, 'usr/lib/tunniste');
  await cp(at('LICENSE'), join(folder, 'LICENSE'));
  await writeFile(join(folder, 'of-old'), '');
  const source = {
    ...{ version: '0.0.9', packageVersion: '0.0.9', commit: '0'.repeat(40), clean: true, lockHash: '0'.repeat(64) },
    ...{ time: '2026-11-22T10:00:00.000Z', repository: 'https://tunniste.example/source.git' },
  };
  return redhat({ folder, out, source, compression: 'gzip' });
};

/** A package with nothing in it, for what rpm does not know of a machine that was set up by dpkg. */
export const standIn = async (provided: readonly string[], work: string): Promise<string> => {
  const spec = join(work, 'stand-in.spec');
  const head = 'Name: stand-in\nVersion: 1\nRelease: 1\nSummary: of this machine\nLicense: MIT\nBuildArch: noarch\n';
  const provides = provided.map((name) => `Provides: ${name}\n`).join('');
  await writeFile(spec, `${head}${provides}%description\nof this machine\n%files\n`);
  await must(['rpmbuild', '-bb', '--quiet', '--define', `_topdir ${join(work, 'stand-in')}`, spec]);
  const folder = join(work, 'stand-in/RPMS/noarch');
  return join(folder, (await readdir(folder))[0] ?? '');
};
