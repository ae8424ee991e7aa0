import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { flip } from '../support/flip.js';
import { isRoot } from '../support/person.mjs';
import { demoPolicy } from '../support/policy.mjs';
import { resetByCallBack } from '../support/reset-rule.mjs';
import { must, run } from '../support/run.mjs';
import { installation, keychainModule, program, resources } from './installation.js';
import { createMachine, type Machine } from './machine.js';
import { mainJobEntries, playMainJob } from './main-job.js';
import { olderRpm, standIn } from './rpms.js';
import { makeTwin } from './twin.js';
import { packageNamed, surroundings, type Surroundings } from './surroundings.js';

const { key } = inject('dist');

// In the order of a machine's life, as with the .deb; but this machine is thrown away.
describe.runIf(isRoot)('a machine that gets the .rpm', () => {
  let around: Surroundings;
  let file: string;
  let older: string;
  let machine: Machine;
  let desk: ReturnType<typeof installation>;

  beforeAll(async () => {
    around = await surroundings();
    file = await packageNamed('.rpm');
    older = await olderRpm(await packageNamed('.deb'), around.work);
    machine = await createMachine(3000);
    desk = installation(around.own, around.bus, (argv) => machine.as(around.own.person, argv));
  });
  afterAll(async () => {
    await machine.end();
    await around.end();
  });

  const rpm = (...words: string[]) => machine.run(['rpm', '--dbpath', '/var/lib/rpm', ...words]);
  const rpmMust = (...words: string[]) => machine.must(['rpm', '--dbpath', '/var/lib/rpm', ...words]);
  const at = (path: string): string => join(machine.root, path);

  test('without what it needs it does not go in, and names it', async () => {
    const { code, out } = await rpm('--install', file);
    expect(code).not.toBe(0);
    for (const name of ['libsecret', 'mesa-libgbm', 'alsa-lib', 'gtk3', 'nss'])
      expect(out).toMatch(new RegExp(`${name}.* is needed by tunniste`));
    expect(existsSync(at('usr/lib/tunniste'))).toBe(false);
    const needed = await rpmMust('--query', '--requires', '--package', file);
    const words = needed
      .split(/[\s()]+/)
      .filter((name) => /^[\w/+.-]+$/.test(name) && !/^(?:or|rpmlib|\d.*)$/.test(name));
    await rpmMust('--install', await standIn([...new Set(words)], around.work));
  });

  test('altered it does not go in, nor unsigned or by an unknown hand where signatures are asked for', async () => {
    const copy = join(around.work, 'copy.rpm');
    const refused = async (...words: string[]) => {
      const { code, out } = await rpm(...words, '--install', copy);
      expect(code, out).not.toBe(0);
      expect(existsSync(at('usr/lib/tunniste'))).toBe(false);
      return out;
    };
    const asked = ['--define', '_pkgverify_level all'];
    await copyFile(file, copy);
    expect(await refused(...asked)).toContain('NOKEY');
    await rpmMust('--import', key);
    await flip(copy, 40_000_000);
    expect(await refused()).toMatch(/digest: BAD|MD5 digest: BAD/);
    await copyFile(file, copy);
    await must(['rpmsign', '--delsign', copy]);
    expect(await refused(...asked)).toContain('no signature');
    expect(await rpm('--checksig', file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('digests signatures OK') as unknown,
    });
  });

  test('goes in for root alone to change, and is sound where only the SUID helper may confine', async () => {
    expect((await machine.run(['unshare', '--user', 'true'])).code).not.toBe(0);
    await rpmMust('--install', older);
    const found = await machine.must([
      'find',
      '/usr/lib/tunniste',
      '-not',
      '-user',
      'root',
      '-o',
      '-perm',
      '/022',
      '-type',
      'f',
    ]);
    expect(found).toBe('');
    expect(await machine.must(['find', '/usr/lib/tunniste', '-perm', '/6000'])).toBe(
      '/usr/lib/tunniste/chrome-sandbox\n',
    );
    await mkdir(at('etc/tunniste'));
    await writeFile(
      at('etc/tunniste/policy.json'),
      JSON.stringify(resetByCallBack(await demoPolicy(around.registry.url))),
    );
    const { code, report } = await desk.selfTest();
    expect(report.checks.filter(({ result }) => result !== 'sound')).toEqual([]);
    expect(code).toBe(0);
  });

  test('a disk without room for it is told before anything is changed', async () => {
    await machine.resize((await machine.used()) + 50);
    const { code, out } = await rpm('--upgrade', file);
    await machine.resize(3000);
    expect(code).not.toBe(0);
    expect(out).toMatch(/needs \d+[A-Z]*B? (?:more space )?on the \/ filesystem/);
    expect(await rpm('--verify', 'tunniste')).toEqual({ code: 0, out: '' });
    expect(await rpmMust('--query', '--queryformat', '%{VERSION}', 'tunniste')).toBe('0.0.9');
  });

  test('the main job, begun on the older desk and ended after an upgrade under its feet', async () => {
    await makeTwin(at(program));
    const open = await desk.open('policy.loaded');
    try {
      await playMainJob(open, around.registry.token, () => rpmMust('--upgrade', file));
    } finally {
      await open.close();
    }
    for (const type of mainJobEntries) expect(await desk.journal()).toContain(`"type":"${type}"`);
    expect(existsSync(at('usr/lib/tunniste/of-old'))).toBe(false);
    expect(await desk.selfTest()).toMatchObject({ code: 0 });
    expect(await rpm('--verify', 'tunniste')).toEqual({ code: 0, out: '' });
  });

  test('an older desk does not replace a newer one unless it is said so, and the newer comes back', async () => {
    const { code, out } = await rpm('--upgrade', older);
    expect(code).not.toBe(0);
    expect(out).toContain('is already installed');
    expect(await desk.tunniste('--version')).toMatchObject({ code: 0 });
    await rpmMust('--upgrade', '--oldpackage', older);
    expect(existsSync(at('usr/lib/tunniste/of-old'))).toBe(true);
    await rpmMust('--upgrade', file);
  });

  test.each([
    ['the archive', `${resources}/app.asar`, 2_200_000, 'archive'],
    ['the keychain module', keychainModule, 5000, 'keychain'],
  ])('a byte flipped in %s is told by rpm and by the self-test, and repaired', async (_, path, position, check) => {
    await flip(at(path), position);
    expect((await rpm('--verify', 'tunniste')).out).toContain(path);
    expect((await desk.selfTest()).wrong).toContain(check);
    await rpmMust('--upgrade', '--replacepkgs', file);
    expect(await desk.selfTest()).toMatchObject({ code: 0 });
  });

  test('removal leaves nothing of it on the machine, and says what stays in the homes', async () => {
    expect(await rpmMust('--erase', 'tunniste')).toContain('audit journal stays');
    const left = await machine.changed();
    // The desktop's own list of programs is written anew, without it.
    const list = '/usr/share/applications/mimeinfo.cache';
    expect(left.filter((path) => path !== list && !/^\/(?:var\/lib\/rpm|etc\/tunniste)\//.test(path))).toEqual([]);
    expect(await readFile(at(list), 'utf8').catch(() => '')).not.toMatch(/tunniste/i);
    expect((await run(['ls', at('usr/lib/tunniste')])).code).not.toBe(0);
    expect(await desk.journal()).not.toBe('');
  });
});
