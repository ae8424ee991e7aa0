// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** In hex, of a file of any size. @param {string} file */
export async function hashOf(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** A path below a folder, written alike on every system. @param {string} folder @param {string} path */
export const namedFrom = (folder, path) => relative(folder, path).replaceAll(sep, '/');

/** The list itself and what a signature is checked with. */
const beside = ['SHA256SUMS', 'SHA256SUMS.asc', 'tunniste-key.asc'];

/**
 * Everything below the folder that the list names, in order: all but the list, and signatures of what is there. A link counts as a file, so that
 * nothing comes along unseen.
 * @param {string} folder
 */
export async function listed(folder) {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => !item.isDirectory());
  const names = files.map((item) => namedFrom(folder, join(item.parentPath, item.name)));
  const all = new Set(names);
  const isSignature = (/** @type {string} */ name) => name.endsWith('.asc') && all.has(name.slice(0, -'.asc'.length));
  return names.filter((name) => !beside.includes(name) && !isSignature(name)).sort();
}

/** As sha256sum(1) writes and checks it. @param {string} folder */
export async function sums(folder) {
  const lines = await Promise.all(
    (await listed(folder)).map(async (name) => `${await hashOf(join(folder, name))}  ${name}\n`),
  );
  return lines.join('');
}
