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

/** What is not in a bundle but beside it. */
const native = ['node_modules/keytar', 'node_modules/fs-native-extensions'];

/**
 * Everything of others that ships in the app, by what the bundler noted and package-lock.json says: npm's name for it, its package URL, and the
 * SHA-512 of what was fetched, in hex.
 */
export async function shippedPackages() {
  const { packages } = JSON.parse(await readFile(at('package-lock.json'), 'utf8'));
  const each = [...(await readPackedPackages()), ...native].map((place) => {
    const { name = place.split('node_modules/').at(-1), version, integrity } = packages[place];
    const sha512 = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
    return { ref: `${name}@${version}`, purl: `pkg:npm/${name.replace('@', '%40')}@${version}`, sha512 };
  });
  // One may lie in two places.
  return [...new Map(each.map((one) => [one.ref, one])).values()];
}

/** Their places of all parts, as the last build noted them. @returns {Promise<Set<string>>} */
async function readPackedPackages() {
  const files = await readdir(folder);
  const lists = await Promise.all(files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8'))));
  return new Set(lists.flat());
}
