import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCertificates } from '../support/certificates.mjs';
import { startGateway } from '../support/gateway-server.mjs';
import { startMailRelay } from '../support/mail-relay.mjs';
import { command, isRoot } from '../support/person.mjs';
import { demoPolicy } from '../support/policy.mjs';
import { resetByCallBack } from '../support/reset-rule.mjs';
import { must, run } from '../support/run.mjs';
import { olderDeb } from './debs.js';
import { flip } from '../support/flip.js';
import { installation, keychainModule, program, resources } from './installation.js';
import { mainJobEntries, playMainJob } from './main-job.js';
import { makeTwin } from './twin.js';
import { packageNamed, surroundings, type Surroundings } from './surroundings.js';

const policyFile = '/etc/tunniste/policy.json';

// In the order of a machine's life: each test goes on where the one before left it.
describe.runIf(isRoot)('a machine that gets the package', () => {
  let around: Surroundings;
  let deb: string;
  let older: string;
  let desk: ReturnType<typeof installation>;

  beforeAll(async () => {
    around = await surroundings();
    deb = await packageNamed('.deb');
    older = await olderDeb(deb, around.work);
    desk = installation(around.own, around.bus);
  });
  afterAll(async () => {
    await run(['dpkg', '--purge', 'tunniste']);
    await rm('/etc/tunniste', { recursive: true, force: true });
    await around.end();
  });

  const version = async (): Promise<string> => must(['dpkg-query', '--show', '--showformat=${Version}', 'tunniste']);

  test('installs without a question, for root alone to change, and starts nothing', async () => {
    await must(['dpkg', '--install', older], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    expect(
      await must(['find', '/usr/lib/tunniste', '-not', '-user', 'root', '-o', '-perm', '/022', '-type', 'f']),
    ).toBe('');
    expect(await must(['find', '/usr/lib/tunniste', '-perm', '/6000'])).toBe('/usr/lib/tunniste/chrome-sandbox\n');
    expect((await run(['sh', '-c', 'ls /etc/xdg/autostart | grep -i tunniste'])).out).toBe('');
    expect((await desk.tunniste('--version')).out).toMatch(/^Tunniste /m);
  });

  test('nobody but its own program is started by it, whatever the environment says', async () => {
    const { out } = await run(command(around.own.person, [program, '-e', 'console.log([4, 2].join("-"))']), {
      env: { ...around.own.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nonexistent' },
    });
    expect(out).not.toContain('4-2');
    expect(out).toContain('Usage: tunniste');
    expect((await desk.tunniste('--inspect=0')).code).toBe(64);
    expect((await desk.tunniste('--remote-debugging-port=0')).code).toBe(64);
  });

  test('the self-test misses the policy until it is there, then all is sound', async () => {
    const before = await desk.selfTest();
    expect(before).toMatchObject({ code: 1, wrong: ['policy'] });
    await mkdir('/etc/tunniste', { recursive: true });
    await writeFile(policyFile, JSON.stringify(resetByCallBack(await demoPolicy(around.registry.url))));
    const { code, report } = await desk.selfTest();
    expect(report.checks.filter(({ result }) => result !== 'sound')).toEqual([]);
    expect(report.checks.map(({ name }) => name)).toEqual([
      ...['archive', 'fuses', 'sandbox', 'profile', 'policy', 'journal', 'keychain', 'registry'],
    ]);
    expect(code).toBe(0);
  });

  test('the self-test asks every server of the policy, sends none of them anything, and tells which one is wrong', async () => {
    const certificates = await makeCertificates();
    const relay = await startMailRelay({ tls: certificates.good, secure: false });
    const gateway = await startGateway({ tls: certificates.good });
    const stranger = await startGateway({ tls: certificates.foreign });
    const kept = await readFile(policyFile, 'utf8');
    await writeFile('/etc/tunniste/authority.pem', certificates.ca);
    const layDown = (verifier: string) =>
      writeFile(
        policyFile,
        JSON.stringify({
          ...(JSON.parse(kept) as object),
          allowedHosts: ['127.0.0.1'],
          network: { caFile: '/etc/tunniste/authority.pem' },
          mail: { relay: relay.url, from: 'tuki@esimerkki.example' },
          factors: {
            smsCode: { gateway: { url: `${gateway.url}/messages` } },
            totp: { verifier: { url: `${verifier}/verify` } },
          },
          audit: { deliver: [{ kind: 'otlp', url: `${gateway.url}/v1/logs` }] },
        }),
      );
    try {
      await layDown(gateway.url);
      const { report } = await desk.selfTest();
      expect(report.checks.filter(({ result }) => result !== 'sound')).toEqual([]);
      expect(report.checks.slice(7).map(({ name }) => name)).toEqual([
        ...['registry', 'mail', 'text-messages', 'one-time-passwords', 'collector'],
      ]);
      await layDown(stranger.url);
      await relay.stop();
      const { code, out } = await desk.tunniste('--self-test');
      expect(code).toBe(1);
      expect(out).toContain('WRONG: mail: 127.0.0.1: unreachable\n');
      expect(out).toMatch(/^ok: text-messages: 127\.0\.0\.1:\d+ answered \d+$/m);
      expect(out).toMatch(/^WRONG: one-time-passwords: 127\.0\.0\.1:\d+: certificate$/m);
      expect([...relay.asked, ...relay.received, ...gateway.messages, ...stranger.requests]).toEqual([]);
    } finally {
      await Promise.all([gateway.stop(), stranger.stop(), writeFile(policyFile, kept)]);
    }
  });

  test('the main job, begun on the older desk and ended after an upgrade under its feet', async () => {
    await makeTwin(program);
    expect(await desk.selfTest()).toMatchObject({ code: 1, wrong: ['fuses'] });
    const open = await desk.open('policy.loaded');
    try {
      await playMainJob(open, around.registry.token, () => must(['dpkg', '--install', deb]));
    } finally {
      await open.close();
    }
    for (const type of mainJobEntries) expect(await desk.journal()).toContain(`"type":"${type}"`);
  });

  test('after the upgrade nothing of the older is left, and all is sound', async () => {
    expect(await version()).not.toBe('0.0.9');
    expect(existsSync('/usr/lib/tunniste/of-old')).toBe(false);
    expect(await desk.selfTest()).toMatchObject({ code: 0, wrong: [] });
    expect((await run(['dpkg', '--verify', 'tunniste'])).out).toBe('');
  });

  test('an older desk does not replace a newer one', async () => {
    const now = await version();
    const { code, out } = await run(['dpkg', '--install', older]);
    expect(code).not.toBe(0);
    expect(out).toContain('is installed and newer than 0.0.9. Nothing was changed.');
    expect(await version()).toBe(now);
    expect(await desk.selfTest()).toMatchObject({ code: 0 });
  });

  test('a keychain module with a byte flipped is not loaded', async () => {
    await flip(keychainModule, 5000);
    const { report, wrong } = await desk.selfTest();
    expect(wrong).toEqual(['keychain']);
    expect(report.checks.find(({ name }) => name === 'keychain')?.detail).toBe('program-altered');
    expect((await run(['dpkg', '--verify', 'tunniste'])).out).toContain(keychainModule);
    await flip(keychainModule, 5000);
  });

  test('an archive with a byte flipped is told', async () => {
    await flip(join(resources, 'app.asar'), 2_200_000);
    expect((await desk.selfTest()).wrong).toContain('archive');
    await flip(join(resources, 'app.asar'), 2_200_000);
    expect(await desk.selfTest()).toMatchObject({ code: 0 });
  });

  test('a package that did not go in whole is repaired by installing it again', async () => {
    await rm(join(resources, 'app.asar'));
    expect((await desk.tunniste('--version')).code).not.toBe(0);
    await must(['dpkg', '--install', deb]);
    expect(await desk.selfTest()).toMatchObject({ code: 0 });
  });

  test('links are answered when IT says so, and no sooner', async () => {
    const registered = '/usr/share/applications/tunniste-links.desktop';
    expect(existsSync(registered)).toBe(false);
    await must([join(resources, 'linux/set-up'), 'links-on']);
    expect(await readFile(registered, 'utf8')).toContain('x-scheme-handler/tunniste');
  });

  test('nobody is forgotten while a request has not been sent', async () => {
    const requests = join(desk.state, 'tunniste/requests');
    await must(command(around.own.person, ['mkdir', '-p', requests]));
    await must(command(around.own.person, ['touch', join(requests, 'AAAA-AAAA.request.json')]));
    const { code, out } = await desk.tunniste('--forget');
    expect(code).toBe(1);
    expect(out).toContain(`1 requests in ${requests} have not been sent. Nothing was removed.`);
    expect(existsSync(join(requests, '../keys'))).toBe(true);
    await rm(requests, { recursive: true });
  });

  test('who asks to be forgotten leaves the journal, and a word in it', async () => {
    const { code, out } = await desk.tunniste('--forget');
    expect(code).toBe(0);
    expect(out).toContain('The audit journal stays');
    expect(await desk.journal()).toContain('"type":"keys.forgotten"');
    expect(existsSync(join(desk.state, 'tunniste/keys'))).toBe(false);
    expect(existsSync(join(around.own.env['XDG_CONFIG_HOME'] ?? '', 'Tunniste'))).toBe(false);
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
    const ours = (await readdir(around.own.path, { recursive: true })).filter((path) => /tunniste\//i.test(path));
    expect(ours.filter((path) => !/tunniste\/audit(?:\/|$)/.test(path))).toEqual([]);
    expect(await desk.journal()).not.toBe('');
  });
});
