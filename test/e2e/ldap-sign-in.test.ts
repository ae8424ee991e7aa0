import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/directory-oidc-fixture.js';
import { password } from '../support/directory-people.mjs';
import { heldIn, placesOf, rendererHeap, wholeStrings } from '../support/heap.js';
import { createVisitor } from '../support/oidc-visitor.mjs';
import { ask, askAnything, journalOf, signOutByAsking, typesOf } from './ask.js';
import { firstPurpose, wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';

const { complete } = demoPersons;
const words = wordsIn('en');
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };
const find = { by: 'userName', identifier: complete.userName, organisation: '' } as const;
const facts = { workEmail: complete.workEmail, stationCode: 'hki 204' };
const refused = (code: string) => ({ ok: false, error: { code } });
const keyField = (page: Page) => page.getByLabel(words.registryKey.label);
const bound = (log: readonly string[]): string[] => log.filter((line) => line.includes('BIND dn='));

interface Browser {
  next(): Promise<string>;
}
/** Each in a browser that knows nobody yet. */
const signIn = async (page: Page, systemBrowser: Browser, account = 'aino'): Promise<void> => {
  const signing = ask(page, 'startSignIn');
  await createVisitor().comeBack(await systemBrowser.next(), account);
  expect(await signing).toMatchObject({ ok: true });
  await ask(page, 'acceptNotice');
};
const wholeCall = async (page: Page): Promise<void> => {
  expect(await ask(page, 'startCall', start)).toMatchObject({ ok: true });
  expect(await ask(page, 'findSubject', find)).toMatchObject({ ok: true, value: { find: 'found' } });
  await ask(page, 'chooseCandidate', { number: 1 });
  expect(await ask(page, 'compareClaims', { claims: facts })).toMatchObject({ ok: true, value: { step: 'verified' } });
  expect(await ask(page, 'revealField', { field: 'name' })).toMatchObject({
    ok: true,
    value: { value: 'Maija Virtanen' },
  });
  expect(await ask(page, 'closeCall', { outcome: 'resolved' })).toMatchObject({ ok: true });
};

test('the first agent enters the directory’s key by hand, once; the next one signs in and finds people with it', async ({
  openDesk,
  systemBrowser,
  directory,
  oidc,
  home,
}) => {
  const first = await openDesk();
  const { page } = first;
  await signIn(page, systemBrowser);
  await expect(keyField(page)).toBeFocused();
  await page.keyboard.type(password);
  const renewed = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await renewed;
  await expect(page.getByRole('heading', { name: words.steps.newCall.title })).toBeVisible();
  await wholeCall(page);
  // The provider's token went to the provider alone, the directory's key to the directory alone.
  const tokens = await oidc.order();
  for (const token of [...tokens.access, ...tokens.refresh]) expect(directory.log.join('\n')).not.toContain(token);
  expect(tokens.requests.join('\n')).not.toContain(password);
  expect(journalOf(home).find(({ type }) => type === 'registry-key.kept')).toMatchObject({ agent: 'aino.agentti' });
  await signOutByAsking(page);
  expect(await systemBrowser.next()).toContain('/session/end');
  await first.close();

  const second = await openDesk();
  await signIn(second.page, systemBrowser, 'bertil');
  await wholeCall(second.page);
  expect(typesOf(home).filter((type) => type === 'registry-key.kept')).toHaveLength(1);
  expect(journalOf(home).at(-1)).toMatchObject({ type: 'call.closed', agent: 'bertil.berg' });
});

test('a key that is missing, is none, is not taken or was removed is a typed end on record, and the call goes on', async ({
  openDesk,
  systemBrowser,
  directory,
  home,
}) => {
  const { page } = await openDesk();
  expect(await ask(page, 'keepRegistryKey', { key: password })).toEqual(refused('not-signed-in'));
  await signIn(page, systemBrowser);
  for (const key of ['', 'a\u0000b', 'x'.repeat(1025)])
    expect(await ask(page, 'keepRegistryKey', { key })).toEqual(refused('token-invalid'));
  expect(await askAnything(page, 'keepRegistryKey', { key: 7 })).toEqual(refused('invalid-request'));
  expect(await ask(page, 'forgetRegistryKey')).toMatchObject({ ok: true, value: { registryKey: 'missing' } });
  const before = bound(directory.log).length;
  await ask(page, 'startCall', start);
  expect(await ask(page, 'findSubject', find)).toEqual(refused('registry-key-missing'));
  expect(bound(directory.log)).toHaveLength(before);
  expect(journalOf(home).at(-1)).toMatchObject({ type: 'lookup.answered', reason: 'registry-key-missing' });

  const keep = async (key: string): Promise<void> => {
    const renewed = page.waitForEvent('load');
    expect(await ask(page, 'keepRegistryKey', { key })).toMatchObject({ ok: true, value: { registryKey: 'kept' } });
    await renewed;
  };
  await keep('väärä salasana');
  expect(await ask(page, 'findSubject', find)).toEqual(refused('registry-key-refused'));
  await keep(password);
  expect(await ask(page, 'findSubject', find)).toMatchObject({ ok: true, value: { find: 'found' } });
  expect(await ask(page, 'forgetRegistryKey')).toMatchObject({ ok: true, value: { registryKey: 'missing' } });
  expect(await ask(page, 'findSubject', find)).toEqual(refused('registry-key-missing'));
  expect(typesOf(home).filter((type) => type.startsWith('registry-key.'))).toEqual([
    'registry-key.kept',
    'registry-key.kept',
    'registry-key.forgotten',
  ]);
});

test('the desk’s key serves nobody whose own session is over, and nobody without a role for it', async ({
  openDesk,
  systemBrowser,
  directory,
  oidc,
}) => {
  const { page } = await openDesk();
  await oidc.order({ accessSeconds: 1 });
  await signIn(page, systemBrowser);
  await ask(page, 'keepRegistryKey', { key: password });
  await page.waitForEvent('load');
  await ask(page, 'startCall', start);
  await oidc.order({ revokeRefresh: true });
  // It runs out by itself, and what the window showed goes with it.
  await expect(page.getByText(words.failures['session-ended'].what)).toBeVisible();
  const served = bound(directory.log).length;
  expect(await ask(page, 'findSubject', find)).toEqual(refused('not-signed-in'));
  expect(bound(directory.log)).toHaveLength(served);

  await oidc.order({ accessSeconds: 600 });
  await signIn(page, systemBrowser, 'daavid');
  expect(await ask(page, 'keepRegistryKey', { key: 'another' })).toEqual(refused('forbidden'));
  expect(await ask(page, 'forgetRegistryKey')).toEqual(refused('forbidden'));
});

test('where the agent’s own sign-in opens the registry there is no key to keep', async ({
  openDesk,
  policy,
  systemBrowser,
  oidc,
}) => {
  const scim = { kind: 'scim', url: oidc.scim };
  const { page } = await openDesk({ policy: { ...policy, registry: scim, network: undefined } });
  await signIn(page, systemBrowser);
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { registryKey: 'not-needed' } });
  expect(await ask(page, 'keepRegistryKey', { key: password })).toEqual(refused('sign-in-kind'));
  expect(await ask(page, 'forgetRegistryKey')).toEqual(refused('sign-in-kind'));
});

test('the key’s two screens: axe finds nothing, and removing asks first', async ({ openDesk, systemBrowser }) => {
  const { registryKey, deskKey, settings } = words;
  const { page } = await openDesk();
  await signIn(page, systemBrowser);
  await expect(page.getByLabel(registryKey.label)).toBeFocused();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.failures['token-invalid'].what)).toBeVisible();
  await page.keyboard.type(password);
  const renewed = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await renewed;
  await expect(firstPurpose(page)).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: settings.title, level: 1 })).toBeVisible();
  const section = page.getByRole('region', { name: registryKey.title });
  await expect(section).toContainText(deskKey.kept);
  expect(await findings(page)).toEqual([]);
  await section.getByRole('button', { name: deskKey.remove }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: deskKey.remove }).click();
  await expect(section.getByLabel(registryKey.label)).toBeVisible();
});

test('behind the lock and after signing out the directory’s key stands nowhere: not in memory, not on the disk', async ({
  openDesk,
  systemBrowser,
  home,
}) => {
  test.slow(); // snapshots of whole heaps
  const { page, electron } = await openDesk({ args: [wholeStrings] });
  await signIn(page, systemBrowser);
  await expect(keyField(page)).toBeFocused();
  await page.keyboard.type(password);
  // The search finds what is there: the key in the page that it is typed into.
  expect(heldIn(await rendererHeap(page), [password])).toEqual([password]);
  const renewed = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await renewed;
  await wholeCall(page);
  const left = () => placesOf([password], { page, electron, home });
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: words.lock.title })).toBeVisible();
  expect(await left()).toEqual([]);
  await signOutByAsking(page);
  expect(await left()).toEqual([]);
  // It is there all the same, sealed: in the key file and nowhere else.
  const sealed = readdirSync(home.path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('keys.sealed'),
  );
  expect(sealed).toHaveLength(1);
  expect(readFileSync(join(home.path, sealed[0] ?? ''), 'latin1')).toMatch(/^\{"v":2,"cipher":"aes-256-gcm"/);
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { session: null, registryKey: 'kept' } });
});
