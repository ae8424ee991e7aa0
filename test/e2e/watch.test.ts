import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoRegistry } from '../support/demo-registry.mjs';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { demoPolicy } from '../support/policy.mjs';
import { ask, askAnything, journalOf, signInByAsking, typesOf } from './ask.js';
import { candidates, createKeys, firstPurpose, prefer, signInByHand, wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';

const { complete } = demoPersons;
const words = wordsIn('en').watch;
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };
const byUserName = (identifier: string) => ({ by: 'userName', identifier, organisation: '' }) as const;

/** A whole call about one person, as far as the choice. */
const callAbout = async (page: Page, userName: string, ticket = start.ticket): Promise<void> => {
  await ask(page, 'startCall', { ...start, ticket });
  await ask(page, 'findSubject', byUserName(userName));
  await ask(page, 'chooseCandidate', { number: 1 });
  await ask(page, 'closeCall', { outcome: 'resolved' });
};

const flags = (page: Page) => page.getByRole('article');
const openFlags = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { name: words.title, level: 1 })).toBeVisible();
};
const reasonsOf = (home: Parameters<typeof journalOf>[0]) =>
  journalOf(home)
    .filter(({ type }) => type === 'flag.raised')
    .map(({ reason }) => reason);

test('own record: flagged with the choice, read and reviewed by keyboard, neither lost nor doubled by a restart', async ({
  openDesk,
  home,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'tunniste-people-'));
  const people = join(folder, 'people.json');
  writeFileSync(people, JSON.stringify([{ ...complete, id: 'the-agent', userName: home.person.name }]));
  const registry = await demoRegistry(['--people', people]);
  const policy = await demoPolicy(registry.url);
  try {
    const first = await openDesk({ policy });
    await signInByHand(first.page, registry.token);
    const { press, type } = createKeys(first.page);
    await press('1');
    await type(start.ticket);
    await press('Enter');
    await expect(first.page.getByLabel('What the caller gives')).toBeFocused();
    await type(home.person.name);
    await press('Enter');
    await expect(candidates(first.page)).toBeFocused();
    await press('Enter');
    // Raising a flag does not stop the agent.
    await expect(first.page.getByRole('heading', { name: 'Compare what the caller says' })).toBeVisible();
    const journal = journalOf(home);
    const flag = journal.find(({ type: kind }) => kind === 'flag.raised');
    const choice = journal.find(({ type: kind }) => kind === 'subject.chosen');
    expect(flag).toMatchObject({ reason: 'own-record', agent: home.person.name, subject: choice?.subject });
    expect(flag?.call).toBe(choice?.call);
    expect(flag?.seq).toBe((choice?.seq ?? 0) + 1);
    await first.close();

    const { page } = await openDesk({ policy });
    await expect(firstPurpose(page)).toBeFocused();
    await openFlags(page);
    await expect(page.getByText(words.about)).toBeVisible();
    await expect(page.getByText(words.noMeasure)).toBeVisible();
    await expect(flags(page)).toHaveCount(1);
    await expect(flags(page)).toContainText(words.rules['own-record']);
    await expect(flags(page)).toContainText(flag?.call ?? '');
    await expect(flags(page)).toContainText(start.ticket);
    await expect(flags(page)).toContainText((flag?.subject ?? '').slice(0, 10));
    await expect(flags(page)).not.toContainText(flag?.subject ?? '');
    await page.getByRole('button', { name: words.review, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: words.outcomes.explained })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Testing the new account together.');
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.emptyOpen)).toBeVisible();
    await page.getByRole('radio', { name: words.shows.reviewed }).check();
    await expect(flags(page)).toContainText(words.outcomes['followed-up']);
    expect(reasonsOf(home)).toEqual(['own-record']);
    const reviewed = journalOf(home).at(-1);
    expect(reviewed).toMatchObject({ type: 'flag.reviewed', outcome: 'followed-up', reason: flag?.id });
    expect(JSON.stringify(journalOf(home))).not.toContain('new account together');
    expect(typesOf(home).filter((kind) => kind === 'flags.read')).toHaveLength(1);
  } finally {
    await registry.stop();
    rmSync(folder, { recursive: true });
  }
});

test('the budget stops the lookup, a written reason opens a few more, and neither a restart nor a new call gives a fresh one', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const bounded = { ...policy, limits: { ...policy.limits, lookupsPerHour: 2, extensionLookups: 1 } };
  const first = await openDesk({ policy: bounded });
  await signInByAsking(first.page, registry.token);
  await callAbout(first.page, complete.userName);
  await first.close();

  const { page } = await openDesk({ policy: bounded });
  await expect(firstPurpose(page)).toBeFocused();
  const { press, type } = createKeys(page);
  await press('1');
  await type('INC-30527');
  await press('Enter');
  const identifier = page.getByLabel('What the caller gives');
  await expect(identifier).toBeFocused();
  await type('nobody.here');
  await press('Enter');
  await expect(page.getByText('Nobody matches')).toBeVisible();
  await identifier.fill(complete.userName);
  await press('Enter');
  const reason = page.getByLabel(words.budget.reason);
  await expect(page.getByText(wordsIn('en').failures['budget-exceeded'].what)).toBeVisible();
  const asked = typesOf(home).filter((kind) => kind === 'lookup.requested').length;
  expect(asked).toBe(2);

  await reason.fill('too short');
  await press('Enter');
  await expect(page.getByText(wordsIn('en').failures['reason-invalid'].what)).toBeVisible();
  await reason.fill('The mail server is down and everybody calls.');
  await press('Enter');
  await expect(identifier).toBeFocused();
  await expect(identifier).toHaveValue(complete.userName);
  await press('Enter');
  await expect(candidates(page)).toBeVisible();
  expect(await ask(page, 'findSubject', byUserName(complete.userName))).toEqual({
    ok: false,
    error: { code: 'budget-exceeded' },
  });
  await expect.poll(() => reasonsOf(home)).toEqual(['over-budget']);
  expect(JSON.stringify(journalOf(home))).not.toContain('everybody calls');
});

test('flags that the journal tells survive a restart and are not doubled', async ({ openDesk, registry, home }) => {
  const first = await openDesk();
  await signInByAsking(first.page, registry.token);
  await callAbout(first.page, complete.userName);
  await callAbout(first.page, complete.userName);
  await expect.poll(() => reasonsOf(home)).toEqual(['repeated-subject']);
  await first.kill();

  const second = await openDesk();
  // A desk that was killed may have been locked.
  await second.page.locator('input[type=password]').fill(registry.token);
  await second.page.keyboard.press('Enter');
  await expect(firstPurpose(second.page)).toBeFocused();
  const read = await ask(second.page, 'readFlags');
  expect(read).toMatchObject({ ok: true, value: { flags: [{ rule: 'repeated-subject', ticket: start.ticket }] } });
  await callAbout(second.page, complete.userName, 'INC-99999');
  await ask(second.page, 'readFlags');
  expect(reasonsOf(home)).toEqual(['repeated-subject']);
});

test('without the supervisor’s role main answers nothing about flags, and the page is not offered', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const { page } = await openDesk({ policy: { ...policy, signIn: { kind: 'token', roles: ['agent', 'auditor'] } } });
  await signInByHand(page, registry.token);
  await callAbout(page, complete.userName);
  await callAbout(page, complete.userName);
  await expect.poll(() => reasonsOf(home)).toEqual(['repeated-subject']);
  const id = journalOf(home).find(({ type }) => type === 'flag.raised')?.id;
  for (const [name, request] of [
    ['readFlags', undefined],
    ['reviewFlag', { id, outcome: 'false-alarm' }],
  ] as const) {
    expect(await askAnything(page, name, request)).toEqual({ ok: false, error: { code: 'forbidden' } });
  }
  expect(typesOf(home)).not.toContain('flags.read');
  expect(typesOf(home)).not.toContain('flag.reviewed');
  await expect(page.getByRole('button', { name: words.title })).toHaveCount(0);
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { name: 'New call' })).toBeVisible();
});

test('the notice is accepted once for each version, with Enter, and before it no call starts', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const text = { fi: 'Omat sanamme.', sv: 'Våra egna ord.', en: 'Words of our own.' };
  const first = await openDesk({ policy: { ...policy, notice: { version: '2026-03', text } } });
  await ask(first.page, 'signIn', { token: registry.token });
  const refused = { ok: false, error: { code: 'notice-not-accepted' } };
  expect(await ask(first.page, 'startCall', start)).toEqual(refused);
  await prefer(first.page, { language: 'sv' });
  const swedish = wordsIn('sv').watch;
  await expect(first.page.getByText(text.sv)).toBeVisible();
  await expect(first.page.getByText(swedish.notice.always)).toBeVisible();
  await expect(first.page.getByText(swedish.rules['own-record'])).toBeVisible();
  await expect(first.page.getByRole('button', { name: swedish.notice.accept })).toBeFocused();
  await first.page.keyboard.press('Enter');
  await expect(firstPurpose(first.page)).toBeFocused();
  await first.close();

  const again = await openDesk({ policy: { ...policy, notice: { version: '2026-03', text } } });
  await expect(firstPurpose(again.page)).toBeFocused();
  expect(await ask(again.page, 'startCall', start)).toMatchObject({ ok: true });
  await again.close();

  const changed = await openDesk({ policy: { ...policy, notice: { version: '2026-04', text } } });
  await expect(changed.page.getByRole('button', { name: swedish.notice.accept })).toBeFocused();
  expect(await ask(changed.page, 'startCall', start)).toEqual(refused);
  await ask(changed.page, 'acceptNotice');
  expect(await ask(changed.page, 'startCall', start)).toMatchObject({ ok: true });
  expect(
    journalOf(home)
      .filter(({ type }) => type === 'notice.accepted')
      .map(({ outcome, agent }) => [outcome, agent]),
  ).toEqual(['1+2026-03', '1+2026-04'].map((version) => [version, home.person.name]));
});

test('who the agent is as a person never reaches the window, which says that there is no surname to compare', async ({
  desk: { page },
  registry,
}) => {
  await signInByHand(page, registry.token);
  const state = await ask(page, 'deskState');
  expect(state.ok && Object.keys(state.value.session ?? {}).sort()).toEqual(['agent', 'roles']);
  await page.keyboard.press('Alt+3');
  await expect(page.getByText(words.surnameUnknown)).toBeVisible();
});

test('axe finds nothing on the notice, the flags and the reason', async ({ openDesk, policy, registry }) => {
  const { page } = await openDesk({ policy: { ...policy, limits: { ...policy.limits, lookupsPerHour: 2 } } });
  await ask(page, 'signIn', { token: registry.token });
  await expect(page.getByRole('heading', { name: words.notice.title })).toBeVisible();
  const found = await findings(page, 'notice');
  await page.keyboard.press('Enter');
  await expect(firstPurpose(page)).toBeFocused();
  await openFlags(page);
  await expect(page.getByText(words.emptyOpen)).toBeVisible();
  found.push(...(await findings(page, 'no flags')));
  await page.keyboard.press('Alt+1');
  await callAbout(page, complete.userName);
  await callAbout(page, complete.userName);
  await openFlags(page);
  await expect(flags(page)).toHaveCount(1);
  await page.getByRole('button', { name: words.review, exact: true }).click();
  found.push(...(await findings(page, 'review')));
  await page.keyboard.press('Alt+1');
  await ask(page, 'startCall', start);
  await page.reload();
  await page.getByLabel('What the caller gives').fill(complete.userName);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(words.budget.reason)).toBeVisible();
  found.push(...(await findings(page, 'reason')));
  expect(found).toEqual([]);
});
