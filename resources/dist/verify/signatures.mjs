// @ts-check
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import { must, run } from '../../../test/support/run.mjs';
import { hashOf, listed } from '../sums.mjs';
import { insist, tell, Unchecked } from './told.mjs';

/**
 * Who signed, by a public key that came some other way than the packages.
 * @param {string} folder
 * @param {string | undefined} key
 */
export async function signatures(folder, key) {
  const ring = key === undefined ? null : await ringOf(key);
  const files = await listed(folder);
  const packages = files.filter((name) => /^[^/]+\.(?:deb|rpm|msi|exe|pkg|dmg|json|cjs)$/.test(name));
  const told = [
    await tell('every file is in SHA256SUMS with its hash', () => checkSums(folder, files)),
    await tell('SHA256SUMS is signed', () => checkDetached(ring, join(folder, 'SHA256SUMS'))),
  ];
  for (const name of packages) {
    told.push(await tell(`${name} is signed`, () => checkDetached(ring, join(folder, name))));
  }
  told.push(await tell('the apt repository is signed', () => checkRelease(ring, join(folder, 'apt'))));
  told.push(await tell('the apt repository holds what it lists', () => checkRepository(join(folder, 'apt'))));
  for (const name of packages.filter((each) => each.endsWith('.rpm'))) {
    told.push(await tell(`${name} is signed inside`, () => checkRpm(key, join(folder, name))));
  }
  if (key !== undefined)
    told.push(await tell('the key came some other way than the packages', () => checkKey(folder, key)));
  if (ring) await rm(ring, { recursive: true });
  return told;
}

/** Whoever changes the packages changes what lies beside them too. @param {string} folder @param {string} key */
function checkKey(folder, key) {
  const way = relative(folder, resolve(key));
  if (!way.startsWith('..') && !isAbsolute(way))
    throw new Unchecked('it lies beside them: what it signs may be anybody’s');
}

/** gpgv takes no armoured ring. @param {string} key */
async function ringOf(key) {
  const folder = await mkdtemp(join(tmpdir(), 'tunniste-ring-'));
  await must(['gpg', '--batch', '--homedir', folder, '--output', join(folder, 'ring.gpg'), '--dearmor', key]);
  return folder;
}

/** @param {string} folder @param {readonly string[]} files @throws where one is missing, another, or not in the list */
export async function checkSums(folder, files) {
  const lines = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).split('\n').filter(Boolean);
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  for (const name of files) {
    insist(sums.has(name), `${name} is not in the list`);
    insist(sums.get(name) === (await hashOf(join(folder, name))), `${name} is not what was listed`);
    sums.delete(name);
  }
  insist(sums.size === 0, `missing: ${[...sums.keys()].join(', ')}`);
}

/** @param {string | null} ring @param {readonly string[]} files */
async function gpgv(ring, ...files) {
  insist(existsSync(files[0] ?? ''), `there is no ${basename(files[0] ?? '')}`);
  if (!ring) throw new Unchecked('say whose signature it has to be: --key FILE');
  const { code, out } = await run(['gpgv', '--status-fd', '1', '--keyring', join(ring, 'ring.gpg'), ...files]);
  insist(code === 0, spoken(out));
  // gpgv is content with a key that has run out or was taken back; apt is not.
  insist(/^\[GNUPG:\] GOODSIG /m.test(out), `the key has expired or was taken back\n${spoken(out)}`);
}

/** Without what gpgv says for programs. @param {string} out */
const spoken = (out) => out.replaceAll(/^\[GNUPG:\].*\n/gm, '').trim();

/** @param {string | null} ring @param {string} file */
const checkDetached = (ring, file) => gpgv(ring, `${file}.asc`, file);

/** @param {string | null} ring @param {string} apt */
async function checkRelease(ring, apt) {
  if (!existsSync(apt)) throw new Unchecked('it is not here');
  await gpgv(ring, join(apt, 'InRelease'));
  await gpgv(ring, join(apt, 'Release.gpg'), join(apt, 'Release'));
}

/** Release names Packages by its hash, and Packages the package. @param {string} apt */
async function checkRepository(apt) {
  if (!existsSync(apt)) throw new Unchecked('it is not here');
  const [release, packages] = await Promise.all(
    ['Release', 'Packages'].map((name) => readFile(join(apt, name), 'utf8')),
  );
  insist(release?.includes(await hashOf(join(apt, 'Packages'))), 'Release names another Packages');
  const name = /^Filename: \.\/(.+)$/m.exec(packages ?? '')?.[1] ?? '';
  const sum = /^SHA256: ([0-9a-f]{64})$/m.exec(packages ?? '')?.[1];
  insist(sum === (await hashOf(join(apt, name))), `Packages names another ${name}`);
}

/** @param {string | undefined} key @param {string} file */
async function checkRpm(key, file) {
  const signed = await must([
    'rpm',
    '--query',
    '--package',
    '--nosignature',
    '--queryformat',
    '%{RSAHEADER}%{DSAHEADER}',
    file,
  ]);
  insist(!/^\(none\)\(none\)$/.test(signed), 'there is no signature in it');
  if (key === undefined) throw new Unchecked('say whose signature it has to be: --key FILE');
  const base = await mkdtemp(join(tmpdir(), 'tunniste-rpmdb-'));
  try {
    await must(['rpm', '--dbpath', base, '--import', key]);
    const { code, out } = await run(['rpmkeys', '--dbpath', base, '--checksig', '--verbose', file]);
    insist(code === 0 && /Signature.*OK/.test(out), out.trim());
  } finally {
    await rm(base, { recursive: true });
  }
}
