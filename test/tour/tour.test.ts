import { candidates, prefer, wordsIn } from '../e2e/at-the-desk.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { test } from '../support/fixtures.js';
import { createCamera, looks } from './camera.js';

for (const { language, theme } of looks) {
  test(`the desk in ${language}, ${theme}`, async ({ desk, registry }) => {
    const { page } = desk;
    const { picture, both } = createCamera(desk, `${language}-${theme}`);
    const words = wordsIn(language);
    const { complete, ended, restricted, newPhone } = demoPersons;
    const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
    const press = (key: string) => page.keyboard.press(key);
    const fill = (label: string, text: string) => page.getByLabel(label).fill(text);
    const search = async (purpose: string, userName: string) => {
      await heading(words.steps.newCall.title);
      await press(purpose);
      await page.keyboard.type('INC-20418');
      await press('Enter');
      await heading(words.steps.find.title);
      await fill(words.steps.find.identifier, userName);
      await press('Enter');
    };
    const choose = async () => {
      await candidates(page).first().waitFor();
      await press('Enter');
      await heading(words.steps.compare.title);
    };
    const close = async () => {
      await press('Control+e');
      await heading(words.steps.close.title);
      await press('2');
      await heading(words.steps.receipt.title);
      await press('Control+n');
    };

    await prefer(page, { language, theme });
    await page.locator('input[type=password]').waitFor();
    await picture('sign-in');
    await page.locator('input[type=password]').fill(registry.token);
    await press('Enter');
    await heading(words.watch.notice.title);
    await picture('notice');
    await press('Enter');
    await heading(words.steps.newCall.title);
    await both('new-call');
    for (const [person, name] of [
      [ended, 'ended'],
      [restricted, 'restricted'],
    ] as const) {
      await search('1', person.userName);
      await page.getByRole('status').first().waitFor();
      await picture(name);
      await close();
    }
    await search('2', newPhone.userName);
    await choose();
    await page.keyboard.type(newPhone.workEmail);
    await press('Enter');
    await heading(words.steps.prove.title);
    await both('no-call-back');
    await close();
    await search('2', complete.userName);
    await candidates(page).first().waitFor();
    await picture('candidates');
    await choose();
    await fill(words.terms.field.workEmail, 'somebody@acme.example');
    await press('Enter');
    await page.getByText(words.steps.compare.noMatch).first().waitFor();
    await picture('no-match');
    await fill(words.terms.field.workEmail, complete.workEmail);
    await press('Enter');
    await heading(words.steps.prove.title);
    await both('prove');
    await press('Enter');
    await page.getByText(complete.workPhone).waitFor();
    await picture('call-back');
    await press('1');
    await heading(words.steps.verified.title);
    await press('1');
    await page.getByText(complete.userName, { exact: true }).waitFor();
    await picture('verified');
    await press('Control+k');
    await page.getByRole('dialog').waitFor();
    await picture('commands');
    await press('Escape');
    await press('F1');
    await page.getByRole('dialog').waitFor();
    await picture('shortcuts');
    await press('Escape');
    await press('Control+e');
    await heading(words.steps.close.title);
    await picture('close');
    await press('1');
    await heading(words.steps.receipt.title);
    await picture('receipt');
    await press('Control+n');
    await search('1', complete.userName);
    await choose();
    // The wrong answer of the call before still counts.
    for (let wrong = 0; wrong < 2; wrong++) {
      await fill(words.terms.field.workEmail, `wrong-${wrong}@acme.example`);
      await fill(words.terms.field.organisation, complete.organisation);
      await press('Enter');
      await page.getByRole('alert').first().waitFor();
    }
    await heading(words.steps.locked.title);
    await picture('locked');
    await press('Alt+2');
    await page.getByRole('row').nth(5).waitFor();
    await picture('audit');
    await press('Alt+3');
    await heading(words.settings.title);
    await picture('settings');
    await page.getByRole('heading', { name: words.scores.title }).scrollIntoViewIfNeeded();
    await page.getByRole('heading', { name: words.settings.policy }).scrollIntoViewIfNeeded();
    await picture('scores');
    await press('Alt+4');
    await heading(words.watch.title);
    await page.getByRole('article').first().waitFor();
    await picture('flags');
  });
}
