import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions, uncache } from '@electron/asar';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { layOut } from '../../../resources/dist/app.mjs';
import { makeAuditor } from '../../../resources/dist/auditor.mjs';
import { forIt } from '../../../resources/dist/for-it.mjs';
import { readPackedPackages } from '../../../resources/dist/packed-packages.mjs';
import { sha256 } from '../../../resources/dist/source.mjs';
import { burn } from '../../../resources/dist/unpacked.mjs';
import { contents } from '../../../resources/dist/verify/contents.mjs';
import { flip } from '../../support/flip.js';
import { at, run } from '../../support/run.mjs';
import { build } from '../../support/stage.mjs';

// The bundle is the real one; around it only the runtime is small: a program that has nothing but fuses and names its versions.
const source = {
  ...{ packageVersion: '1.2.3', commit: '0'.repeat(40), clean: true, lockHash: '0'.repeat(64) },
  ...{ time: '2026-11-22T10:00:00.000Z', repository: 'https://tunniste.example/source.git' },
};
const runtime = { electron: '45.4.1', chromium: '156.0.0.0', node: '24.1.0' };
let work: string;
let tree: string;
let papers: string;
let program: string;
let asar: string;

/** What ships, after something was done to it, as the archive that the provenance names. */
const pack = async (before: (app: string) => Promise<void>): Promise<void> => {
  const app = join(work, 'app');
  await layOut(app, '1.2.3', `linux-${process.arch}`);
  await before(app);
  await createPackageWithOptions(app, asar, { unpack: '*.node' });
  uncache(asar);
  const subject = [{ name: 'app.asar', digest: { sha256: sha256(await readFile(asar)) } }];
  await writeFile(join(papers, 'tunniste.intoto.json'), JSON.stringify({ subject }));
};

const bill = async (): Promise<void> => {
  const places = [...(await readPackedPackages()), 'keytar', 'fs-native-extensions'];
  const packed = places.map((place) => ({ name: place.split('node_modules/').at(-1), version: '1' }));
  const parts = Object.entries(runtime).map(([name, version]) => ({ name, version }));
  const components = [...packed, ...parts];
  await writeFile(join(papers, 'tunniste.cdx.json'), JSON.stringify({ bomFormat: 'CycloneDX', components }));
};

/** A fuse wire (Electron's documentation, "Electron Fuses"): sentinel, version 1, nine fuses, all on. */
const wire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.of(1, 9),
  Buffer.from('111111111'),
]);

beforeAll(async () => {
  await build();
  work = await mkdtemp(join(tmpdir(), 'tunniste-shipped-'));
  [tree, papers] = [join(work, 'tree'), join(work, 'papers')];
  program = join(tree, 'usr/lib/tunniste/tunniste');
  asar = join(tree, 'usr/lib/tunniste/resources/app.asar');
  await mkdir(papers);
  await bill();
}, 120_000);
afterAll(() => rm(work, { recursive: true, force: true }));

beforeEach(async () => {
  await rm(tree, { recursive: true, force: true });
  await mkdir(join(asar, '..'), { recursive: true });
  await writeFile(program, Buffer.concat([wire, Buffer.from(`\nElectron/${Object.values(runtime).join(' ')}\n`)]));
  await burn(program);
  for (const { from, to } of forIt) await cp(from, join(asar, '..', to), { recursive: true });
  await pack(async () => {});
});

const wrong = async (): Promise<unknown[]> => (await contents(tree, papers)).filter(({ result }) => result !== 'right');
const wrongOnly = (what: string): unknown[] => [expect.objectContaining({ what, result: 'wrong' })];

test('all of the bundle is known to ship, is small enough, and holds nothing but what runs', async () => {
  expect(await wrong()).toEqual([]);
  expect((await stat(asar)).size).toBeGreaterThan(1_000_000);
});

test('a file that nobody decided about stops the build', async () => {
  const strange = at('out/main/strange.map');
  await writeFile(strange, '');
  try {
    await expect(layOut(join(work, 'other'), '1.2.3', 'linux-x64')).rejects.toThrow('out/main/strange.map');
  } finally {
    await rm(strange);
  }
});

test('a source map that came along all the same is found', async () => {
  await pack((app) => writeFile(join(app, 'out/main/index.cjs.map'), ''));
  expect(await wrong()).toEqual(wrongOnly('only what runs is in it: no source maps, no tests, no sources'));
});

test('an archive of more than 3 MB is refused', async () => {
  await pack((app) => writeFile(join(app, 'out/main/large.cjs'), Buffer.alloc(3_000_000)));
  expect(await wrong()).toEqual(wrongOnly('the archive is at most 3 MB'));
});

test('a byte flipped in a native module is found by the hash inside the archive', async () => {
  await flip(`${asar}.unpacked/out/main/native/keytar.linux-${process.arch}.node`, 5000);
  expect(await wrong()).toContainEqual(wrongOnly('the native modules have the hashes that the program asks for')[0]);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('fuse %i, turned over, is told', async (fuse) => {
  await flip(program, 34 + fuse); // between 0 and 1
  expect(await wrong()).toEqual(wrongOnly('every fuse is as it was decided'));
});

test('a runtime with a fuse that nobody decided about is not packed', async () => {
  const newer = join(work, 'newer');
  await writeFile(newer, Buffer.concat([wire.subarray(0, 32), Buffer.of(1, 10), Buffer.from('1111111111')]));
  await expect(burn(newer)).rejects.toThrow('Nobody decided about fuse 9');
});

test('an app beside the archive is told', async () => {
  await mkdir(join(asar, '../app'));
  expect(await wrong()).toEqual(wrongOnly('nothing but the archive can be loaded'));
});

test('a bill of materials for another runtime is refused', async () => {
  await writeFile(program, (await readFile(program)).toString('latin1').replace(runtime.chromium, '1.0.0.0'), 'latin1');
  expect(await wrong()).toEqual(
    wrongOnly('the bill of materials names Electron, Chromium and Node, and what is in the program'),
  );
});

test('a package without the templates is told', async () => {
  await rm(join(asar, '../policy-templates/windows'), { recursive: true });
  expect(await wrong()).toEqual(
    wrongOnly('what IT begins with is in it: the guide, the schema, templates and an example'),
  );
});

test('the auditor’s program is one file that runs by itself, the same each time', async () => {
  const [one, other] = [join(work, 'one'), join(work, 'other-one')];
  for (const folder of [one, other]) {
    await mkdir(folder);
    await makeAuditor(folder, { ...source, version: '1.2.3' }, folder);
  }
  expect(await readdir(one)).toEqual(['tunniste-audit-1.2.3.cjs']);
  const program = join(one, 'tunniste-audit-1.2.3.cjs');
  expect(await readFile(join(other, 'tunniste-audit-1.2.3.cjs'))).toEqual(await readFile(program));
  expect(await run([program, '--help'], { cwd: one })).toMatchObject({
    code: 0,
    out: expect.stringContaining('Usage: tunniste-audit') as unknown,
  });
  expect((await run([program, 'verify', one, '--key', 'none'], { cwd: one })).code).toBe(64);
});
