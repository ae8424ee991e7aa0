// @ts-check
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { at, must } from '../../test/support/run.mjs';

/**
 * What is built, as it stands in every document about it.
 * @typedef {object} Source
 * @property {string} version SemVer; `-unsigned` behind it where nothing is signed
 * @property {string} packageVersion the same for dpkg and rpm, where a tilde sorts before the release
 * @property {string} commit
 * @property {boolean} clean whether the tree was the commit and nothing else
 * @property {string} time of the commit, RFC 3339
 * @property {string} repository
 * @property {string} lockHash SHA-256 of package-lock.json in hex
 */

/**
 * @param {{ unsigned: boolean }} asked
 * @returns {Promise<Source>}
 */
export async function readSource({ unsigned }) {
  const { version: written } = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const version = unsigned ? `${written}-unsigned` : written;
  const git = async (/** @type {string[]} */ ...words) => (await must(['git', ...words])).trim();
  return {
    version,
    packageVersion: packageVersionOf(version),
    commit: await git('rev-parse', 'HEAD'),
    clean: (await git('status', '--porcelain')) === '',
    time: new Date(Number(await git('log', '-1', '--format=%ct')) * 1000).toISOString(),
    repository: process.env['TUNNISTE_REPOSITORY'] ?? 'https://tunniste.example/source.git',
    lockHash: sha256(await readFile(at('package-lock.json'))),
  };
}

/** For dpkg and rpm a tilde sorts before the release. @param {string} version */
export const packageVersionOf = (version) => version.replace('-', '~');

/** In hex. @param {import('node:crypto').BinaryLike} bytes */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
