import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { contents } from '../../resources/dist/verify/contents.mjs';
import { papers } from '../../resources/dist/verify/papers.mjs';
import { packages, unpackDeb } from '../../resources/dist/verify/packages.mjs';
import { signatures } from '../../resources/dist/verify/signatures.mjs';
import { at, must } from '../support/run.mjs';
import { flip } from '../support/flip.js';

const { folder, key, secret } = inject('dist');
const head = (await must(['git', 'rev-parse', 'HEAD'])).trim();
const asar = 'usr/lib/tunniste/resources/app.asar';
let work = '';
let tree = '';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'tunniste-spoilt-'));
  tree = join(work, 'tree');
  await unpackDeb(join(folder, await named('.deb')), tree);
});
afterAll(() => rm(work, { recursive: true, force: true }));

const named = async (end: string): Promise<string> =>
  (await readdir(folder)).find((name) => name.endsWith(end)) ?? `no ${end}`;

interface Told {
  readonly what: string;
  readonly result: string;
}

const wrongOf = (told: readonly Told[]): string[] =>
  told.filter(({ result }) => result === 'wrong').map(({ what }) => what);

/** The packages in a folder of their own, spoilt. */
const spoilt = async (spoil: (copy: string) => Promise<void>): Promise<string[]> => {
  const copy = join(work, 'copy');
  await cp(folder, copy, { recursive: true });
  try {
    await spoil(copy);
    return wrongOf(await signatures(copy, key));
  } finally {
    await rm(copy, { recursive: true });
  }
};

test('everything that can be told from outside is right', async () => {
  const [deb, rpm] = [join(folder, await named('.deb')), join(folder, await named('.rpm'))];
  const inside = [...(await contents(tree)), ...(await papers(tree, folder, head))];
  const told = [...(await signatures(folder, key)), ...inside, ...(await packages(deb, rpm))];
  expect(told.filter(({ result }) => result !== 'right')).toEqual([]);
});

test('a package with a byte flipped is refused by its hash, its signature and the repository', async () => {
  const deb = await named('.deb');
  const wrong = await spoilt(async (copy) => {
    await flip(join(copy, deb), 50_000_000);
    await cp(join(copy, deb), join(copy, 'apt', deb));
  });
  expect(wrong).toEqual([
    'every file is in SHA256SUMS with its hash',
    `${deb} is signed`,
    'the apt repository holds what it lists',
  ]);
});

test('an .rpm with a byte flipped is refused by the signature inside', async () => {
  const rpm = await named('.rpm');
  const wrong = await spoilt((copy) => flip(join(copy, rpm), 40_000_000));
  expect(wrong).toContain(`${rpm} is signed inside`);
});

/** A file of the unpacked package with one byte flipped, and what the checks then say. */
const spoiltFile = async (file: string, position: number): Promise<string[]> => {
  await flip(join(tree, file), position);
  const told = [...(await contents(tree)), ...(await papers(tree, folder, head))];
  await flip(join(tree, file), position);
  return wrongOf(told);
};

test('a byte flipped in the archive is found by its own hashes', async () => {
  expect(await spoiltFile(asar, 1_500_000)).toEqual([
    'every file in the archive has the hash that its header names',
    'the archive is the one of the provenance',
    'every file of the program is the one of the provenance',
  ]);
});

test('a byte flipped in the keychain module is found by the hash inside the archive', async () => {
  expect(await spoiltFile(`${asar}.unpacked/out/main/native/keytar.linux-${process.arch}.node`, 5000)).toContain(
    'the native modules have the hashes that the program asks for',
  );
});

test.each(['chrome-sandbox', 'libffmpeg.so', 'resources/linux/set-up'])(
  'a byte flipped in %s is found',
  async (name) => {
    expect(await spoiltFile(`usr/lib/tunniste/${name}`, 50)).toEqual([
      'every file of the program is the one of the provenance',
    ]);
  },
);

test('the same commit gives the same archive twice', async () => {
  const again = join(work, 'again');
  const dist = [process.execPath, at('resources/dist/dist.mjs'), '--folder-only', '--out', again];
  await must(dist, { env: { ...process.env, TUNNISTE_GPG_KEY: secret } });
  const second = await readFile(join(again, 'linux-unpacked/resources/app.asar'));
  expect(second.equals(await readFile(join(tree, asar)))).toBe(true);
});
