import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.js';
import type { Home } from '../support/person.mjs';
import { writePolicy } from '../support/policy.mjs';
import { startApp } from '../support/start-app.js';
import { parseVerifierKey } from '../../electron/evidence/note.js';
import { verifyFolder } from '../../electron/tunniste-audit/verify.js';
import { auditFolder, journalOf, startedState, typesOf } from './ask.js';

/** Where there is no display and no keychain, as on a server that builds images of desks. */
const bare = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };

/** Without what the system's fonts leave for any program, where they were never looked for on this machine. */
const everythingIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => !name.startsWith('.cache/fontconfig')).sort();

test('--version and --help answer without a display and leave nothing behind', async ({ home }) => {
  const before = await everythingIn(home.path);
  const version = await startApp(home, ['--version'], bare);
  expect(version).toMatchObject({ code: 0, out: expect.stringMatching(/^Tunniste \d+\.\d+\.\d+\n$/) });
  const help = await startApp(home, ['--help'], bare);
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining('--check-policy [FILE]') });
  expect(await everythingIn(home.path)).toEqual(before);
});

for (const words of [['--chek-policy'], ['--check-policy', '--nonsense'], ['--version', 'now'], ['file.json']]) {
  test(`${words.join(' ')} is wrong usage: 64, and how it is meant`, async ({ home }) => {
    const ended = await startApp(home, words, bare);
    expect(ended).toMatchObject({ code: 64, out: '' });
    expect(ended.complaint).toContain('Usage: tunniste');
  });
}

test('--check-policy tells that a file is right', async ({ home, policy }) => {
  const file = await writePolicy(policy);
  const ended = await startApp(home, ['--check-policy', file.path], bare);
  expect(ended.code).toBe(0);
  expect(ended.out).toMatch(`The policy ${policy.version} is valid.\n${file.path}\n\n100  support `);
  const json = await startApp(home, ['--check-policy', '--json', file.path], bare);
  expect(JSON.parse(json.out)).toMatchObject({ ok: true, version: policy.version, sources: [file.path] });
  await file.remove();
});

test('--check-policy warns of what facts alone open, at its line, with the score and the way; the exit code stays 0', async ({
  home,
  policy,
}) => {
  const { 'access-reset': reset } = policy.purposes;
  const weak = { ...reset, points: 2, factors: 1, strongest: undefined, sensitive: false };
  const file = await writePolicy({ ...policy, purposes: { ...policy.purposes, 'access-reset': weak } });
  const ended = await startApp(home, ['--check-policy', file.path], bare);
  expect(ended.code).toBe(0);
  const lines = ended.out.trimEnd().split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^ 11 {2}access-reset +facts$/));
  expect(lines).toContainEqual(
    expect.stringMatching(/policy\.json:\d+: purposes\.access-reset: facts-alone: Facts alone are enough\./),
  );
  const json = await startApp(home, ['--check-policy', file.path, '--json'], bare);
  expect(json.code).toBe(0);
  const { purposes } = JSON.parse(json.out) as { purposes: readonly object[] };
  expect(purposes).toContainEqual(
    expect.objectContaining({
      ...{ id: 'access-reset', score: 11, weakest: ['facts'] },
      warnings: [expect.objectContaining({ source: file.path, path: 'purposes.access-reset', kind: 'facts-alone' })],
    }),
  );
  await file.remove();
});

test('--check-policy tells every problem of a file: source, line, path, kind, detail', async ({ home, policy }) => {
  const file = await writePolicy({ ...policy, limit: 1, deepLink: 'yes' });
  const ended = await startApp(home, ['--check-policy', file.path], bare);
  expect(ended.code).toBe(1);
  const lines = ended.out.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines).toContainEqual(expect.stringMatching(/policy\.json:\d+: limit: unknown-key: limit$/));
  expect(lines).toContainEqual(expect.stringMatching(/policy\.json:\d+: deepLink: wrong-value: /));
  const json = await startApp(home, ['--check-policy', file.path, '--json'], bare);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({ ok: false, problems: [{ source: file.path }, { source: file.path }] });
  await file.remove();
});

test('--check-policy tells of a file that is not there, and of a folder', async ({ home }) => {
  expect(await startApp(home, ['--check-policy', '/nonexistent.json'], bare)).toMatchObject({
    code: 1,
    out: '/nonexistent.json: missing-file: /nonexistent.json: ENOENT\n',
  });
  expect(await startApp(home, ['--check-policy', '/tmp'], bare)).toMatchObject({
    code: 1,
    out: '/tmp: not-a-file: /tmp\n',
  });
});

test('--check-policy without a file checks what the desk itself would take', async ({ home, policy }) => {
  const file = await writePolicy(policy);
  const ended = await startApp(home, [`--policy=${file.path}`, '--check-policy'], bare);
  expect(ended).toMatchObject({ code: 0, out: expect.stringContaining(file.path) });
  await file.remove();
  const gone = await startApp(home, [`--policy=${file.path}`, '--check-policy'], bare);
  expect(gone).toMatchObject({ code: 1, out: expect.stringContaining('missing-file') });
});

test('--check-policy disturbs no desk that is open', async ({ openDesk, home, policy }) => {
  const desk = await openDesk();
  const file = await writePolicy(policy);
  expect(await startApp(home, ['--check-policy', file.path])).toMatchObject({ code: 0 });
  expect(await startedState(desk.page)).toMatchObject({ ok: true, value: { policy: { ok: true } } });
  expect(typesOf(home)).not.toContain('desk.stopped');
  await file.remove();
});

const verifierKey = /^esimerkki\.example\/[0-9a-f]{16}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}\n$/;

/** The commands of a desk, with its keychain. */
const underPolicy = async (policy: unknown, home: Home, keychain: { readonly address: string } | undefined) => {
  const { path, remove } = await writePolicy(policy);
  const bus = { DBUS_SESSION_BUS_ADDRESS: keychain?.address };
  return { remove, run: (...words: string[]) => startApp(home, [`--policy=${path}`, ...words], bus) };
};

test('--device-key makes the key once, and tells the same one ever after, beside an open desk too', async ({
  home,
  keychain,
  policy,
  openDesk,
}) => {
  const { run, remove } = await underPolicy(policy, home, keychain);
  const ask = () => run('--device-key');
  const first = await ask();
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(verifierKey) });
  expect(await ask()).toMatchObject({ code: 0, out: first.out });
  const desk = await openDesk();
  await expect(desk.page.locator('input[type=password]')).toBeVisible();
  await expect.poll(() => journalOf(home).map(({ type }) => type)).toContain('policy.loaded');
  expect(await ask()).toMatchObject({ code: 0, out: first.out });
  await desk.close();
  const seed = await everythingIn(join(home.env['XDG_STATE_HOME'] ?? '', 'tunniste', 'keys'));
  expect(seed).toEqual(['keys.json', 'keys.sealed']);
  await remove();
});

test('--rotate-device-key leaves the journal to another key: the old one and the new one each verify all of it', async ({
  home,
  keychain,
  policy,
  openDesk,
}) => {
  const { run, remove } = await underPolicy(policy, home, keychain);
  const desk = await openDesk();
  await startedState(desk.page);
  expect(await run('--rotate-device-key')).toMatchObject({ code: 75, out: '' });
  await desk.close();
  const before = await run('--device-key');
  const rotated = await run('--rotate-device-key');
  expect(rotated).toMatchObject({ code: 0, out: expect.stringMatching(verifierKey) });
  expect(rotated.complaint).toContain(before.out.trim());
  expect(await run('--device-key')).toMatchObject({ code: 0, out: rotated.out });
  const again = await openDesk();
  expect(await startedState(again.page)).toMatchObject({
    ok: true,
    value: { audit: { failure: null, evidence: { key: rotated.out.trim() } } },
  });
  await again.close();
  expect(typesOf(home).filter((type) => type.startsWith('device-key'))).toEqual([
    'device-key.rotating',
    'device-key.rotated',
  ]);
  for (const { out } of [before, rotated]) {
    const key = parseVerifierKey(out);
    const report = await verifyFolder({ path: auditFolder(home), keys: key ? [key] : [], checkpoint: undefined });
    expect(report).toMatchObject({ sound: true, bad: null, successions: [{ problem: null }] });
  }
  await remove();
});

test('--device-key without a keychain, and without a display, is unavailable: 69', async ({ home, policy }) => {
  const file = await writePolicy(policy);
  const words = [`--policy=${file.path}`, '--device-key'];
  const nowhere = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
  expect(await startApp(home, words, nowhere)).toMatchObject({ code: 69, out: '' });
  if (process.platform === 'linux') expect(await startApp(home, words, bare)).toMatchObject({ code: 69, out: '' });
  await file.remove();
});

test('--device-key without a right policy has no name to give the key: 1', async ({ home }) => {
  expect(await startApp(home, ['--policy=/nonexistent.json', '--device-key'], bare)).toMatchObject({
    code: 1,
    out: '',
  });
});
