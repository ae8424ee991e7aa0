import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { profile } from '../support/desk.mjs';
import { keyring } from '../support/keyring.mjs';
import { networkFolder } from '../support/network-home.mjs';
import { command, home, isRoot, person } from '../support/person.mjs';
import { demoPolicy, writePolicy } from '../support/policy.mjs';
import { resetByCallBack } from '../support/reset-rule.mjs';
import { runtime } from '../support/runtime.mjs';
import { stage } from '../support/stage.mjs';
import { waylandScreen } from '../support/wayland.mjs';
import { openInstalled } from './driver.js';
import { installation, program } from './installation.js';
import { createMachine, type Machine } from './machine.js';
import { mainJobEntries, playMainJob } from './main-job.js';
import { olderDeb } from './debs.js';
import { makeTwin } from './twin.js';
import { packageNamed, surroundings, type Surroundings } from './surroundings.js';

const needed = 400;

describe.runIf(isRoot)('a machine in trouble', () => {
  let around: Surroundings;
  let deb: string;
  let older: string;
  const machines: Machine[] = [];

  beforeAll(async () => {
    around = await surroundings();
    deb = await packageNamed('.deb');
    older = await olderDeb(deb, around.work);
  });
  afterEach(async () => {
    for (const machine of machines.splice(0)) await machine.end();
  });
  afterAll(() => around.end());

  const newMachine = async (mebibytes = 2 * needed): Promise<Machine> => {
    const machine = await createMachine(mebibytes);
    machines.push(machine);
    return machine;
  };
  const deskOn = (machine: Machine, env: Record<string, string> = {}) =>
    installation(around.own, { ...around.bus, ...env }, (argv) => machine.as(around.own.person, argv));
  const install = (machine: Machine, file = deb) => machine.run(['dpkg', '--install', file]);
  const isInstalled = async (machine: Machine): Promise<boolean> =>
    (await machine.run(['dpkg-query', '--show', '--showformat=${db:Status-Abbrev}', 'tunniste'])).out.startsWith('ii');
  const withPolicy = async (machine: Machine): Promise<void> => {
    await mkdir(join(machine.root, 'etc/tunniste'));
    await writeFile(
      join(machine.root, 'etc/tunniste/policy.json'),
      JSON.stringify(await demoPolicy(around.registry.url)),
    );
  };
  /** A machine with the package and a policy on it. */
  const ready = async (): Promise<Machine> => {
    const machine = await newMachine();
    expect((await install(machine)).code).toBe(0);
    await withPolicy(machine);
    return machine;
  };

  test('a disk that fills up leaves nothing that starts, and with room again the same package goes in', async () => {
    const machine = await newMachine(150);
    const { code, out } = await install(machine);
    expect(code).not.toBe(0);
    expect(out).toContain('No space left on device');
    expect(await isInstalled(machine)).toBe(false);
    expect(existsSync(join(machine.root, program))).toBe(false);
    await machine.resize(2 * needed);
    expect((await install(machine)).code).toBe(0);
    expect((await deskOn(machine).selfTest()).wrong).toEqual(['policy']);
  });

  test('a disk that fills up during an upgrade leaves the older desk whole', async () => {
    const machine = await newMachine();
    expect((await install(machine, older)).code).toBe(0);
    await withPolicy(machine);
    await machine.resize((await machine.used()) + 100);
    expect((await install(machine)).code).not.toBe(0);
    expect(await machine.must(['dpkg-query', '--show', '--showformat=${Version}', 'tunniste'])).toBe('0.0.9');
    expect((await machine.run(['dpkg', '--verify', 'tunniste'])).out).toBe('');
    expect(await deskOn(machine).selfTest()).toMatchObject({ code: 0, wrong: [] });
  });

  test('an installation that is cut off is told by dpkg, and the same package makes it whole', async () => {
    const machine = await newMachine();
    const [file = '', ...args] = machine.inside(['dpkg', '--install', deb]);
    const installing = spawn(file, args, { stdio: 'ignore' });
    const half = join(machine.root, `${program}.dpkg-new`);
    while (!existsSync(half)) await new Promise((resolve) => setTimeout(resolve, 5));
    installing.kill('SIGKILL');
    await once(installing, 'exit');
    expect(await isInstalled(machine)).toBe(false);
    expect((await machine.run(['dpkg', '--audit'])).out).toContain('tunniste');
    expect((await install(machine)).code).toBe(0);
    expect(existsSync(half)).toBe(false);
    expect((await deskOn(machine).selfTest()).wrong).toEqual(['policy']);
  });

  test('the first start without a policy opens, says so, and looks nobody up', async () => {
    const machine = await newMachine();
    expect((await install(machine)).code).toBe(0);
    await makeTwin(join(machine.root, program));
    const open = await deskOn(machine).open('policy.refused');
    try {
      await open.shows('/etc/tunniste/policy.json');
      expect(await open.inPage('document.querySelectorAll("input").length')).toBe(0);
    } finally {
      await open.close();
    }
  });

  test('the example that is laid beside it is a policy without a warning', async () => {
    const machine = await newMachine();
    expect((await install(machine)).code).toBe(0);
    const example = '/usr/lib/tunniste/resources/policy-templates/linux/policies/managed/10-example.json';
    const { code, out } = await deskOn(machine).tunniste('--check-policy', example, '--json');
    expect(code, out).toBe(0);
    const { purposes } = JSON.parse(out.slice(out.indexOf('{\n'))) as { purposes: { warnings: unknown[] }[] };
    expect(purposes.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  test('a home on a network keeps no journal: it is said, and a local folder for it heals it', async () => {
    const machine = await ready();
    const network = await networkFolder(around.own.person);
    onTestFinished(network.remove); // after the machine that shows it
    await machine.show(network.path);
    const away = await deskOn(machine, { XDG_STATE_HOME: join(network.path, 'state') }).selfTest();
    expect(away).toMatchObject({ code: 1, wrong: ['journal'] });
    expect(away.report.checks.find(({ name }) => name === 'journal')?.detail).toBe('audit-folder-unsafe');
    const local = deskOn(machine, { HOME: network.path, XDG_CONFIG_HOME: join(network.path, '.config') });
    expect(await local.selfTest()).toMatchObject({ code: 0, wrong: [] });
  });

  test('a home that nobody can write is found, with all that is missing by it', async () => {
    const machine = await ready();
    const nowhere = '/nonexistent';
    const rooms = {
      XDG_CONFIG_HOME: nowhere,
      XDG_STATE_HOME: nowhere,
      XDG_DATA_HOME: nowhere,
      XDG_CACHE_HOME: nowhere,
    };
    const { code, wrong } = await deskOn(machine, { HOME: nowhere, ...rooms }).selfTest();
    expect({ code, wrong }).toEqual({ code: 1, wrong: ['profile', 'journal'] });
  });

  test('without a keyring it is the keychain that is wrong, and nothing else', async () => {
    const machine = await ready();
    const { code, wrong } = await deskOn(machine, { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }).selfTest();
    expect({ code, wrong }).toEqual({ code: 1, wrong: ['keychain'] });
  });

  test('where neither the SUID helper nor a user namespace may confine, it does not start', async () => {
    const machine = await ready();
    expect((await machine.run(['unshare', '--user', 'true'])).code).not.toBe(0);
    expect(await deskOn(machine).selfTest()).toMatchObject({ code: 0 });
    await machine.must(['chmod', '0755', '/usr/lib/tunniste/chrome-sandbox']);
    const { code, out } = await deskOn(machine).tunniste('--self-test');
    expect(code).not.toBe(0);
    expect(out).toContain('sandbox');
    expect(out).not.toContain('ok:');
  });

  // The shipped runtime finds the session's kind by itself; Electron 25 has to be told, which an installed desk does not let anybody do.
  test('on Wayland, with no X in sight, the main job is done as well', async () => {
    const seated = await home(await person());
    const wayland = await waylandScreen(seated);
    const theirs = await keyring(seated);
    const app = await stage();
    const policy = await writePolicy(resetByCallBack(await demoPolicy(around.registry.url)));
    const { path, floor } = await runtime();
    const words = [
      ...profile(seated),
      ...(floor ? ['--ozone-platform=wayland'] : []),
      app.path,
      `--policy=${policy.path}`,
    ];
    const env = { ...wayland.env, DBUS_SESSION_BUS_ADDRESS: theirs.address };
    const where = { env, cwd: seated.path };
    const journal = join(seated.env['XDG_STATE_HOME'] ?? '', 'tunniste/audit/000001.jsonl');
    const written = async () => readFile(journal, 'utf8').catch(() => '');
    try {
      const started = async () => (await written()).includes('policy.loaded');
      const open = await openInstalled(command(seated.person, [path, ...words]), where, started);
      await playMainJob(open, around.registry.token).finally(open.close);
      for (const type of mainJobEntries) expect(await written()).toContain(`"type":"${type}"`);
    } finally {
      await theirs.stop();
      await wayland.stop();
      await Promise.all([policy.remove(), app.remove()]);
      await seated.remove();
    }
  });
});
