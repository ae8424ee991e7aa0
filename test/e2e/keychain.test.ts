import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/fixtures.js';
import { ask, auditFolder, journalOf, signOutByAsking, startedState } from './ask.js';
import type { Home } from '../support/person.mjs';

const keysOf = (home: Home): string => join(auditFolder(home), '..', 'keys');
const fingerprint = (home: Home): string[] =>
  readdirSync(keysOf(home))
    .sort()
    .map((name) => `${name} ${readFileSync(join(keysOf(home), name)).toString('base64')}`);

test('the token is entered once, sealed, and picked up by the next start', async ({ openDesk, registry, home }) => {
  const first = await openDesk();
  expect(await ask(first.page, 'signIn', { token: registry.token })).toMatchObject({
    ok: true,
    value: { session: { roles: ['agent', 'supervisor', 'billing'] } },
  });
  await first.close();
  for (const name of readdirSync(keysOf(home))) {
    expect(readFileSync(join(keysOf(home), name)).includes(registry.token)).toBe(false);
    expect(statSync(join(keysOf(home), name)).mode & 0o077).toBe(0);
  }
  const second = await openDesk();
  expect(await startedState(second.page)).toMatchObject({ ok: true, value: { session: {} } });
  expect(
    journalOf(home)
      .filter(({ type }) => type === 'session.signed-in')
      .map(({ outcome }) => outcome),
  ).toEqual(['new-token', 'kept-token']);
});

test('sign-out removes the token for good', async ({ openDesk, registry }) => {
  const first = await openDesk();
  await ask(first.page, 'signIn', { token: registry.token });
  expect(await signOutByAsking(first.page)).toMatchObject({ ok: true, value: { session: null } });
  await first.close();
  const second = await openDesk();
  expect(await startedState(second.page)).toMatchObject({ ok: true, value: { session: null, credentials: null } });
});

test('a locked keyring is said to be locked, no new key takes its place, and unlocking helps without a restart', async ({
  openDesk,
  registry,
  home,
  keychain,
}) => {
  const first = await openDesk();
  await ask(first.page, 'signIn', { token: registry.token });
  await first.close();
  const before = fingerprint(home);
  await keychain?.lock();
  const second = await openDesk();
  expect(await startedState(second.page)).toMatchObject({
    ok: true,
    value: { session: null, credentials: { code: 'keychain-locked' } },
  });
  expect(await ask(second.page, 'signIn', { token: registry.token })).toMatchObject({
    ok: false,
    error: { code: 'keychain-locked' },
  });
  await expect(second.page.getByText(/keychain|keyring/i).first()).toBeVisible();
  expect(fingerprint(home)).toEqual(before);
  expect(journalOf(home).some(({ type, reason }) => type === 'keychain.refused' && reason === 'keychain-locked')).toBe(
    true,
  );
  await keychain?.unlock();
  expect(await startedState(second.page)).toMatchObject({ ok: true, value: { session: {}, credentials: null } });
});

test('a keyring that hangs is given up after 15 seconds, and the desk stays usable', async ({
  openDesk,
  registry,
  keychain,
}) => {
  const desk = await openDesk();
  await startedState(desk.page);
  await desk.close();
  keychain?.freeze();
  try {
    const second = await openDesk();
    const started = Date.now();
    expect(await ask(second.page, 'signIn', { token: registry.token })).toMatchObject({
      ok: false,
      error: { code: 'keychain-timeout' },
    });
    expect(Date.now() - started).toBeLessThan(20_000);
    expect(await startedState(second.page)).toMatchObject({
      ok: true,
      value: { credentials: { code: 'keychain-timeout' } },
    });
  } finally {
    keychain?.thaw();
  }
});

test.describe('without a keychain', () => {
  test.use({ withKeyring: false });
  test('no secret is written anywhere, and the desk says what to do', async ({ desk, registry, home }) => {
    expect(await ask(desk.page, 'signIn', { token: registry.token })).toMatchObject({
      ok: false,
      error: { code: 'keychain-missing' },
    });
    expect(existsSync(keysOf(home)) ? readdirSync(keysOf(home)) : []).toEqual([]);
    await expect(desk.page.getByText(/keychain|keyring/i).first()).toBeVisible();
  });
});

test('a key file that was changed is refused and kept', async ({ openDesk, registry, home }) => {
  const first = await openDesk();
  await ask(first.page, 'signIn', { token: registry.token });
  await first.close();
  const file = join(keysOf(home), 'keys.sealed');
  const bytes = readFileSync(file);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const second = await openDesk();
  expect(await startedState(second.page)).toMatchObject({
    ok: true,
    value: { session: null, credentials: { code: 'key-file-unreadable' } },
  });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});
