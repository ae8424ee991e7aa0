import type { Page } from '@playwright/test';
import { drillWords } from '../../renderer/desk/drill/words.js';
import { fromText } from '../../shared/json-text.js';
import { demoPost } from '../support/demo-post.mjs';
import { expect, test } from '../support/fixtures.js';
import { demoPolicy } from '../support/policy.mjs';
import { candidates, createKeys, prefer, signInByHand, wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';

const words = wordsIn('en');
const { callers, choose, end, rules: shown } = drillWords.en;

/** What is typed before it is there goes where it went before. */
const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
};

/** From the desk, by the command palette, as far as the caller's first words. */
const begin = async (page: Page, caller: keyof typeof callers): Promise<void> => {
  const { press, type } = createKeys(page);
  await openPalette(page);
  await type(words.shell.command.drill);
  await press('ArrowDown');
  await press('Enter');
  await expect(page.getByRole('heading', { name: choose.title })).toBeVisible();
  // Every caller is in sight.
  const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element) =>
    scrollWidth > clientWidth || scrollHeight > clientHeight;
  expect(await page.locator('.step-work').evaluate(isCut)).toBe(false);
  await page.getByRole('button', { name: callers[caller].name }).press('Enter');
  await expect(page.getByText(callers[caller].start)).toBeVisible();
};

const isDrill = async (page: Page): Promise<void> => {
  await expect(page.getByRole('complementary', { name: words.drill.badge })).toBeVisible();
  await expect(page).toHaveTitle(`Tunniste – ${words.drill.badge}`);
};

/** As far as the proof, with what the panel says. */
const untilProof = async (page: Page, userName: string, workEmail: string): Promise<void> => {
  const { press, type } = createKeys(page);
  await press('2');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
  await isDrill(page);
  await type(userName);
  await press('Enter');
  await expect(candidates(page)).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Compare what the caller says' })).toBeVisible();
  await type(workEmail);
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Start the call-back' })).toBeFocused();
};

test('a genuine caller is proven twice and helped by the keyboard alone, nothing is sent, and the call is assessed', async ({
  openDesk,
  registry,
}) => {
  const post = await demoPost(() => undefined);
  const { page } = await openDesk({ policy: post.in(await demoPolicy(registry.url)) });
  const found: string[] = [];
  await signInByHand(page, registry.token);
  const { press, type } = createKeys(page);
  await begin(page, 'genuine');
  found.push(...(await findings(page, 'drill, new call')));
  await untilProof(page, 'hharjul', 'helmi.harjula@kuusi.example');
  await press('Enter');
  await expect(page.getByText(drillWords.en.anyone.callBack)).toBeVisible();
  found.push(...(await findings(page, 'drill, call-back')));
  await press('1');
  await expect(page.getByText(drillWords.en.anyone.more)).toBeVisible();
  await press('1');
  await expect(page.getByRole('button', { name: words.ways.send['sms-code'] })).toBeFocused();
  await press('Enter');
  await expect(page.getByLabel(words.ways.code)).toBeFocused();
  await expect(page.getByText(drillWords.en.anyone.code)).toBeVisible();
  const message = await page.getByRole('region', { name: drillWords.en.panel.message.caller }).innerText();
  found.push(...(await findings(page, 'drill, message')));
  await type(/\b\d{6}\b/.exec(message)?.[0] ?? '');
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Show User ID' })).toBeFocused();
  await press('1');
  await expect(page.getByText('hharjul', { exact: true }).first()).toBeVisible();
  await press('Control+e');
  await press('1');
  await expect(page.getByRole('heading', { name: end.title })).toBeVisible();
  await isDrill(page);
  await expect(page.getByText(callers.genuine.truth)).toBeVisible();
  await expect(page.getByText(`${end.kept}: ${shown.proof.kept}`)).toBeVisible();
  await expect(page.getByText(`${end.risky}: `)).toHaveCount(0);
  found.push(...(await findings(page, 'drill, assessment')));
  await expect(page.getByRole('button', { name: end.next })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { name: choose.title })).toBeVisible();
  found.push(...(await findings(page, 'drill, choice')));
  expect(found).toEqual([]);
  expect([post.mail.received, post.gateway.messages]).toEqual([[], []]);
  await post.stop();
});

test('an attacker who is believed is shown as a risk; the entries are marked, and the drill ends', async ({
  desk: { page },
  registry,
}) => {
  await prefer(page, { theme: 'dark' });
  await signInByHand(page, registry.token);
  const { press } = createKeys(page);
  await begin(page, 'lost-phone');
  await untilProof(page, 'lrannik', 'leena.rannikko@manty.example');
  await expect(page.getByText(callers['lost-phone'].proof ?? '')).toBeVisible();
  await press('Enter');
  await expect(page.getByText(callers['lost-phone'].callBack ?? '')).toBeVisible();
  await press('1');
  await expect(page.getByRole('button', { name: 'Show User ID' })).toBeFocused();
  await press('Control+e');
  await press('1');
  await expect(page.getByText(`${end.risky}: ${shown.impostor.risky}`)).toBeVisible();
  await expect(page.getByText(`${end.risky}: ${shown['call-back'].risky}`)).toBeVisible();
  expect(await findings(page, 'drill, assessment')).toEqual([]);

  await press('Alt+2');
  await isDrill(page);
  const row = page.getByRole('row').filter({ hasText: words.audit.types['call.verified'] });
  await expect(row.filter({ hasText: words.drill.badge })).toBeVisible();
  await press('Alt+1');
  await page.getByRole('button', { name: words.drill.end }).first().press('Enter');
  await expect(page.getByRole('complementary', { name: words.drill.badge })).toHaveCount(0);
  await expect(page).toHaveTitle(`Tunniste – ${words.demo.badge}`);
});

test('while a call is open no drill is offered, and none begins', async ({ desk: { page }, registry }) => {
  await signInByHand(page, registry.token);
  const { press, type } = createKeys(page);
  await press('1');
  await type('INC-20418');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
  await openPalette(page);
  await type(words.shell.command.drill);
  await expect(page.getByText(words.shell.commandsEmpty)).toBeVisible();
  const answer = await page.evaluate(() => window.desk.startDrill({ caller: 'genuine' }));
  expect(fromText(answer)).toEqual({ ok: false, error: { code: 'call-open' } });
});
