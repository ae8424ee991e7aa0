import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { flip } from '../support/flip.js';
import { isRoot } from '../support/person.mjs';
import { throwAwayKey } from '../support/throw-away-key.js';
import { olderDeb } from './debs.js';
import { program } from './installation.js';
import { createMachine, type Machine } from './machine.js';
import { packageNamed } from './surroundings.js';

const { folder, key } = inject('dist');

describe.runIf(isRoot)('a machine that gets the package from the apt repository', () => {
  let work: string;
  let machine: Machine;

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'tunniste-apt-'));
    machine = await createMachine(2000);
  });
  afterAll(async () => {
    await machine.end();
    await rm(work, { recursive: true, force: true });
  });

  /** The repository and whose it has to be, as that machine knows them; then what apt says. */
  const updated = async (name: string, by: string, spoil: (copy: string) => Promise<unknown>) => {
    const copy = join(work, name);
    await cp(join(folder, 'apt'), copy, { recursive: true });
    await spoil(copy);
    await writeFile(join(work, 'tunniste.list'), `deb [signed-by=${by}] copy:${copy} ./\n`);
    await machine.must(['rm', '-rf', '/var/lib/apt/lists', '/var/cache/apt']);
    return apt('update', '--error-on=any');
  };
  const apt = (...words: string[]) => {
    const own = [`Dir::Etc::SourceList=${join(work, 'tunniste.list')}`, 'Dir::Etc::SourceParts=/nonexistent'];
    const options = [...own, 'APT::Sandbox::User=root', 'Acquire::Languages=none'].flatMap((option) => ['-o', option]);
    return machine.run(['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '--yes', ...options, ...words]);
  };
  const asItIs = async () => undefined;

  test('is refused where the list is another’s, was changed, or has no signature', async () => {
    const other = await mkdtemp(join(work, 'other-'));
    const foreign = await throwAwayKey(other);
    expect((await updated('foreign', foreign.key, asItIs)).code).not.toBe(0);
    const changed = await updated('changed', key, async (copy) => {
      const list = join(copy, 'InRelease');
      await writeFile(list, (await readFile(list, 'utf8')).replace('Tunniste', 'Somebody'));
      await rm(join(copy, 'Release'));
    });
    expect(changed.code).not.toBe(0);
    const unsigned = await updated('unsigned', key, async (copy) => {
      for (const name of ['InRelease', 'Release.gpg']) await rm(join(copy, name));
    });
    expect(unsigned).toMatchObject({ out: expect.stringContaining('is not signed') as unknown });
    expect(unsigned.code).not.toBe(0);
    expect((await apt('install', 'tunniste')).code).not.toBe(0);
  });

  test('does not put in a package with a byte flipped', async () => {
    const about = await updated('altered', key, async (copy) => {
      const deb = (await readdir(copy)).find((name) => name.endsWith('.deb')) ?? '';
      await flip(join(copy, deb), 50_000_000);
    });
    expect(about.code, about.out).toBe(0);
    const { code, out } = await apt('install', 'tunniste');
    expect(code).not.toBe(0);
    expect(out).toContain('Hash Sum mismatch');
    expect(existsSync(join(machine.root, program))).toBe(false);
  });

  test('puts it in silently, and takes it out again', async () => {
    expect(await updated('right', key, asItIs)).toMatchObject({ code: 0 });
    expect(await apt('install', 'tunniste')).toMatchObject({ code: 0 });
    expect((await machine.run(['dpkg', '--verify', 'tunniste'])).out).toBe('');
    expect(await apt('remove', 'tunniste')).toMatchObject({
      code: 0,
      out: expect.stringContaining('audit journal stays') as unknown,
    });
    expect(existsSync(join(machine.root, program))).toBe(false);
  });

  test('goes back to an older one only if it is told to', async () => {
    const deb = await packageNamed('.deb');
    const older = await olderDeb(deb, work);
    await machine.must(['dpkg', '--install', deb]);
    expect((await machine.run(['dpkg', '--install', older])).code).not.toBe(0);
    await machine.must(['env', 'TUNNISTE_ALLOW_DOWNGRADE=1', 'dpkg', '--install', older]);
    expect(existsSync(join(machine.root, 'usr/lib/tunniste/of-old'))).toBe(true);
    await machine.must(['dpkg', '--purge', 'tunniste']);
    const left = (await machine.changed()).filter(
      (path) => /tunniste/i.test(path) && !/^\/var\/(?:log|(?:cache|lib)\/apt)\//.test(path),
    );
    expect(left).toEqual([]);
  });
});
