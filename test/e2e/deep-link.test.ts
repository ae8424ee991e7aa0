import type { Page } from '@playwright/test';
import { expect, test, type OpenDesk } from '../support/fixtures.js';
import type { Home } from '../support/person.mjs';
import type { Policy } from '../support/policy.mjs';
import { startApp } from '../support/start-app.js';
import { ask, journalOf, startedState, typesOf } from './ask.js';
import { signInByHand, wordsIn } from './at-the-desk.js';

const words = wordsIn('en');
const link = 'tunniste:call?ticket=INC-20418&from=%2B358401234567';
const withLinks = (policy: Policy): Policy => ({ ...policy, deepLink: true });
const ticketLabel = words.steps.newCall.ticket;
const numberLabel = words.steps.newCall.callerNumber;

/** A desk with that policy, in English, whose agent has signed in and is about to begin a call. */
const signedIn = async (openDesk: OpenDesk, { token }: { readonly token: string }, policy: Policy): Promise<Page> => {
  const { page } = await openDesk({ policy });
  await signInByHand(page, token);
  return page;
};

/** What somebody's browser does with a link: it starts the program once more. */
const click = async (home: Home, text: string): Promise<void> => {
  expect(await startApp(home, [text])).toMatchObject({ code: 0 });
};
const refusals = (home: Home): string[] =>
  journalOf(home)
    .filter(({ type, fields }) => type === 'operation.refused' && fields[0] === 'deepLink')
    .map(({ reason }) => reason ?? '');

const opened = (home: Home): unknown[] =>
  journalOf(home)
    .filter(({ type }) => type === 'link.opened')
    .map(({ ticket, outcome }) => [ticket, outcome]);

test('a second instance fills the form of a new call, and starts and searches nothing', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const page = await signedIn(openDesk, registry, withLinks(policy));
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: words.settings.title, level: 1 })).toBeVisible();
  await click(home, link);
  await expect(page.getByLabel(ticketLabel)).toHaveValue('INC-20418');
  await expect(page.getByLabel(numberLabel)).toHaveValue('+358401234567');
  await expect(page.getByLabel(ticketLabel)).toBeVisible();
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { call: null } });
  expect(typesOf(home).filter((type) => /^(?:call|lookup)\./.test(type))).toEqual([]);
  expect(refusals(home)).toEqual([]);
  expect(opened(home)).toEqual([['INC-20418', 'filled']]);

  await page.getByRole('radio', { name: words.terms.purpose.support }).check();
  await page.getByLabel(ticketLabel).press('Enter');
  await expect(page.getByRole('heading', { name: words.steps.find.title })).toBeVisible();
});

test('a link that starts the desk fills the form once the agent is signed in from last time', async ({
  openDesk,
  policy,
  registry,
}) => {
  const first = await openDesk({ policy: withLinks(policy) });
  await signInByHand(first.page, registry.token);
  await first.close();
  const second = await openDesk({ policy: withLinks(policy), args: [link] });
  await expect(second.page.getByLabel(ticketLabel)).toHaveValue('INC-20418');
  await expect(second.page.getByLabel(numberLabel)).toHaveValue('+358401234567');
});

test('what the agent has typed stays as it is, and the agent is told', async ({ openDesk, policy, registry, home }) => {
  const page = await signedIn(openDesk, registry, withLinks(policy));
  await page.getByLabel(numberLabel).fill('050');
  await click(home, link);
  await expect(page.getByText(words.shell.link.typed)).toBeVisible();
  await expect(page.getByLabel(numberLabel)).toHaveValue('050');
  await expect(page.getByLabel(ticketLabel)).toHaveValue('');
});

test('a link that comes while the receipt is shown takes nothing away, and waits for the form', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const page = await signedIn(openDesk, registry, withLinks(policy));
  await page.getByRole('radio', { name: words.terms.purpose.support }).check();
  await page.getByLabel(ticketLabel).fill('INC-10000');
  await page.getByLabel(ticketLabel).press('Enter');
  await expect(page.getByRole('heading', { name: words.steps.find.title })).toBeVisible();
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('heading', { name: words.steps.close.title })).toBeVisible();
  await page.keyboard.press('1');
  const receipt = page.getByRole('region', { name: words.steps.receipt.text });
  await expect(receipt).toContainText('INC-10000');
  await click(home, link);
  await startedState(page);
  await expect(receipt).toContainText('INC-10000');
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel(ticketLabel)).toHaveValue('INC-20418');
});

test('links that come while the desk is locked wait behind the lock, the last one wins, and each is on record', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const { page } = await openDesk({ policy: withLinks(policy) });
  await signInByHand(page, registry.token);
  await page.keyboard.press('Control+l');
  await expect(page.getByLabel(words.lock.token)).toBeFocused();
  await click(home, 'tunniste:call?ticket=INC-10000');
  await click(home, link);
  await expect.poll(() => opened(home)).toEqual([['INC-10000', 'superseded']]);
  await expect(page.getByText('INC-')).toHaveCount(0);
  await page.keyboard.insertText(registry.token);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(ticketLabel)).toHaveValue('INC-20418');
  expect(opened(home)).toEqual([
    ['INC-10000', 'superseded'],
    ['INC-20418', 'filled'],
  ]);
});

test('while a call is open, and while nobody is signed in, a link is ignored with a word', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const { page } = await openDesk({ policy: withLinks(policy) });
  await expect(page.locator('input[type=password]')).toBeFocused();
  await click(home, link);
  const word = page.getByRole('complementary', { name: words.shell.link.title });
  await expect(word).toContainText(words.shell.link['not-signed-in']);
  await expect(page.locator('input[type=password]')).toBeFocused();
  await word.getByRole('button').click();
  await expect(word).toHaveCount(0);

  await page.locator('input[type=password]').focus();
  await signInByHand(page, registry.token);
  await expect(page.getByLabel(ticketLabel)).toHaveValue('');
  await page.getByRole('radio', { name: words.terms.purpose.support }).check();
  await page.getByLabel(ticketLabel).fill('INC-10000');
  await page.getByLabel(ticketLabel).press('Enter');
  await expect(page.getByRole('heading', { name: words.steps.find.title })).toBeVisible();
  await click(home, link);
  await expect(word).toContainText(words.shell.link['call-open']);
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { call: { ticket: 'INC-10000' } } });
  await expect.poll(() => refusals(home)).toEqual(['not-signed-in', 'call-open']);
});

test('links are off unless the policy says otherwise: on record, told, and never shown', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const page = await signedIn(openDesk, registry, policy);
  await click(home, link);
  // It is on record once nothing more will come of it.
  await expect.poll(() => refusals(home)).toEqual(['link-off']);
  await expect(page.getByText(words.failures['link-off'].what)).toBeVisible();
  expect(await ask(page, 'waitingLink')).toEqual({ ok: true, value: { event: null } });
  await page.reload();
  await expect(page.getByLabel(ticketLabel)).toHaveValue('');
});

test('a link that is none is refused: on record, told, and never shown', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const page = await signedIn(openDesk, registry, withLinks(policy));
  await click(home, 'tunniste:call?ticket=INC-20419&identifier=kanarialintu');
  await click(home, 'tunniste:find?userName=kanarialintu');
  // Links are looked at in the order in which they come: when this one is in the form, those before it are done with.
  await click(home, link);
  await expect(page.getByLabel(ticketLabel)).toHaveValue('INC-20418');
  await expect.poll(() => refusals(home)).toEqual(['link-invalid', 'link-invalid']);
  await click(home, 'tunniste:call?ticket=kanarialintu');
  await expect(page.getByText(words.failures['link-invalid'].what)).toBeVisible();
  await expect(page.getByText('kanarialintu')).toHaveCount(0);
  await expect(page.getByLabel(ticketLabel)).toHaveValue('INC-20418');
  expect(JSON.stringify(journalOf(home))).not.toContain('kanarialintu');
});

test('a link beside a command is wrong usage, in whatever order: whoever wrote it has no say in anything else', async ({
  home,
}) => {
  for (const given of [
    [link, '--device-key'],
    ['--check-policy', link],
  ]) {
    expect(await startApp(home, given)).toMatchObject({ code: 64, out: '' });
  }
});
