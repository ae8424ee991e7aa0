import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { ask, journalOf } from './ask.js';
import { signInByHand } from './at-the-desk.js';

const { complete } = demoPersons;

test.beforeEach(async ({ desk: { page }, registry }) => {
  await signInByHand(page, registry.token);
  for (const ticket of ['INC-20418', 'INC-30527']) {
    await ask(page, 'startCall', { purpose: 'support', ticket, callerNumber: '' });
    await ask(page, 'findSubject', { by: 'userName', identifier: complete.userName, organisation: '' });
    await ask(page, 'chooseCandidate', { number: 1 });
    await ask(page, 'closeCall', { outcome: 'not-verified' });
  }
});

const openAudit = async (page: import('@playwright/test').Page): Promise<void> => {
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
};

const rows = (page: import('@playwright/test').Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });

test('lists what is in the journal, newest first, and reading it is itself an entry', async ({
  desk: { page },
  home,
}) => {
  await page.keyboard.press('Alt+2');
  await expect(rows(page).first()).toContainText('Audit read');
  await expect(rows(page)).toHaveCount(journalOf(home).length);
  expect(journalOf(home).filter(({ type }) => type === 'audit.read')).toHaveLength(1);
});

test('filters by type, ticket, subject and time', async ({ desk: { page } }) => {
  await page.keyboard.press('Alt+2');
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('search').getByLabel('Type').selectOption('call.closed');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('search').getByLabel('Ticket').fill('INC-30527');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page
    .getByRole('button', { name: /Show only the person/ })
    .first()
    .click();
  await expect(rows(page)).toHaveCount(6);
  await page.getByRole('search').getByLabel('Time').selectOption('hour');
  await expect(rows(page)).toHaveCount(6);
  await page.getByRole('search').getByLabel('Ticket').fill('INC-99999');
  await expect(page.getByText('No entry fits these filters.')).toBeVisible();
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
  await expect(rows(page)).toHaveCount(listed.length + 1);
  expect((await rows(page).allInnerTexts()).slice(1)).toEqual(listed);
  expect(journalOf(home).slice(0, journal.length)).toEqual(journal);
});

test('an index of another journal is thrown away', async ({ openDesk, desk, registry, home }) => {
  await desk.page.keyboard.press('Alt+2');
  await expect(rows(desk.page).first()).toBeVisible();
  await desk.close();
  home.env['XDG_STATE_HOME'] = `${home.path}/other-state`;
  const second = await openDesk();
  await expect(second.page.locator('input[type=password]')).toBeVisible();
  await ask(second.page, 'signIn', { token: registry.token });
  await second.page.reload();
  await openAudit(second.page);
  // Opening the screen is itself recorded, so the journal is counted anew each time the rows are.
  await expect.poll(async () => (await rows(second.page).count()) - journalOf(home).length).toBe(0);
});
