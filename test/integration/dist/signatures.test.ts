import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openGpg } from '../../../resources/dist/gpg.mjs';
import { aptRepository } from '../../../resources/dist/repository.mjs';
import { signAll } from '../../../resources/dist/sign-all.mjs';
import { sums } from '../../../resources/dist/sums.mjs';
import { packages } from '../../../resources/dist/verify/packages.mjs';
import { signatures } from '../../../resources/dist/verify/signatures.mjs';
import { at, must, run } from '../../support/run.mjs';
import { throwAwayKey } from '../../support/throw-away-key.js';

const source = {
  ...{ version: '1.2.3', packageVersion: '1.2.3', commit: '0'.repeat(40), clean: true, lockHash: '0'.repeat(64) },
  ...{ time: '2026-11-22T10:00:00.000Z', repository: 'https://tunniste.example/source.git' },
};
const name = 'tunniste_1.2.3_all.deb';
const rpmName = 'tunniste-1.2.3-1.noarch.rpm';
let work: string;
let folder: string;
let key: string;
let secret: string;
let foreign: string;

/** A package with nothing in it but its name. */
const smallDeb = async (to: string): Promise<void> => {
  const tree = join(work, 'deb');
  await mkdir(join(tree, 'DEBIAN'), { recursive: true });
  const control =
    'Package: tunniste\nVersion: 1.2.3\nArchitecture: all\nMaintainer: Tunniste <packages@tunniste.example>\nDescription: small\n';
  await writeFile(join(tree, 'DEBIAN/control'), control);
  await must(['dpkg-deb', '--root-owner-group', '--build', tree, to]);
};

const smallRpm = async (to: string): Promise<void> => {
  const spec = join(work, 'small.spec');
  const head = 'Name: tunniste\nVersion: 1.2.3\nRelease: 1\nSummary: small\nLicense: MIT\nBuildArch: noarch\n';
  await writeFile(spec, `${head}%description\nsmall\n%files\n`);
  await must(['rpmbuild', '-bb', '--quiet', '--define', `_topdir ${join(work, 'rpm')}`, spec]);
  await cp(join(work, 'rpm/RPMS/noarch', rpmName), to);
};

/** The papers of one package, written and signed as `npm run dist` does. */
const publish = async (): Promise<void> => {
  const gpg = await openGpg({ TUNNISTE_GPG_KEY: secret });
  await gpg.rpm(join(folder, rpmName));
  await aptRepository(join(folder, 'apt'), join(folder, name), source, gpg);
  await writeFile(join(folder, 'SHA256SUMS'), await sums(folder));
  await signAll(folder, gpg);
  await gpg.end();
};

const told = async (result: string, by: string | undefined = key, of = folder): Promise<string[]> =>
  (await signatures(of, by)).filter((each) => each.result === result).map(({ what }) => what);

const spoiltInto = async (spoil: (copy: string) => Promise<void>): Promise<string> => {
  const copy = await mkdtemp(join(work, 'spoilt-'));
  await cp(folder, copy, { recursive: true });
  await spoil(copy);
  return copy;
};
const spoilt = async (spoil: (copy: string) => Promise<void>): Promise<string[]> =>
  told('wrong', key, await spoiltInto(spoil));

describe.runIf(process.platform === 'linux')('what a signature holds together', () => {
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'tunniste-signed-'));
    folder = join(work, 'dist');
    await mkdir(folder);
    await Promise.all([smallDeb(join(folder, name)), smallRpm(join(folder, rpmName))]);
    ({ key, secret } = await throwAwayKey(work));
    ({ key: foreign } = await throwAwayKey(await mkdtemp(join(work, 'other-'))));
    await publish();
  }, 120_000);
  afterAll(() => rm(work, { recursive: true, force: true }));

  test('what was published is right in every part', async () => {
    expect(await told('right')).toEqual([
      'every file is in SHA256SUMS with its hash',
      'SHA256SUMS is signed',
      `${rpmName} is signed`,
      `${name} is signed`,
      'the apt repository is signed',
      'the apt repository holds what it lists',
      `${rpmName} is signed inside`,
      'the key came some other way than the packages',
    ]);
  });

  test('a key that lies beside the packages proves nothing of where they came from', async () => {
    expect(await told('unchecked', join(folder, 'tunniste-key.asc'))).toEqual([
      'the key came some other way than the packages',
    ]);
  });

  test('a key that has run out makes no good signature', async () => {
    const home = await mkdtemp(join(work, 'late-'));
    const [key, list] = [join(home, 'late.asc'), join(folder, 'SHA256SUMS')];
    const gpg = ['gpg', '--batch', '--quiet', '--homedir', home, '--faked-system-time', '20200101T000000!'];
    await must([...gpg, '--passphrase', '', '--quick-generate-key', 'Tunniste test', 'rsa3072', 'sign', '1d']);
    await must([...gpg, '--armor', '--output', key, '--export']);
    const late = await spoiltInto(async (copy) => {
      await must([...gpg, '--yes', '--armor', '--output', join(copy, 'SHA256SUMS.asc'), '--detach-sign', list]);
    });
    await must(['gpgconf', '--homedir', home, '--kill', 'all']);
    const told = (await signatures(late, key)).find(({ what }) => what === 'SHA256SUMS is signed');
    expect(told).toMatchObject({ result: 'wrong', why: expect.stringContaining('expired') as unknown });
  });

  test('without a key to check by, signatures are not called right', async () => {
    const unproven = await signatures(folder, undefined);
    expect(unproven.filter(({ what, result }) => what.includes('signed') && result !== 'unchecked')).toEqual([]);
  });

  test('the key of somebody else does not do', async () => {
    expect(await told('right', foreign)).toEqual([
      'every file is in SHA256SUMS with its hash',
      'the apt repository holds what it lists',
      'the key came some other way than the packages',
    ]);
  });

  test('a signature that is missing is missed', async () => {
    expect(await spoilt((copy) => rm(join(copy, 'SHA256SUMS.asc')))).toEqual(['SHA256SUMS is signed']);
    expect(await spoilt((copy) => rm(join(copy, 'apt/InRelease')))).toContain('the apt repository is signed');
    expect(await spoilt((copy) => rm(join(copy, `${name}.asc`)))).toEqual([`${name} is signed`]);
  });

  test('the signature of another package does not do, good as it is', async () => {
    const wrong = await spoilt((copy) => cp(join(copy, `${rpmName}.asc`), join(copy, `${name}.asc`)));
    expect(wrong).toEqual([`${name} is signed`]);
  });

  test('a list that was written anew does not have the signature', async () => {
    const wrong = await spoilt(async (copy) => {
      const list = join(copy, 'SHA256SUMS');
      await writeFile(
        list,
        (await readFile(list, 'utf8')).replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
      );
    });
    expect(wrong).toEqual(['every file is in SHA256SUMS with its hash', 'SHA256SUMS is signed']);
  });

  test('a package that grew by a byte is refused by the list, its signature and the repository', async () => {
    const wrong = await spoilt(async (copy) => {
      await appendFile(join(copy, name), '!');
      await cp(join(copy, name), join(copy, 'apt', name));
    });
    expect(wrong).toEqual([
      'every file is in SHA256SUMS with its hash',
      `${name} is signed`,
      'the apt repository holds what it lists',
    ]);
  });

  test.each([
    ['a file', (copy: string) => writeFile(join(copy, 'also.txt'), '')],
    ['a link', (copy: string) => symlink('/etc/hostname', join(copy, 'also.txt'))],
    ['what is called like a list', (copy: string) => writeFile(join(copy, 'SHA256SUMS.sh'), '')],
    ['what is called like a signature', (copy: string) => writeFile(join(copy, 'also.asc'), '')],
  ])('%s that nobody listed is told', async (_, add) => {
    expect(await spoilt(add)).toEqual(['every file is in SHA256SUMS with its hash']);
  });

  test('the list of another system’s packages is signed where GnuPG is, if it is still true', async () => {
    const theirs = await mkdtemp(join(work, 'windows-'));
    await mkdir(join(theirs, 'deployment'));
    for (const name of ['tunniste-1.2.3-x64.msi', 'deployment/roll-out.md']) await writeFile(join(theirs, name), name);
    await writeFile(join(theirs, 'SHA256SUMS'), await sums(theirs));
    const sign = [process.execPath, at('resources/dist/sign.mjs'), '--in', theirs];
    expect((await run(sign, { env: { PATH: process.env['PATH'] } })).code).toBe(78);
    const env = { ...process.env, TUNNISTE_GPG_KEY: secret };
    expect(await run(sign, { env })).toMatchObject({ code: 0 });
    expect(await told('wrong', key, theirs)).toEqual([]);
    expect(await told('right', key, theirs)).toContain('tunniste-1.2.3-x64.msi is signed');
    await appendFile(join(theirs, 'tunniste-1.2.3-x64.msi'), '!');
    const { code, out } = await run(sign, { env });
    expect(code).toBe(78);
    expect(out).toContain('Nothing was signed: tunniste-1.2.3-x64.msi is not what was listed');
  });

  test('a package whose name is a command is looked at, not run', async () => {
    const ran = join(work, 'ran');
    const strange = join(await mkdtemp(join(work, 'strange-')), `x'; touch ${ran.replaceAll('/', '$SLASH')}; '.deb`);
    await cp(join(folder, name), strange);
    process.env['SLASH'] = '/';
    expect((await packages(strange, join(folder, rpmName))).filter(({ result }) => result === 'wrong')).not.toEqual([]);
    delete process.env['SLASH'];
    expect(existsSync(ran)).toBe(false);
  });
});
