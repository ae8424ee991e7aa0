// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** In hex, of a file of any size. @param {string} file */
export async function hashOf(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Signatures cannot be in the list they sign, nor is what a signature is checked with. */
const beside = /(?:^SHA256SUMS|\.asc)$/;

/** Every file below the folder that the list names, in order. @param {string} folder */
export async function listed(folder) {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)))
    .filter((name) => !beside.test(name))
    .sort();
}

/** As sha256sum(1) writes and checks it. @param {string} folder */
export async function sums(folder) {
  const lines = await Promise.all(
    (await listed(folder)).map(async (name) => `${await hashOf(join(folder, name))}  ${name}\n`),
  );
  return lines.join('');
}
