import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '../support/run.mjs';

/** The same build under an earlier version, with a file that the later one has no more; its path. */
export const olderDeb = async (deb: string, work: string): Promise<string> => {
  const tree = join(work, 'older');
  const version = await must(['dpkg-deb', '--show', '--showformat=${Version}', deb]);
  await must(['dpkg-deb', '--raw-extract', deb, tree]);
  for (const name of ['control', 'preinst']) {
    const path = join(tree, 'DEBIAN', name);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(version, '0.0.9'));
  }
  await writeFile(join(tree, 'usr/lib/tunniste/of-old'), '');
  await must(['dpkg-deb', '-Znone', '--root-owner-group', '--build', tree, join(work, 'older.deb')]);
  return join(work, 'older.deb');
};
