import type { Page } from '@playwright/test';
import { passTime } from '../support/clock.js';
import { accounts } from '../support/oidc.mjs';
import { expect, test } from '../support/oidc-fixture.js';
import { ask, journalOf, typesOf } from './ask.js';
import { wordsIn } from './at-the-desk.js';
import { button, signedIn, signInInBrowser, startByHand } from './in-browser.js';
import { lockByHand, lockScreen } from './locked.js';

const words = wordsIn('en');
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };
const refused = (code: string) => ({ ok: false, error: { code } });
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

/** Presses the one button that unlocks. */
const unlockByHand = async (page: Page): Promise<void> => {
  await expect(button(page, words.lock.unlock)).toBeFocused();
  await page.keyboard.press('Enter');
};

/** Somebody is signed in, has a call open, and has locked the desk. */
const leaveLocked = async (page: Page, browser: Parameters<typeof signInInBrowser>[1], account = 'aino') => {
  await signInInBrowser(page, browser, account);
  await ask(page, 'startCall', start);
  await lockByHand(page);
};

test('whoever locked the desk unlocks it by signing in anew in the browser, and finds the call', async ({
  desk: { page },
  systemBrowser,
  home,
}) => {
  await leaveLocked(page, systemBrowser);
  await unlockByHand(page);
  await expect(button(page, words.shell.cancel)).toBeVisible();
  const asked = await systemBrowser.next();
  // Not whoever the browser remembers: whoever sits there now.
  expect(Object.fromEntries(new URL(asked).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
  await expect(lockScreen(page)).toBeVisible();
  await systemBrowser.visitor.comeBack(asked, 'aino');
  await expect(heading(page, words.steps.find.title)).toBeVisible();
  expect(await ask(page, 'deskState')).toMatchObject({
    ok: true,
    value: { lock: null, call: { ticket: start.ticket } },
  });
  expect(typesOf(home).filter((type) => /^(session|call)\./.test(type))).toEqual([
    'session.signed-in',
    'call.started',
    'session.locked',
    'session.unlocked',
  ]);
});

test('somebody else who signs in at the locked desk is refused, on record, and signed out in the browser', async ({
  desk: { page },
  systemBrowser,
  home,
}) => {
  await leaveLocked(page, systemBrowser);
  await unlockByHand(page);
  await systemBrowser.signIn('bertil');
  await expect(page.getByText(words.failures['not-same-agent'].what)).toBeVisible();
  await systemBrowser.visitor.signOut(await systemBrowser.next());
  await expect(lockScreen(page)).toBeVisible();
  expect(await ask(page, 'startCall', start)).toEqual(refused('desk-locked'));
  expect(await ask(page, 'deskState')).toMatchObject({ value: { session: { agent: 'aino.agentti' }, call: null } });
  const refusals = journalOf(home).filter(({ type }) => type === 'operation.refused');
  expect(refusals[0]).toMatchObject({ fields: ['unlock'], reason: 'not-same-agent' });
  expect(typesOf(home)).not.toContain('session.unlocked');

  await button(page, words.lock.unlock).click();
  await systemBrowser.signIn('aino');
  await expect(heading(page, words.steps.find.title)).toBeVisible();
});

test('unlocking can be called off: the page that was opened is good for nothing, and another is', async ({
  desk: { page },
  systemBrowser,
  home,
}) => {
  await leaveLocked(page, systemBrowser);
  await unlockByHand(page);
  const old = await systemBrowser.next();
  await button(page, words.shell.cancel).click();
  await expect(page.getByText(words.failures['sign-in-cancelled'].what)).toBeVisible();
  const back = await systemBrowser.visitor.signIn(old, 'aino');
  await expect(fetch(back)).rejects.toThrow();
  await expect(lockScreen(page)).toBeVisible();
  expect(typesOf(home)).not.toContain('session.unlocked');

  await button(page, words.lock.unlock).click();
  const another = await systemBrowser.next();
  expect(another).not.toBe(old);
  await systemBrowser.visitor.comeBack(another, 'aino');
  await expect(heading(page, words.steps.find.title)).toBeVisible();
});

test('a desk that was locked when it ended is locked when the provider brings its session back', async ({
  openDesk,
  systemBrowser,
  home,
}) => {
  const first = await openDesk();
  await leaveLocked(first.page, systemBrowser);
  await first.kill();

  const { page } = await openDesk();
  await expect(lockScreen(page)).toBeVisible();
  expect(await ask(page, 'startSignIn')).toEqual(refused('desk-locked'));
  expect(await ask(page, 'startCall', start)).toEqual(refused('desk-locked'));
  // The session was renewed without a page.
  expect(systemBrowser.waiting).toBe(0);
  await unlockByHand(page);
  await systemBrowser.signIn('aino');
  await expect(heading(page, words.steps.newCall.title)).toBeVisible();
  expect(journalOf(home).find(({ type }) => type === 'call.closed')).toMatchObject({ reason: 'desk-stopped' });
});

test('roles that are taken away behind the lock are gone before it is unlocked, and their call with them', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  await oidc.order({ accessSeconds: 6 });
  await leaveLocked(page, systemBrowser, 'cilla');
  await oidc.order({ accounts: { ...accounts, cilla: { ...accounts.cilla, groups: ['audit'] } } });
  const ofCall = () => journalOf(home).find(({ type }) => type === 'call.closed');
  await expect.poll(ofCall).toMatchObject({ outcome: 'abandoned', reason: 'roles-removed' });
  expect(journalOf(home).find(({ type }) => type === 'session.roles-changed')).toMatchObject({ outcome: 'auditor' });
  await expect(lockScreen(page)).toBeVisible();
  expect(await ask(page, 'openAudit')).toEqual(refused('desk-locked'));
  await unlockByHand(page);
  await systemBrowser.signIn('cilla');
  await expect(lockScreen(page)).toHaveCount(0);
  expect(await ask(page, 'startCall', start)).toEqual(refused('forbidden'));
  expect(await ask(page, 'openAudit')).toMatchObject({ ok: true });
});

test('whoever has no role left behind the lock has no session and no call to come back to', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  await oidc.order({ accessSeconds: 6 });
  await leaveLocked(page, systemBrowser);
  await oidc.order({ accounts: { ...accounts, aino: { ...accounts.aino, groups: ['canteen'] } } });
  await expect(page.getByText(words.failures['sign-in-no-role'].what)).toBeVisible();
  expect(await ask(page, 'unlock', { token: null })).toEqual(refused('not-signed-in'));
  await expect
    .poll(() => journalOf(home).find(({ type }) => type === 'call.closed'))
    .toMatchObject({ outcome: 'abandoned', reason: 'roles-removed' });
  expect(journalOf(home).find(({ type }) => type === 'session.signed-out')).toMatchObject({
    reason: 'sign-in-no-role',
  });
});

test('a session that lapses behind the lock shows nothing of its call to whoever comes, and keeps it for its agent', async ({
  desk: { page },
  systemBrowser,
  oidc,
  home,
}) => {
  await oidc.order({ accessSeconds: 6 });
  await leaveLocked(page, systemBrowser);
  await oidc.order({ revokeRefresh: true });
  await expect(page.getByText(words.failures['session-ended'].what)).toBeVisible();
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { session: null, lock: null, call: null } });
  expect(await ask(page, 'unlock', { token: null })).toEqual(refused('not-signed-in'));
  expect(typesOf(home)).not.toContain('call.closed');

  await startByHand(page);
  const asked = new URL(await systemBrowser.next());
  asked.searchParams.set('prompt', 'login consent');
  await systemBrowser.visitor.comeBack(asked.href, 'bertil');
  await signedIn(page, 'bertil.berg');
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { lock: null, call: null } });
  expect(journalOf(home).find(({ type }) => type === 'call.closed')).toMatchObject({
    outcome: 'abandoned',
    reason: 'another-agent',
    agent: 'aino.agentti',
  });
});

test('the call waits behind the lock for as long as the policy says, and no longer', async ({
  openDesk,
  policy,
  systemBrowser,
  home,
}) => {
  const session = { idleMinutes: 60, lockedCallMinutes: 30 };
  const { page, electron } = await openDesk({ policy: { ...policy, session } });
  await leaveLocked(page, systemBrowser);
  await passTime(electron, 29);
  await unlockByHand(page);
  await systemBrowser.signIn('aino');
  await expect(heading(page, words.steps.find.title)).toBeVisible();
  expect(typesOf(home)).not.toContain('call.closed');

  await lockByHand(page);
  await passTime(electron, 30);
  await expect
    .poll(() => journalOf(home).find(({ type }) => type === 'call.closed'))
    .toMatchObject({ outcome: 'abandoned', reason: 'locked', agent: 'aino.agentti' });
  await unlockByHand(page);
  await systemBrowser.signIn('aino');
  await expect(heading(page, words.steps.newCall.title)).toBeVisible();
});
