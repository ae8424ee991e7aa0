import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createPackageWithOptions, uncache } from '@electron/asar';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { layOut } from '../../../resources/dist/app.mjs';
import { makeAuditor } from '../../../resources/dist/auditor.mjs';
import { forIt } from '../../../resources/dist/for-it.mjs';
import { shippedPackages } from '../../../resources/dist/packed-packages.mjs';
import { provenance } from '../../../resources/dist/provenance.mjs';
import { hashOf } from '../../../resources/dist/sums.mjs';
import { burn } from '../../../resources/dist/unpacked.mjs';
import { contents } from '../../../resources/dist/verify/contents.mjs';
import { papers as checkPapers } from '../../../resources/dist/verify/papers.mjs';
import { flip } from '../../support/flip.js';
import { at, run } from '../../support/run.mjs';
import { build } from '../../support/stage.mjs';

// The bundle is the real one; around it only the runtime is small: a program that has nothing but fuses and names its versions.
const source = {
  ...{ version: '1.2.3', packageVersion: '1.2.3', commit: '0'.repeat(40), clean: true, lockHash: '0'.repeat(64) },
  ...{ time: '2026-11-22T10:00:00.000Z', repository: 'https://tunniste.example/source.git' },
};
const runtime = { electron: '45.4.1', chromium: '156.0.0.0', node: '24.1.0' };
let work: string;
let tree: string;
let papers: string;
let program: string;
let asar: string;

/** What ships, after something was done to it, as the archive. */
const pack = async (before: (app: string) => Promise<void>): Promise<void> => {
  const app = join(work, 'app');
  await layOut(app, '1.2.3', `linux-${process.arch}`);
  await before(app);
  await createPackageWithOptions(app, asar, { unpack: '*.node' });
  uncache(asar);
};

const readPaper = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(papers, name), 'utf8'));
const writePaper = (name: string, value: unknown) => writeFile(join(papers, name), JSON.stringify(value));

/** The papers that go with it. */
const describeIt = async (): Promise<void> => {
  const packages = await shippedPackages();
  const parts = Object.entries(runtime).map(([name, version]) => ({ name, version, purl: `pkg:generic/${name}` }));
  const components = [...packages.map(({ ref, purl }) => ({ name: ref, purl })), ...parts];
  await writePaper('tunniste.cdx.json', {
    bomFormat: 'CycloneDX',
    metadata: { component: { version: '1.2.3' } },
    components,
  });
  const app = join(asar, '../..');
  const files = (await readdir(app, { recursive: true, withFileTypes: true })).filter((item) => item.isFile());
  const paths = files.map((item) => relative(app, join(item.parentPath, item.name)));
  const hashed = async (name: string, path: string) => ({ name, sha256: await hashOf(path) });
  const statement = provenance({
    ...{ source, packages, runtimeHash: '0'.repeat(64), runtime: { path: program, version: '45.4.1', floor: false } },
    ...{ asked: { unsigned: false, out: papers, compression: 'xz', folderOnly: false }, env: {} },
    subjects: [await hashed('app.asar', asar)],
    parts: await Promise.all([
      ...paths.map((name) => hashed(name, join(app, name))),
      hashed('LICENSE', join(tree, 'usr/share/doc/tunniste/copyright')),
    ]),
  });
  await writePaper('tunniste.intoto.json', statement);
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
  for (const folder of [papers, join(asar, '..'), join(tree, 'usr/share/doc/tunniste')])
    await mkdir(folder, { recursive: true });
  await writeFile(program, Buffer.concat([wire, Buffer.from(`\nElectron/${Object.values(runtime).join(' ')}\n`)]));
  await burn(program);
  for (const { from, to } of forIt) await cp(from, join(asar, '..', to), { recursive: true });
  await cp(at('LICENSE'), join(tree, 'usr/share/doc/tunniste/copyright'));
  await pack(async () => {});
  await rename(tree, join(work, 'whole'));
}, 120_000);
afterAll(() => rm(work, { recursive: true, force: true }));

beforeEach(async () => {
  await rm(tree, { recursive: true, force: true });
  await cp(join(work, 'whole'), tree, { recursive: true });
  uncache(asar);
});

const wrong = async (): Promise<unknown[]> => (await contents(tree)).filter(({ result }) => result !== 'right');
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

test('each fuse, turned over, is told', async () => {
  for (const fuse of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
    await flip(program, 34 + fuse); // between 0 and 1
    expect(await wrong(), String(fuse)).toEqual(wrongOnly('every fuse is as it was decided'));
    await flip(program, 34 + fuse);
  }
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
    await makeAuditor(folder, source, folder);
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

describe('what the papers say', () => {
  beforeEach(describeIt);
  const wrongPapers = async (commit = source.commit): Promise<unknown[]> =>
    (await checkPapers(tree, papers, commit)).filter(({ result }) => result !== 'right');
  const saying = (what: string, why: string): unknown[] => [{ what, result: 'wrong', why }];

  test('holds together, and names every file of the program', async () => {
    expect(await wrongPapers()).toEqual([]);
  });

  test('is not called proven where nobody said which commit it has to be', async () => {
    const [told, ...others] = (await checkPapers(tree, papers)).filter(({ result }) => result !== 'right');
    expect(told).toMatchObject({ result: 'unchecked', what: 'it was built from the commit that was published' });
    expect(others).toEqual([]);
  });

  test('of another commit is refused', async () => {
    const why = `it was built from ${source.commit}`;
    expect(await wrongPapers('1'.repeat(40))).toEqual(saying('it was built from the commit that was published', why));
  });

  test.each(['chrome-sandbox', 'resources/roll-out.md'])('a byte flipped in %s is told by its name', async (name) => {
    const path = join(asar, '../..', name);
    if (name === 'chrome-sandbox') await writeFile(path, 'the sandbox’s helper');
    await describeIt();
    await flip(path, 5);
    const what = 'every file of the program is the one of the provenance';
    expect(await wrongPapers()).toEqual(saying(what, `${name} is another`));
  });

  test('a file that came along is told, and one that is missing', async () => {
    const what = 'every file of the program is the one of the provenance';
    const strange = join(asar, '../preload.so');
    await symlink('/nonexistent', strange);
    expect(await wrongPapers()).toEqual(saying(what, 'nobody built resources/preload.so'));
    await rm(strange);
    await rm(join(asar, '../deploying.md'));
    expect(await wrongPapers()).toEqual(saying(what, 'missing: resources/deploying.md'));
  });

  test('an older archive, whole in itself, is told by its hash and its version', async () => {
    await pack(async (app) => {
      const path = join(app, 'package.json');
      await writeFile(path, (await readFile(path, 'utf8')).replace('1.2.3', '1.2.2'));
    });
    expect(await wrong()).toEqual([]);
    expect(await wrongPapers()).toEqual([
      ...saying('the archive is the one of the provenance', 'it is another'),
      ...saying('every file of the program is the one of the provenance', 'resources/app.asar is another'),
      ...saying('every part says the same version', 'the archive is 1.2.2, the provenance of 1.2.3'),
    ]);
  });

  test('a bill of materials for another runtime is refused', async () => {
    const other = (await readFile(program)).toString('latin1').replace(runtime.chromium, '1.0.0.0');
    await writeFile(program, other, 'latin1');
    await describeIt();
    const what = 'the bill of materials names Electron, Chromium and Node, and what is in the program';
    expect(await wrongPapers()).toEqual([expect.objectContaining({ what, result: 'wrong' })]);
  });

  test('a bill of materials without one of the packages is refused, and one with a package too many', async () => {
    const bill = (await readPaper('tunniste.cdx.json')) as { components: { purl: string }[] };
    const what = 'the bill of materials names the packages of the provenance, each of them';
    const [first, ...rest] = bill.components;
    await writePaper('tunniste.cdx.json', { ...bill, components: rest });
    expect(await wrongPapers()).toEqual(saying(what, `it does not name ${first?.purl ?? ''}`));
    const more = [...bill.components, { name: 'left-pad', purl: 'pkg:npm/left-pad@1.0.0' }];
    await writePaper('tunniste.cdx.json', { ...bill, components: more });
    expect(await wrongPapers()).toEqual(saying(what, 'the provenance does not name pkg:npm/left-pad@1.0.0'));
  });
});
