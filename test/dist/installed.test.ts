import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { demoPersons } from '../support/demo-persons.mjs';
import { demoRegistry } from '../support/demo-registry.mjs';
import { keyring, type Keyring } from '../support/keyring.mjs';
import { command, home, isRoot, person, type Home } from '../support/person.mjs';
import { demoPolicy } from '../support/policy.mjs';
import { resetByCallBack } from '../support/reset-rule.mjs';
import { must, run } from '../support/run.mjs';
import { screen } from '../support/screen.mjs';
import { openInstalled } from './driver.js';
import { flip } from '../support/flip.js';

const { folder } = inject('dist');
const program = '/usr/lib/tunniste/tunniste';
const resources = '/usr/lib/tunniste/resources';
const policyFile = '/etc/tunniste/policy.json';
const { complete } = demoPersons;

interface Report {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly result: string; readonly detail: string }[];
}

// In the order of a machine's life: each test goes on where the one before left it.
describe.runIf(isRoot)('a machine that gets the package', () => {
  let work: string;
  let deb: string;
  let older: string;
  let own: Home;
  let bus: Keyring;
  let registry: Awaited<ReturnType<typeof demoRegistry>>;
  let display: Awaited<ReturnType<typeof screen>>;

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'tunniste-installed-'));
    deb = join(folder, (await readdir(folder)).find((name) => name.endsWith('.deb')) ?? '');
    older = await olderBuild();
    display = await screen();
    registry = await demoRegistry();
    own = await home(await person());
    bus = await keyring(own);
  });
  afterAll(async () => {
    await run(['dpkg', '--purge', 'tunniste']);
    await rm('/etc/tunniste', { recursive: true, force: true });
    await bus.stop();
    await own.remove();
    await registry.stop();
    await display.stop();
    await rm(work, { recursive: true, force: true });
  });

  /** The same build under an earlier version, with a file that the later one has no more. */
  const olderBuild = async (): Promise<string> => {
    const tree = join(work, 'older');
    await must(['dpkg-deb', '--raw-extract', deb, tree]);
    for (const name of ['control', 'preinst']) {
      const path = join(tree, 'DEBIAN', name);
      await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/0\.1\.0[~\w]*/g, '0.0.9'));
    }
    await writeFile(join(tree, 'usr/lib/tunniste/of-old'), '');
    await must(['dpkg-deb', '-Znone', '--root-owner-group', '--build', tree, join(work, 'older.deb')]);
    return join(work, 'older.deb');
  };

  const tunniste = (...words: string[]) =>
    run(command(own.person, ['/usr/bin/tunniste', ...words]), {
      env: { ...own.env, DBUS_SESSION_BUS_ADDRESS: bus.address },
      cwd: own.path,
      seconds: 60,
    });

  const selfTest = async (): Promise<{ code: number; wrong: string[]; report: Report }> => {
    const { code, out } = await tunniste('--self-test', '--json');
    const report = JSON.parse(out.slice(out.indexOf('{\n'), out.lastIndexOf('\n}') + 2)) as Report;
    return { code, report, wrong: report.checks.flatMap(({ name, result }) => (result === 'wrong' ? [name] : [])) };
  };

  const version = async (): Promise<string> => must(['dpkg-query', '--show', '--showformat=${Version}', 'tunniste']);
  const journal = () => readFile(join(own.env['XDG_STATE_HOME'] ?? '', 'tunniste/audit/000001.jsonl'), 'utf8');

  test('installs without a question, for root alone to change, and starts nothing', async () => {
    await must(['dpkg', '--install', older], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    expect(
      await must(['find', '/usr/lib/tunniste', '-not', '-user', 'root', '-o', '-perm', '/022', '-type', 'f']),
    ).toBe('');
    expect(await must(['find', '/usr/lib/tunniste', '-perm', '/6000'])).toBe('/usr/lib/tunniste/chrome-sandbox\n');
    expect((await run(['sh', '-c', 'ls /etc/xdg/autostart | grep -i tunniste'])).out).toBe('');
    expect((await tunniste('--version')).out).toMatch(/^Tunniste /m);
  });

  test('nobody but its own program is started by it, whatever the environment says', async () => {
    const { out } = await run(command(own.person, [program, '-e', 'console.log([4, 2].join("-"))']), {
      env: { ...own.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nonexistent' },
    });
    expect(out).not.toContain('4-2');
    expect(out).toContain('Usage: tunniste');
    expect((await tunniste('--inspect=0')).code).toBe(64);
    expect((await tunniste('--remote-debugging-port=0')).code).toBe(64);
  });

  test('the self-test misses the policy until it is there, then all is sound', async () => {
    const before = await selfTest();
    expect(before).toMatchObject({ code: 1, wrong: ['policy'] });
    await mkdir('/etc/tunniste', { recursive: true });
    await writeFile(policyFile, JSON.stringify(resetByCallBack(await demoPolicy(registry.url))));
    const { code, report } = await selfTest();
    expect(report.checks.filter(({ result }) => result !== 'sound')).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual([
      ...['archive', 'fuses', 'sandbox', 'policy', 'journal', 'keychain', 'registry'],
    ]);
    expect(code).toBe(0);
  });

  test('the main job, begun on the older desk and ended after an upgrade under its feet', async () => {
    await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
    expect(await selfTest()).toMatchObject({ code: 1, wrong: ['fuses'] });
    const desk = await openInstalled(own, bus.address, async () =>
      (await journal().catch(() => '')).includes('policy.loaded'),
    );
    try {
      const { steps } = await desk.words();
      const heading = (title: string) =>
        desk.isSo(`document.querySelector('main h1')?.innerText === ${JSON.stringify(title)}`);
      await desk.focused('input[type=password]');
      await desk.type(registry.token);
      await desk.press('Enter');
      await desk.focused('.told .button');
      await desk.press('Enter');
      await desk.focused('input[name=purpose]');
      await desk.press('2');
      await desk.focused('input[type=text], input:not([type])');
      await desk.type('INC-20418');
      await desk.press('Enter');
      await heading(steps.find.title);
      await desk.type(complete.userName);
      await desk.press('Enter');
      await desk.focused('section.candidates *');
      await must(['dpkg', '--install', deb]);
      await desk.press('Enter');
      await heading(steps.compare.title);
      await desk.type(complete.workEmail);
      await desk.press('Enter');
      await heading(steps.prove.title);
      await desk.press('Enter');
      await desk.shows(complete.workPhone);
      await desk.focused('.choices');
      await desk.press('1');
      await heading(steps.verified.title);
      await desk.focused('.reveals *');
      await desk.press('1');
      await desk.shows(complete.userName);
      await desk.press('e', ['control']);
      await heading(steps.close.title);
      await desk.focused('.choices');
      await desk.press('1');
      await heading(steps.receipt.title);
    } finally {
      await desk.close();
    }
    for (const type of ['lookup.requested', 'claims.compared', 'call.verified', 'field.revealed', 'call.closed']) {
      expect(await journal()).toContain(`"type":"${type}"`);
    }
  });

  test('after the upgrade nothing of the older is left, and all is sound', async () => {
    expect(await version()).not.toBe('0.0.9');
    expect(existsSync('/usr/lib/tunniste/of-old')).toBe(false);
    expect(await selfTest()).toMatchObject({ code: 0, wrong: [] });
    expect((await run(['dpkg', '--verify', 'tunniste'])).out).toBe('');
  });

  test('an older desk does not replace a newer one', async () => {
    const now = await version();
    const { code, out } = await run(['dpkg', '--install', older]);
    expect(code).not.toBe(0);
    expect(out).toContain('is installed and newer than 0.0.9. Nothing was changed.');
    expect(await version()).toBe(now);
    expect(await selfTest()).toMatchObject({ code: 0 });
  });

  test('a keychain module with a byte flipped is not loaded', async () => {
    const module = join(resources, 'app.asar.unpacked/out/main/native/keytar.linux-x64.node');
    await flip(module, 5000);
    const { report, wrong } = await selfTest();
    expect(wrong).toEqual(['keychain']);
    expect(report.checks.find(({ name }) => name === 'keychain')?.detail).toBe('program-altered');
    expect((await run(['dpkg', '--verify', 'tunniste'])).out).toContain('keytar.linux-x64.node');
    await flip(module, 5000);
  });

  test('an archive with a byte flipped is told', async () => {
    await flip(join(resources, 'app.asar'), 2_200_000);
    expect((await selfTest()).wrong).toContain('archive');
    await flip(join(resources, 'app.asar'), 2_200_000);
    expect(await selfTest()).toMatchObject({ code: 0 });
  });

  test('a package that did not go in whole is repaired by installing it again', async () => {
    await rm(join(resources, 'app.asar'));
    expect((await tunniste('--version')).code).not.toBe(0);
    await must(['dpkg', '--install', deb]);
    expect(await selfTest()).toMatchObject({ code: 0 });
  });

  test('links are answered when IT says so, and no sooner', async () => {
    const registered = '/usr/share/applications/tunniste-links.desktop';
    expect(existsSync(registered)).toBe(false);
    await must([join(resources, 'linux/set-up'), 'links-on']);
    expect(await readFile(registered, 'utf8')).toContain('x-scheme-handler/tunniste');
  });

  test('nobody is forgotten while a request has not been sent', async () => {
    const requests = join(own.env['XDG_STATE_HOME'] ?? '', 'tunniste/requests');
    await must(command(own.person, ['mkdir', '-p', requests]));
    await must(command(own.person, ['touch', join(requests, 'AAAA-AAAA.request.json')]));
    const { code, out } = await tunniste('--forget');
    expect(code).toBe(1);
    expect(out).toContain(`1 requests in ${requests} have not been sent. Nothing was removed.`);
    expect(existsSync(join(requests, '../keys'))).toBe(true);
    await rm(requests, { recursive: true });
  });

  test('who asks to be forgotten leaves the journal, and a word in it', async () => {
    const { code, out } = await tunniste('--forget');
    expect(code).toBe(0);
    expect(out).toContain('The audit journal stays');
    expect(await journal()).toContain('"type":"keys.forgotten"');
    expect(existsSync(join(own.env['XDG_STATE_HOME'] ?? '', 'tunniste/keys'))).toBe(false);
    expect(existsSync(join(own.env['XDG_CONFIG_HOME'] ?? '', 'Tunniste'))).toBe(false);
  });

  test('removal leaves nothing but the journal', async () => {
    const { out } = await run(['dpkg', '--purge', 'tunniste']);
    expect(out).toContain('audit journal stays');
    const left = await must([
      'find',
      '/usr',
      '/etc',
      '/var/lib/dpkg/info',
      '-iname',
      '*tunniste*',
      '-not',
      '-path',
      '/etc/tunniste*',
    ]);
    expect(left).toBe('');
    const ours = (await readdir(own.path, { recursive: true })).filter((path) => /tunniste\//i.test(path));
    expect(ours.filter((path) => !/tunniste\/audit(?:\/|$)/.test(path))).toEqual([]);
    expect(await journal()).not.toBe('');
  });
});
