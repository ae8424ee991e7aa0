import { auditFolder, signInByAsking } from '../e2e/ask.js';
import { prefer, wordsIn } from '../e2e/at-the-desk.js';
import { test } from '../support/fixtures.js';
import { growJournal } from '../support/grown-journal.js';
import { createCamera, looks } from './camera.js';

for (const { language, theme } of looks) {
  test(`the audit in ${language}, ${theme}`, async ({ openDesk, policy, registry, home }) => {
    const roles = ['agent', 'privacy-officer', 'auditor'];
    const options = { policy: { ...policy, signIn: { kind: 'token', roles } } };
    const first = await openDesk(options);
    await signInByAsking(first.page, registry.token);
    await first.close();
    growJournal(auditFolder(home), 30_000, 90);
    const desk = await openDesk(options);
    const { page } = desk;
    const { picture, both } = createCamera(desk, `${language}-${theme}-audit`);
    const words = wordsIn(language);
    await prefer(page, { language, theme });
    await page.getByRole('button', { name: words.audit.title, exact: true }).click();
    await page.getByRole('row').nth(5).waitFor();
    await page.locator('.index-bar progress').waitFor({ state: 'detached' });
    await both('list');
    await page.getByLabel(words.audit.type).selectOption('factor.finished');
    await page.getByRole('row').nth(5).waitFor();
    await page.getByRole('grid').focus();
    for (let row = 0; row < 4; row += 1) await page.keyboard.press('ArrowDown');
    await picture('filtered');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    await both('call');
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: words.charts.views.charts }).check();
    await page.getByRole('figure').nth(2).waitFor();
    await both('charts');
    await page.getByRole('figure').first().getByText(words.charts.table).click();
    await picture('charts-table');
  });
}
