import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RequestOf } from '../../shared/contract.js';
import { hits } from '../support/canary-search.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test as base } from '../support/fixtures.js';
import { mailDesk } from '../support/mail-desk.js';
import type { Home } from '../support/person.mjs';
import { ask, askAnything, auditFolder, journalOf, signInByAsking, typesOf } from './ask.js';
import { prefer, wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';
import { unlock } from './locked.js';

const test = base.extend<{ mail: Awaited<ReturnType<typeof mailDesk>> }>({
  mail: async ({ policy }, use) => {
    const mail = await mailDesk(policy);
    await use(mail);
    await mail.end();
  },
});

const { complete, ended, restricted } = demoPersons;
const words = wordsIn('en').requests;
const requestFolder = (home: Home): string => join(auditFolder(home), '..', 'requests');
/** Those that are whole; what kill -9 left half written is none. */
const requestFiles = (home: Home): string[] =>
  readdirSync(requestFolder(home)).filter((name) => name.endsWith('.request.json'));

/** As far as a verified caller, and the window shows it. */
const verify = async (page: Page, purpose: string, who: { userName: string; workEmail: string }): Promise<void> => {
  expect(await ask(page, 'startCall', { purpose, ticket: 'INC-20418', callerNumber: '' })).toMatchObject({ ok: true });
  await ask(page, 'findSubject', { by: 'userName', identifier: who.userName, organisation: '' });
  await ask(page, 'chooseCandidate', { number: 1 });
  await ask(page, 'compareClaims', { claims: { workEmail: who.workEmail } });
  if (purpose === 'privacy-request') {
    await ask(page, 'startCallBack');
    await ask(page, 'finishCallBack', { result: 'reached' });
  }
  const state = await ask(page, 'deskState');
  expect(state).toMatchObject({ ok: true, value: { call: { step: 'verified' } } });
  await page.reload();
};
const file = async (page: Page, purpose: string, request: RequestOf<'fileRequest'>): Promise<void> => {
  await verify(page, purpose, complete);
  expect(await ask(page, 'fileRequest', request)).toMatchObject({ ok: true });
  expect(await ask(page, 'closeCall', { outcome: 'resolved' })).toMatchObject({ ok: true });
};
const block = { kind: 'block', matter: 'misuse', words: 'canary words of the caller' } as const;
const removal = { kind: 'end-of-use', matter: 'in-writing', words: '' } as const;
const cards = (page: Page) => page.getByRole('article');
const openRequests = async (page: Page, language: 'fi' | 'sv' | 'en' = 'en'): Promise<void> => {
  // A page that has just been loaded takes no key yet.
  await expect(page.getByRole('button', { name: wordsIn(language).requests.title, exact: true })).toBeVisible();
  await page.keyboard.press('Alt+5');
  await expect(page.getByRole('heading', { name: wordsIn(language).requests.title, level: 1 })).toBeFocused();
};

test('privacy-request: opens for a person with restricted use, is mailed, and stands in the list with its day', async ({
  openDesk,
  mail,
  registry,
  home,
}) => {
  const { page } = await openDesk({ policy: mail.policy });
  await signInByAsking(page, registry.token);
  await prefer(page, { language: 'fi' });
  const fi = wordsIn('fi').requests;
  await verify(page, 'privacy-request', restricted);
  // Nothing to show, so the first key is for the form.
  const matter = page.getByLabel(fi.file.matter['privacy-request']);
  await expect(matter).toBeFocused();
  await matter.selectOption({ label: fi.matter.erasure });
  await page.keyboard.press('Tab');
  await page.keyboard.type('Poistakaa kaikki.');
  await page.keyboard.press('Enter');
  await expect(page.getByText(fi.file.keptDue.split('{{')[0] ?? '')).toBeVisible();
  await expect.poll(() => mail.received().length).toBe(1);
  const [sent] = mail.received();
  expect(sent).toMatchObject({ to: ['tietosuoja@esimerkki.example'] });
  expect(sent?.text).toContain('Riitta Kieltonen');
  expect(sent?.text).toContain('Poistakaa kaikki.');
  await expect.poll(() => typesOf(home)).toContain('request.sent');
  await openRequests(page, 'fi');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText(fi.kind['privacy-request']);
  await expect(cards(page)).toContainText(fi.due);
  await expect(cards(page)).not.toContainText('Kieltonen');
  expect(hits(requestFolder(home), ['Kieltonen', 'rkielto', 'Poistakaa'])).toEqual([]);
});

test('block: facts alone, nothing shown, the report is kept and mailed', async ({ openDesk, mail, registry }) => {
  const { page } = await openDesk({ policy: mail.policy });
  await signInByAsking(page, registry.token);
  await prefer(page, { language: 'sv' });
  const sv = wordsIn('sv').requests;
  await verify(page, 'block', complete);
  await expect(page.getByLabel(sv.file.matter.block)).toBeFocused();
  await expect(page.locator('.reveal')).toHaveCount(0);
  await page.getByRole('button', { name: sv.file.go }).press('Enter');
  await expect(page.getByText(sv.file.kept)).toBeVisible();
  await expect
    .poll(() => mail.received().map(({ subject }) => subject))
    .toEqual([expect.stringContaining('Report of loss or misuse')]);
});

test('disclose: the fields are on record with recipient and basis before one of them can be shown', async ({
  openDesk,
  mail,
  registry,
  home,
}) => {
  const { page } = await openDesk({ policy: mail.policy });
  await signInByAsking(page, registry.token);
  await verify(page, 'disclose', complete);
  await expect(page.locator('.reveal')).toHaveCount(0);
  await page.getByRole('button', { name: words.file.go }).press('Enter');
  await expect(page.getByText(wordsIn('en').failures['request-invalid'].what)).toBeVisible();
  await page.getByLabel(words.file.recipient).fill('Example Police');
  await page.getByLabel(words.file.basis).fill('Act 1/2000, section 3');
  await page.getByRole('checkbox', { name: 'User ID' }).check();
  await page.getByRole('button', { name: words.file.go }).press('Enter');
  await expect(page.getByText(words.file.kept)).toBeVisible();
  await expect(page.locator('.reveal')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show User ID' }).click();
  await expect(page.getByText(complete.userName, { exact: true })).toBeVisible();
  const journal = journalOf(home);
  const at = (type: string) => journal.findIndex((entry) => entry.type === type);
  expect(journal[at('fields.disclosed')]).toMatchObject({ fields: ['userName'], reason: 'law' });
  expect(at('fields.disclosed')).toBeLessThan(at('field.revealed'));
  expect(JSON.stringify(journal)).not.toContain('Example Police');
});

test('end-of-use: says only whether use has ended, and the confirmed removal erases what the desk holds sealed', async ({
  openDesk,
  mail,
  registry,
  home,
}) => {
  const { page } = await openDesk({ policy: mail.policy });
  await signInByAsking(page, registry.token);
  await verify(page, 'end-of-use', ended);
  // Above what can be shown, and first: the key that is said to record it does.
  await expect(page.getByLabel(words.file.matter['end-of-use'])).toBeFocused();
  await expect(page.locator('.reveal')).toHaveCount(1);
  await page.getByLabel(words.file.matter['end-of-use']).selectOption({ label: words.matter['in-writing'] });
  await page.getByRole('button', { name: words.file.go }).press('Enter');
  await expect(page.getByText(words.file.kept)).toBeVisible();
  await expect.poll(() => mail.received().map(({ to }) => to)).toEqual([['owner@registry.example']]);
  await expect.poll(() => typesOf(home)).toContain('request.sent');
  await ask(page, 'closeCall', { outcome: 'resolved' });
  await openRequests(page);
  await page.getByRole('button', { name: words.finishRemoval }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.finishRemovalAbout)).toBeVisible();
  // A second Enter only steps back.
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.getByRole('button', { name: words.finishRemovalSure }).press('Enter');
  await expect(page.getByText(words.empty)).toBeVisible();
  expect(journalOf(home).find(({ type }) => type === 'subject.erased')).toMatchObject({ reason: 'in-writing' });
  expect(typesOf(home)).toContain('request.finished');
  expect(requestFiles(home)).toEqual([]);
});

test('a request outlives kill -9 while the relay is down, tells why it waits, and is sent once when it is back', async ({
  openDesk,
  mail,
  registry,
  home,
}) => {
  await mail.down();
  const first = await openDesk({ policy: mail.policy });
  await signInByAsking(first.page, registry.token);
  await file(first.page, 'block', block);
  await first.kill();
  expect(requestFiles(home)).toHaveLength(1);
  expect(hits(join(requestFolder(home), '..'), [complete.userName, complete.familyName, block.words])).toEqual([]);

  const { page } = await openDesk({ policy: mail.policy });
  await unlock(page, registry.token);
  await expect(page.getByText(words.unsent_one.replace('{{count}}', '1'))).toBeVisible();
  await openRequests(page);
  await expect(cards(page)).toContainText(words.waiting);
  await expect(cards(page)).toContainText(wordsIn('en').failures['mail-unreachable'].what);
  await mail.up();
  await page.getByRole('button', { name: words.retry }).press('Enter');
  await expect(cards(page)).toContainText(words.sent.split(' {{')[0] ?? '');
  await expect(page.getByText(words.unsent_one.replace('{{count}}', '1'))).toHaveCount(0);
  expect(mail.received()).toHaveLength(1);
  expect(mail.received()[0]?.text).toContain(block.words);
  expect(typesOf(home).filter((type) => type === 'request.sent')).toHaveLength(1);
});

test('who is neither agent nor overseer is told nothing of requests, and only a privacy officer finishes one', async ({
  openDesk,
  mail,
  registry,
}) => {
  const as = (...roles: string[]) => ({ ...mail.policy, signIn: { kind: 'token', roles } });
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  const auditor = await openDesk({ policy: as('auditor') });
  await signInByAsking(auditor.page, registry.token);
  expect(await ask(auditor.page, 'readRequests')).toEqual(forbidden);
  await expect(auditor.page.getByRole('button', { name: words.title })).toHaveCount(0);
  await auditor.close();

  const { page } = await openDesk({ policy: as('agent', 'supervisor') });
  await signInByAsking(page, registry.token);
  await file(page, 'end-of-use', removal);
  const read = await ask(page, 'readRequests');
  const id = read.ok ? read.value.requests[0]?.id : undefined;
  expect(await askAnything(page, 'finishRequest', { id })).toEqual(forbidden);
});

test('axe finds nothing on the requests, of which an overdue one says so in words', async ({
  openDesk,
  mail,
  registry,
  home,
}) => {
  const first = await openDesk({ policy: mail.policy });
  await signInByAsking(first.page, registry.token);
  await openRequests(first.page);
  await expect(first.page.getByText(words.empty)).toBeVisible();
  const found = await findings(first.page, 'empty');
  await first.page.keyboard.press('Alt+1');
  await verify(first.page, 'disclose', complete);
  await expect(first.page.getByLabel(words.file.recipient)).toBeVisible();
  found.push(...(await findings(first.page, 'form')));
  await ask(first.page, 'closeCall', { outcome: 'resolved' });
  await file(first.page, 'privacy-request', { kind: 'privacy-request', matter: 'access', words: '' });
  await expect.poll(() => typesOf(home)).toContain('request.sent');
  await first.close();
  const [name = ''] = requestFiles(home);
  const path = join(requestFolder(home), name);
  const kept = JSON.parse(readFileSync(path, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...kept, due: '2026-01-31' }));

  const { page } = await openDesk({ policy: mail.policy });
  await openRequests(page);
  await expect(cards(page)).toContainText('OVERDUE since 31/01/2026');
  found.push(...(await findings(page, 'overdue')));
  expect(found).toEqual([]);
});
