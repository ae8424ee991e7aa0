// @ts-check
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { at, must } from '../../test/support/run.mjs';
import { bundling } from '../../test/support/stage.mjs';

/** What the app says of itself when it runs; nothing about how it is built. */
const told = /** @type {const} */ (['name', 'productName', 'description', 'author', 'license', 'main']);

/** Everything that ships, and nothing else: code for three processes, the page, this system's native modules. */
const ships = [
  /^out\/main\/[\w-]+\.cjs$/,
  /^out\/main\/native\/[\w-]+\.[\w-]+\.node$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(?:index\.html|assets\/[\w.-]+\.(?:js|css|svg|woff2))$/,
];

/**
 * Bundles the app anew and lays what ships into a folder. The same source gives the same bytes.
 * @param {string} folder
 * @param {import('./source.mjs').Source} source
 * @param {string} system such as `linux-x64`
 */
export async function makeApp(folder, source, system) {
  await rm(at('out'), { recursive: true, force: true });
  await must(bundling);
  await layOut(folder, source.version, system);
}

/**
 * Lays what ships of the last bundle into a folder; throws at a file that nobody decided about.
 * @param {string} folder
 * @param {string} version
 * @param {string} system
 */
export async function layOut(folder, version, system) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const description = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const own = Object.fromEntries(told.map((key) => [key, description[key]]));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...own, version }, undefined, 2));
  for (const path of await shipping(system)) await cp(at(path), join(folder, path));
}

/** @param {string} system */
async function shipping(system) {
  const found = await readdir(at('out'), { recursive: true, withFileTypes: true });
  const files = found.filter((item) => item.isFile()).map((item) => relative(at(), join(item.parentPath, item.name)));
  const paths = files.map((path) => path.replaceAll('\\', '/'));
  const bundled = paths.filter((path) => /^out\/(?:main|preload|renderer)\//.test(path));
  const unknown = bundled.filter((path) => !ships.some((rule) => rule.test(path)));
  if (unknown.length > 0) throw new Error(`Nobody said that these ship: ${unknown.join(', ')}`);
  return bundled.filter((path) => !path.endsWith('.node') || path.endsWith(`.${system}.node`)).sort();
}
