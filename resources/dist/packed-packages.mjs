// @ts-check
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { at } from '../../test/support/run.mjs';

const folder = at('out', 'packages');
const inModules = /^.*?(node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+)/;

/**
 * Notes which packages end up in a bundle, by their place in package-lock.json.
 * @param {'main' | 'preload' | 'renderer'} part
 * @returns {import('vite').Plugin}
 */
export const packedPackages = (part) => ({
  name: 'packed-packages',
  async writeBundle(_, bundle) {
    const ids = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const places = ids.flatMap((id) => inModules.exec(id.replaceAll('\\', '/').replace(at(), ''))?.[1] ?? []);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${part}.json`), JSON.stringify([...new Set(places)].sort()));
  },
});

/** Their places of all parts, as the last build noted them. @returns {Promise<Set<string>>} */
export async function readPackedPackages() {
  const files = await readdir(folder);
  const lists = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'))));
  return new Set(lists.flat());
}
