import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, writeFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demoPersons } from '../support/demo-persons.mjs';
import { isRoot, type Home } from '../support/person.mjs';
import { expect, test } from '../support/fixtures.js';
import { smallDisk } from '../support/small-disk.mjs';
import { startApp } from '../support/start-app.js';
import { wordsIn } from './at-the-desk.js';
import { ask, auditFolder, journalOf, signInByAsking, startedState } from './ask.js';

const words = wordsIn('en');
const { complete } = demoPersons;
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };
const find = { by: 'userName', identifier: complete.userName, organisation: '' } as const;
const facts = { claims: { workEmail: complete.workEmail, organisation: complete.organisation } };

const filesOf = (home: Home): Record<string, string> =>
  Object.fromEntries(
    readdirSync(auditFolder(home))
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => [name, readFileSync(join(auditFolder(home), name), 'utf8')]),
  );

test('a call that kill -9 ended is closed as abandoned by the next start, and nothing before it is lost', async ({
  openDesk,
  registry,
  home,
}) => {
  const first = await openDesk();
  await signInByAsking(first.page, registry.token);
  await ask(first.page, 'startCall', start);
  await ask(first.page, 'findSubject', find);
  await ask(first.page, 'chooseCandidate', { number: 1 });
  await ask(first.page, 'compareClaims', facts);
  const before = journalOf(home);
  await first.kill();
  const second = await openDesk();
  const state = await startedState(second.page);
  expect(state).toMatchObject({ ok: true, value: { call: null, lock: { reason: 'unknown' } } });
  await expect(second.page.getByRole('heading', { name: words.lock.title })).toBeVisible();
  await expect(second.page.getByText(words.lock.abandoned.why['desk-stopped'])).toBeVisible();
  expect(await ask(second.page, 'unlock', { token: registry.token })).toMatchObject({
    ok: true,
    value: { call: null, lock: null, session: { roles: ['agent', 'supervisor', 'billing'] } },
  });
  const after = journalOf(home);
  expect(after.slice(0, before.length)).toEqual(before);
  const call = before.find(({ type }) => type === 'call.started')?.call;
  expect(after.find(({ type }) => type === 'call.closed')).toMatchObject({
    call,
    outcome: 'abandoned',
    reason: 'desk-stopped',
  });
});

test('a desk that the system ends with its own session ends in order, and the next start is not locked', async ({
  openDesk,
  registry,
  home,
}) => {
  const desk = await openDesk();
  await signInByAsking(desk.page, registry.token);
  await ask(desk.page, 'startCall', start);
  const gone = desk.electron.waitForEvent('close');
  // As Electron tells it on Windows.
  await desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('session-end'));
  await gone;
  expect(journalOf(home).slice(-2)).toMatchObject([
    { type: 'call.closed', outcome: 'abandoned', reason: 'quit' },
    { type: 'desk.stopped', reason: 'quit' },
  ]);
  const next = await openDesk();
  expect(await startedState(next.page)).toMatchObject({ ok: true, value: { lock: null, session: {} } });
});

test('a call that is open when the window closes is abandoned on record', async ({ openDesk, registry, home }) => {
  const desk = await openDesk();
  await signInByAsking(desk.page, registry.token);
  await ask(desk.page, 'startCall', start);
  const gone = desk.electron.waitForEvent('close');
  await desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await gone;
  expect(journalOf(home).slice(-2)).toMatchObject([
    { type: 'call.closed', outcome: 'abandoned', reason: 'window-closed' },
    { type: 'desk.stopped', reason: 'window-closed' },
  ]);
});

test('a call that is open when the app quits is abandoned on record', async ({ desk, registry, home }) => {
  await signInByAsking(desk.page, registry.token);
  await ask(desk.page, 'startCall', start);
  const gone = desk.electron.waitForEvent('close');
  await desk.electron.evaluate(({ app }) => app.quit());
  await gone;
  expect(journalOf(home).slice(-2)).toMatchObject([
    { type: 'call.closed', outcome: 'abandoned', reason: 'quit' },
    { type: 'desk.stopped', reason: 'quit' },
  ]);
});

test('a crashed window abandons the call, and the desk comes back', async ({ desk, registry, home }) => {
  await signInByAsking(desk.page, registry.token);
  await ask(desk.page, 'startCall', start);
  const reloaded = desk.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );
  await reloaded;
  await expect
    .poll(() => journalOf(home).at(-1))
    .toMatchObject({ type: 'call.closed', outcome: 'abandoned', reason: 'window-crashed' });
});

test('a journal folder that is read-only: the desk opens, says so, and discloses nothing', async ({
  openDesk,
  registry,
  home,
}) => {
  const first = await openDesk();
  await signInByAsking(first.page, registry.token);
  await first.close();
  const folder = auditFolder(home);
  if (isRoot) chownSync(folder, 0, 0);
  chmodSync(folder, 0o555);
  const desk = await openDesk();
  const state = await startedState(desk.page);
  expect(state).toMatchObject({
    ok: true,
    value: { session: null, audit: { failure: { code: expect.stringMatching(/^audit-/) } } },
  });
  expect(await signInByAsking(desk.page, registry.token)).toMatchObject({
    ok: false,
    error: { code: expect.stringMatching(/^audit-/) },
  });
  const { code } = (state.ok && state.value.audit.failure) || { code: 'unexpected' as const };
  await expect(desk.page.getByRole('alert').filter({ hasText: words.failures[code].what })).toBeVisible();
});

test('a home that nobody can write: the desk opens all the same, says so, and discloses nothing', async ({
  openDesk,
  registry,
  home,
}) => {
  test.skip(process.platform !== 'linux', 'elsewhere the home is not told by the environment');
  const nowhere = '/nonexistent';
  const rooms = Object.keys(home.env).filter((name) => /^XDG_(?:CONFIG|STATE|DATA|CACHE)_HOME$/.test(name));
  const desk = await openDesk({ env: Object.fromEntries(['HOME', ...rooms].map((name) => [name, nowhere])) });
  const alert = desk.page.getByRole('alert').filter({ hasText: words.failures['audit-unavailable'].what });
  await expect(alert).toBeVisible();
  expect(await signInByAsking(desk.page, registry.token)).toMatchObject({ ok: false });
  const profile = await desk.electron.evaluate(({ app }) => app.getPath('userData'));
  expect(statSync(profile).mode & 0o777).toBe(0o700);
});

test('where only the journal’s folder can be written, one desk at a time still opens on it', async ({
  openDesk,
  home,
}) => {
  test.skip(process.platform !== 'linux', 'elsewhere the home is not told by the environment');
  const env = { HOME: '/nonexistent', XDG_CONFIG_HOME: '/nonexistent', XDG_CACHE_HOME: '/nonexistent' };
  const desk = await openDesk({ env });
  await expect(desk.page.getByLabel(words.signIn.token)).toBeFocused();
  const profile = await desk.electron.evaluate(({ app }) => app.getPath('userData'));
  expect(profile).toBe(join(auditFolder(home), '..', 'profile'));
  const second = await startApp(home, [], env);
  expect(second.code).toBe(0);
  expect(journalOf(home).filter(({ type }) => type === 'desk.started')).toHaveLength(1);
});

test('damage before the end of the journal refuses lookups and leaves the file as it is', async ({
  openDesk,
  registry,
  home,
}) => {
  const first = await openDesk();
  await signInByAsking(first.page, registry.token);
  await ask(first.page, 'startCall', start);
  await first.close();
  const [name = ''] = Object.keys(filesOf(home));
  const file = join(auditFolder(home), name);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"type":"desk.started"', '"type":"desk.stopped"'));
  const damaged = filesOf(home);
  const desk = await openDesk();
  expect(await startedState(desk.page)).toMatchObject({
    ok: true,
    value: { session: null, audit: { failure: { code: 'audit-damaged' } } },
  });
  const told = desk.page.getByRole('alert').filter({ hasText: words.failures['audit-damaged'].what });
  await expect(told).toContainText(words.failures['audit-damaged'].next);
  await expect(desk.page.getByLabel(words.signIn.token)).toBeFocused();
  await desk.page.keyboard.type(registry.token);
  await desk.page.keyboard.press('Enter');
  expect(await signInByAsking(desk.page, registry.token)).toEqual({ ok: false, error: { code: 'audit-damaged' } });
  await expect(told).toBeVisible();
  await expect(desk.page.getByText(words.failures['desk-locked'].what)).toHaveCount(0);
  for (const [keys, title] of [
    ['Alt+2', words.audit.title],
    ['Alt+3', words.settings.title],
  ] as const) {
    await desk.page.keyboard.press(keys);
    await expect(desk.page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await expect(told).toBeVisible();
    await expect(desk.page.getByText(words.evidence.closed)).toBeVisible();
    await expect(desk.page.getByText(words.failures['not-signed-in'].what)).toHaveCount(0);
  }
  expect(filesOf(home)).toEqual(damaged);
});

test('a second desk on the same journal is refused', async ({ openDesk, home }) => {
  await openDesk();
  const second = await openDesk({ args: [`--user-data-dir=${join(home.path, 'second')}`] });
  expect(await startedState(second.page)).toMatchObject({
    ok: true,
    value: { audit: { failure: { code: 'audit-in-use' } } },
  });
});

test.describe('on a disk that fills up', () => {
  /** A disk of the journal's own. */
  const moveTo = async (home: Home) => {
    const disk = await smallDisk(24, home.person);
    home.env['XDG_STATE_HOME'] = disk.path;
    return disk;
  };

  test('lookups stop before it is full, the call can still be closed, and space makes it work again', async ({
    openDesk,
    registry,
    home,
  }) => {
    const disk = await moveTo(home);
    try {
      const desk = await openDesk();
      await signInByAsking(desk.page, registry.token);
      await ask(desk.page, 'startCall', start);
      const filler = join(disk.path, 'filler');
      writeFileSync(filler, Buffer.alloc(12 * 2 ** 20));
      expect(await ask(desk.page, 'findSubject', find)).toEqual({ ok: false, error: { code: 'disk-low' } });
      expect(journalOf(home).some(({ type }) => type === 'lookup.requested')).toBe(false);
      writeFileSync(filler, '');
      expect(await ask(desk.page, 'findSubject', find)).toMatchObject({ ok: true, value: { find: 'found' } });
      writeFileSync(filler, Buffer.alloc(12 * 2 ** 20));
      expect(await ask(desk.page, 'closeCall', { outcome: 'not-verified' })).toMatchObject({ ok: true });
      await desk.close();
    } finally {
      await disk.remove();
    }
  });

  test('when not one byte is left nothing is shown, and what was on record stays whole', async ({
    openDesk,
    registry,
    home,
  }) => {
    const disk = await moveTo(home);
    try {
      const desk = await openDesk();
      await signInByAsking(desk.page, registry.token);
      await ask(desk.page, 'startCall', start);
      await ask(desk.page, 'findSubject', find);
      await ask(desk.page, 'chooseCandidate', { number: 1 });
      const before = journalOf(home);
      fill(join(disk.path, 'filler'));
      // An entry may still fit into the last page of the file; then the disk is full for sure.
      let answer = await ask(desk.page, 'compareClaims', { claims: { workEmail: 'a@b.example', organisation: 'x' } });
      if (answer.ok)
        answer = await ask(desk.page, 'compareClaims', { claims: { workEmail: 'a@b.example', organisation: 'x' } });
      for (let tries = 0; tries < 20 && answer.ok; tries++) answer = await ask(desk.page, 'findSubject', find);
      expect(answer).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/^(?:disk-low|audit-unavailable|call-locked)$/) },
      });
      await desk.kill();
      writeFileSync(join(disk.path, 'filler'), '');
      const again = await openDesk();
      expect(await startedState(again.page)).toMatchObject({ ok: true, value: { audit: { failure: null } } });
      expect(journalOf(home).slice(0, before.length)).toEqual(before);
      await again.close();
    } finally {
      await disk.remove();
    }
  });
});

/** Takes the last byte. */
const fill = (file: string): void => {
  for (let size = 2 ** 20; size >= 1; size /= 2) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOSPC') throw error;
    }
  }
};

test('the journal is for its owner alone', async ({ desk, home }) => {
  await startedState(desk.page);
  expect(existsSync(auditFolder(home))).toBe(true);
  expect(statSync(auditFolder(home)).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(auditFolder(home)))
    expect(statSync(join(auditFolder(home), name)).mode & 0o077).toBe(0);
});
