import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { findings } from './axe.js';
import { candidates, createKeys, signInByHand } from './at-the-desk.js';
import { prove } from './proving.js';

const { complete } = demoPersons;
test('axe finds nothing on any screen, by light or dark', async ({ desk: { page }, registry }) => {
  test.slow(); // every screen there is
  const found: string[] = [];
  const look = async (screen: string): Promise<void> => void found.push(...(await findings(page, screen)));
  const violations: string[] = [];
  page.on(
    'console',
    (message) => message.text().includes('Content Security Policy') && violations.push(message.text()),
  );
  await expect(page.locator('input[type=password]')).toBeFocused();
  await look('sign-in');
  await signInByHand(page, registry.token);
  const { press, type } = createKeys(page);
  await look('new call');
  await press('2');
  await type('INC-20418');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
  await look('find');
  await type(complete.userName);
  await press('Enter');
  await expect(candidates(page)).toBeFocused();
  await look('candidates');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Compare what the caller says' })).toBeVisible();
  await type('wrong@acme.example');
  await press('Enter');
  await expect(page.getByText('No match').first()).toBeVisible();
  await look('compare, no match');
  await page.getByLabel('Work e-mail').fill(complete.workEmail);
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Start the call-back' })).toBeFocused();
  await look('prove');
  await press('Enter');
  await expect(page.getByText(complete.workPhone)).toBeVisible();
  await look('call-back');
  await press('1');
  await expect(page.getByRole('button', { name: 'Show User ID' })).toBeFocused();
  await press('1');
  await expect(page.getByText(complete.userName, { exact: true })).toBeVisible();
  await look('verified');
  await press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('commands');
  await press('Escape');
  await press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('shortcuts');
  await press('Escape');
  await press('Control+e');
  await look('close');
  await press('1');
  await expect(page.getByRole('heading', { name: 'Call closed' })).toBeVisible();
  await look('receipt');
  await press('Alt+2');
  await expect(page.getByRole('heading', { name: 'Audit', level: 1 })).toBeFocused();
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await look('audit');
  await page.getByRole('radio', { name: 'Charts' }).check();
  const ended = page.getByRole('figure', { name: 'How calls ended' });
  await ended.getByText('As a table').click();
  await expect(ended.getByRole('cell')).toHaveText(['1']);
  await look('charts');
  await press('Alt+3');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.getByText('Weakest way: Facts compared + Call-back.').first()).toBeVisible();
  await look('settings');
  expect(found).toEqual([]);
  expect(violations).toEqual([]);
});

test('at 960 × 600 what is asked is in sight, and at 200 % text nothing is cut off and the state stays', async ({
  desk: { page, electron },
  registry,
}) => {
  await signInByHand(page, registry.token);
  for (const zoom of [1, 2]) {
    await electron.evaluate(({ BrowserWindow }, factor) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(960, 600);
      window?.webContents.setZoomFactor(factor);
    }, zoom);
    if (zoom === 1) {
      const last = page.getByRole('radio', { name: 'Disclosure' });
      const start = page.getByRole('button', { name: 'Start the call' });
      for (const part of [last, page.getByLabel('Ticket'), page.getByLabel('Caller’s number'), start]) {
        await expect(part).toBeInViewport({ ratio: 1 });
      }
    }
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBeLessThanOrEqual(1);
    if (zoom === 1) {
      await prove(page);
      await expect(page.locator('.demand').last()).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('button', { name: 'Start the call-back' })).toBeFocused();
    }
  }
  const state = page.getByRole('region', { name: 'State of the call' });
  const parts = [
    state,
    ...['.call-top', '.call-foot', '.step > header', '.step-work', '.say'].map((part) => page.locator(part)),
  ];
  await page.locator('.desk').evaluate((desk) => desk.scrollTo(0, 0));
  const ends = await Promise.all(
    parts.map((part) => part.evaluate((box) => box.getBoundingClientRect().toJSON() as DOMRect)),
  );
  for (const [index, { top }] of ends.entries())
    expect(top).toBeGreaterThanOrEqual((ends[index - 1]?.bottom ?? top) - 1);
  await page.locator('.say').scrollIntoViewIfNeeded();
  await expect(state).toBeInViewport({ ratio: 1 });
});
