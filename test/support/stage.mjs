// @ts-check
import { chmod, cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, must } from './run.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources/native.mjs',
  'resources/fuses.mjs',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const built = ['main/index.cjs', 'preload/index.cjs', 'renderer/index.html'].map((file) => at('out', file));

const bundler = at('node_modules/electron-vite/bin/electron-vite.js');
export const bundling = [process.execPath, bundler, 'build', '--logLevel', 'warn'];

/** Bundles the app if the bundle is missing or older than what it is made of. */
export async function build() {
  const made = await Promise.all(built.map((file) => (existsSync(file) ? newest(file) : Promise.resolve(0))));
  const changed = await Promise.all(sources.map((source) => newest(at(source))));
  if (Math.min(...made) > Math.max(...changed)) return;
  console.log('Building …');
  await must(bundling);
}

/**
 * When anything in there last changed; a folder's own time tells of files that went away.
 * @param {string} path
 * @returns {Promise<number>}
 */
async function newest(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path);
  return Math.max(found.mtimeMs, ...(await Promise.all(inside.map((name) => newest(join(path, name))))));
}

/** The app as it is shipped, in a folder that whoever runs it can read. */
export async function stage() {
  await build();
  const path = await mkdtemp(join(tmpdir(), 'tunniste-app-'));
  await chmod(path, 0o755);
  await cp(at('package.json'), join(path, 'package.json'));
  await cp(at('out'), join(path, 'out'), { recursive: true });
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
