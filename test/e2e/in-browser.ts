import type { Locator, Page } from '@playwright/test';
import type { AnswerOf } from '../../shared/contract.js';
import type { Result } from '../../shared/result.js';
import { expect, type SystemBrowser } from '../support/oidc-fixture.js';
import { ask } from './ask.js';
import { wordsIn } from './at-the-desk.js';

const words = wordsIn('en');

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name });

/** Presses the one button there is to sign in. */
export const startByHand = async (page: Page): Promise<void> => {
  await expect(button(page, words.signIn.browser)).toBeFocused();
  await page.keyboard.press('Enter');
};

/** Done when the desk is that agent's, who has then read the notice. */
export const signedIn = async (page: Page, agent: string): Promise<void> => {
  await expect(page.getByRole('contentinfo', { name: words.shell.status })).toContainText(agent);
  await ask(page, 'acceptNotice');
};

/** Signs in without the desk's own screen, as somebody who has read the notice, and answers as signing in does. */
export const signInInBrowser = async (
  page: Page,
  browser: SystemBrowser,
  account: string,
): Promise<Result<AnswerOf<'startSignIn'>>> => {
  const signing = ask(page, 'startSignIn');
  await browser.signIn(account);
  const signed = await signing;
  if (signed.ok) await ask(page, 'acceptNotice');
  return signed;
};
