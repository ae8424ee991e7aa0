import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { ask, auditFolder, journalOf, startedState } from './ask.js';
import { signInByHand, wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';

const { complete } = demoPersons;
const words = wordsIn('en');

test.beforeEach(async ({ desk: { page }, registry }) => {
  await signInByHand(page, registry.token);
  for (const ticket of ['INC-20418', 'INC-30527']) {
    await ask(page, 'startCall', { purpose: 'support', ticket, callerNumber: '' });
    await ask(page, 'findSubject', { by: 'userName', identifier: complete.userName, organisation: '' });
    await ask(page, 'chooseCandidate', { number: 1 });
    await ask(page, 'closeCall', { outcome: 'not-verified' });
  }
});

const openAudit = async (page: Page): Promise<void> => {
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
};

/** Those in sight. */
const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('gridcell') });

/** However long the list is. */
const hasEntries = (page: Page, count: number) =>
  expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));

test('lists what is in the journal, newest first, and reading it is itself an entry', async ({
  desk: { page },
  home,
}) => {
  await page.keyboard.press('Alt+2');
  await expect(rows(page).first()).toContainText('Audit read');
  await hasEntries(page, journalOf(home).length);
  expect(journalOf(home).filter(({ type }) => type === 'audit.read')).toHaveLength(1);
});

test('filters by type, ticket, outcome, purpose, subject and time', async ({ desk: { page } }) => {
  await page.keyboard.press('Alt+2');
  await expect(rows(page).first()).toBeVisible();
  const filter = (label: string) => page.getByRole('search').getByLabel(label);
  await filter('Type').selectOption('call.closed');
  await hasEntries(page, 2);
  await filter('Ticket').fill('INC-30527');
  await hasEntries(page, 1);
  await filter('Outcome').selectOption('not-verified');
  await filter('Purpose').selectOption('support');
  await hasEntries(page, 1);
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page
    .getByRole('button', { name: /Show only the person/ })
    .first()
    .click();
  await hasEntries(page, 6);
  await filter('Time').selectOption('hour');
  await hasEntries(page, 6);
  await filter('Ticket').fill('INC-99999');
  await expect(page.getByText('No entry fits these filters.')).toBeVisible();
});

test('from any entry of a call, by keys alone, to all that happened in it, in order, and back', async ({
  desk: { page },
  home,
}) => {
  await page.keyboard.press('Alt+2');
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('search').getByLabel('Type').selectOption('subject.chosen');
  await hasEntries(page, 2);
  const list = page.getByRole('grid');
  await list.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const chosen = journalOf(home).find(({ type }) => type === 'subject.chosen');
  const ofCall = journalOf(home).filter(({ call }) => call === chosen?.call);
  await expect(page.getByRole('heading', { name: `Call ${chosen?.call}` })).toBeVisible();
  const steps = page.getByRole('listbox', { name: 'What happened in the call' });
  await expect(steps).toBeFocused();
  await expect(steps.getByRole('option')).toHaveCount(ofCall.length);
  expect(await steps.locator('strong').allTextContents()).toEqual(ofCall.map(({ type }) => words.audit.types[type]));
  const details = page.getByRole('region', { name: 'The entry' });
  await expect(details).toContainText(chosen?.time ?? '');
  await page.keyboard.press('Home');
  await expect(details).toContainText(ofCall[0]?.time ?? '');
  await expect(steps.getByRole('option', { selected: true })).toContainText('Call started');
  expect(await findings(page, 'call')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
});

test('no name, phone, e-mail or search text ever enters the index', async ({ desk: { page } }) => {
  await page.keyboard.press('Alt+2');
  await expect(rows(page).first()).toBeVisible();
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const all = await Promise.all(
      names.map(
        (name) =>
          new Promise<unknown[]>((resolve) => {
            const opening = indexedDB.open(name);
            opening.onsuccess = () => {
              const database = opening.result;
              const stores = [...database.objectStoreNames];
              const reading = database.transaction(stores);
              const found = stores.map((store) => reading.objectStore(store).getAll() as IDBRequest<unknown[]>);
              reading.oncomplete = () => {
                database.close();
                resolve(found.flatMap(({ result }) => result));
              };
            };
          }),
      ),
    );
    return JSON.stringify(all);
  });
  expect(kept).toContain('call.closed');
  for (const value of [complete.userName, complete.familyName, complete.workEmail, complete.workPhone, 'sealed'])
    expect(kept).not.toContain(value);
});

test('deleting the read model loses nothing', async ({ desk: { page }, home }) => {
  await page.keyboard.press('Alt+2');
  await expect(rows(page).first()).toBeVisible();
  const listed = await rows(page).allInnerTexts();
  const journal = journalOf(home);
  await page.keyboard.press('Alt+1');
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve) => {
        const deleting = indexedDB.deleteDatabase(name ?? '');
        deleting.onsuccess = resolve;
        deleting.onblocked = resolve;
      });
    }
  });
  await page.reload();
  await openAudit(page);
  await hasEntries(page, journal.length + 1);
  // One entry more: where the list fills the window, its last row is out of sight now.
  const inSight = async () => (await rows(page).allInnerTexts()).slice(1);
  await expect.poll(async () => (await inSight()).length).toBeGreaterThanOrEqual(listed.length - 1);
  const again = await inSight();
  expect(again).toEqual(listed.slice(0, again.length));
  expect(journalOf(home).slice(0, journal.length)).toEqual(journal);
});

test('an index of another journal is thrown away', async ({ openDesk, desk, home }) => {
  await desk.page.keyboard.press('Alt+2');
  await expect(rows(desk.page).first()).toBeVisible();
  await desk.close();
  for (const name of readdirSync(auditFolder(home))) unlinkSync(join(auditFolder(home), name));
  const second = await openDesk();
  await startedState(second.page);
  await openAudit(second.page);
  // Opening the screen is itself recorded, so the journal is counted anew each time the rows are.
  const listed = async () => Number(await second.page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  await expect.poll(async () => (await listed()) - journalOf(home).length).toBe(0);
});
