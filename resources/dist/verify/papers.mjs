// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { extractFile } from '@electron/asar';
import { must } from '../../../test/support/run.mjs';
import { packageVersionOf } from '../source.mjs';
import { hashOf } from '../sums.mjs';
import { home } from './contents.mjs';
import { insist, tell, Unchecked } from './told.mjs';

/**
 * What the papers say, held against each other and against what is in a package.
 * @param {string} tree the unpacked package
 * @param {string} folder where the papers are
 * @param {string} [commit] the one it has to be, in hex
 */
export async function papers(tree, folder, commit) {
  const app = join(tree, home);
  return [
    await tell('the archive is the one of the provenance', () => checkArchive(folder, app)),
    await tell('every file of the program is the one of the provenance', () => checkFiles(folder, app)),
    await tell('every part says the same version', () => checkVersions(folder, app)),
    await tell('the bill of materials names Electron, Chromium and Node, and what is in the program', () =>
      checkRuntime(folder, app),
    ),
    await tell('the bill of materials names the packages of the provenance, each of them', () => checkPackages(folder)),
    await tell('it was built from a commit and nothing else', () => checkTree(folder)),
    await tell('it was built from the commit that was published', () => checkCommit(folder, commit)),
  ];
}

/** @param {string} folder */
const billIn = async (folder) => JSON.parse(await readFile(join(folder, 'tunniste.cdx.json'), 'utf8'));

/** @typedef {ReturnType<typeof import('../provenance.mjs').provenance>} Statement */

/** @param {string} folder @returns {Promise<Statement>} */
const statementIn = async (folder) => JSON.parse(await readFile(join(folder, 'tunniste.intoto.json'), 'utf8'));

/** @param {string} folder @param {string} app */
async function checkArchive(folder, app) {
  const { subject } = await statementIn(folder);
  const archive = subject.find(({ name }) => name === 'app.asar');
  insist(archive?.digest.sha256 === (await hashOf(join(app, 'resources/app.asar'))), 'it is another');
  for (const { name, digest } of subject.filter((each) => each !== archive)) {
    insist(digest.sha256 === (await hashOf(join(folder, name))), `${name} is another`);
  }
}

/** A package has the licence somewhere else. */
const licence = ['LICENSE', '../../share/doc/tunniste/copyright'];

/** @param {string} folder @param {string} app */
async function checkFiles(folder, app) {
  const { predicate } = await statementIn(folder);
  const named = new Map(predicate.runDetails.byproducts.map(({ name, digest }) => [name, digest.sha256]));
  for (const [name = '', path = name] of [licence, ...(await filesIn(app))]) {
    insist(named.has(name), `nobody built ${name}`);
    insist(named.get(name) === (await hashOf(join(app, path))), `${name} is another`);
    named.delete(name);
  }
  insist(named.size === 0, `missing: ${[...named.keys()].join(', ')}`);
}

/** @param {string} app @returns {Promise<string[][]>} */
async function filesIn(app) {
  const items = await readdir(app, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => !item.isDirectory());
  return files.map((item) => [relative(app, join(item.parentPath, item.name))]);
}

/** @param {string} folder @param {string} app */
async function checkVersions(folder, app) {
  const { version } = (await statementIn(folder)).predicate.buildDefinition.internalParameters;
  const archived = JSON.parse(extractFile(join(app, 'resources/app.asar'), 'package.json').toString());
  insist(archived.version === version, `the archive is ${archived.version}, the provenance of ${version}`);
  const billed = (await billIn(folder)).metadata.component.version;
  insist(billed === version, `the bill of materials is of ${billed}, the provenance of ${version}`);
  const packed = packageVersionOf(version);
  const names = (await readdir(folder)).filter((name) => /\.(?:deb|rpm)$/.test(name));
  const other = names.find(
    (name) => ![`tunniste_${packed}_`, `tunniste-${packed}-`].some((start) => name.startsWith(start)),
  );
  insist(other === undefined, `${other} is not called after ${version}, whose provenance this is`);
}

/** @param {string} folder @param {string} app */
async function checkRuntime(folder, app) {
  const { bomFormat, components } = await billIn(folder);
  insist(bomFormat === 'CycloneDX', 'it is no CycloneDX');
  for (const name of ['electron', 'chromium', 'node']) {
    const { version } = components.find((/** @type {{ name: string }} */ each) => each.name === name) ?? {};
    insist(version, `it does not name ${name}`);
    if (name === 'node') continue; // nowhere in plain text
    const found = await must(['grep', '--count', '--text', '--fixed-strings', version, join(app, 'tunniste')]);
    insist(Number(found) > 0, `the program is not ${name} ${version}`);
  }
}

/** @param {string} folder */
async function checkPackages(folder) {
  const [{ components }, { predicate }] = await Promise.all([billIn(folder), statementIn(folder)]);
  const isPackage = (/** @type {string | undefined} */ uri) => uri?.startsWith('pkg:npm/');
  const uris = predicate.buildDefinition.resolvedDependencies.map(({ uri }) => uri).filter(isPackage);
  const purls = new Set(components.map((/** @type {{ purl: string }} */ { purl }) => purl).filter(isPackage));
  insist(uris.length > 0, 'the provenance names none');
  for (const uri of uris) insist(purls.delete(uri), `it does not name ${uri}`);
  insist(purls.size === 0, `the provenance does not name ${[...purls].join(', ')}`);
}

/** @param {string} folder */
async function checkTree(folder) {
  const { internalParameters } = (await statementIn(folder)).predicate.buildDefinition;
  insist(internalParameters.treeWasClean, 'the tree had changes');
}

/** @param {string} folder @param {string | undefined} commit */
async function checkCommit(folder, commit) {
  const { resolvedDependencies } = (await statementIn(folder)).predicate.buildDefinition;
  const [found = ''] = resolvedDependencies.flatMap(({ digest }) => ('gitCommit' in digest ? [digest.gitCommit] : []));
  if (commit === undefined) throw new Unchecked(`say which it has to be: --commit HASH; this says ${found}`);
  insist(found === commit, `it was built from ${found}`);
}
