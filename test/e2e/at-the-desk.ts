import type { Locator, Page } from '@playwright/test';
import { catalogues, type Language } from '../../renderer/messages/languages.js';
import { expect } from '../support/fixtures.js';
import { ask } from './ask.js';

/** The words of the screen, from the catalogue the app itself shows. */
export const wordsIn = (language: Language) => catalogues[language];

/** Shows the desk in that look, as somebody who chose it before. */
export const prefer = async (page: Page, look: { language?: Language; theme?: 'light' | 'dark' }): Promise<void> => {
  const { ok } = await ask(page, 'keepLook', { language: null, theme: 'system', callerLanguage: null, ...look });
  expect(ok).toBe(true);
  await page.reload();
};

/** Signs in by hand, with a pasted key, as on the first day, which begins with the notice. */
export const signInByHand = async (page: Page, token: string): Promise<void> => {
  await expect(page.locator('input[type=password]')).toBeFocused();
  await page.keyboard.insertText(token);
  await page.keyboard.press('Enter');
  await expect(page.locator('.told .button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(firstPurpose(page)).toBeFocused();
};

/** Where the first key of a call goes. */
export const firstPurpose = (page: Page): Locator => page.locator('input[name=purpose]').first();

/** Keys that are not part of what the caller said. */
export const createKeys = (page: Page) => {
  let pressed = 0;
  return {
    press: async (key: string) => {
      pressed += 1;
      // As long as a finger takes.
      await page.keyboard.press(key, { delay: 40 });
    },
    type: (text: string) => page.keyboard.type(text),
    pressed: () => pressed,
  };
};

/** The masked hits of the last search, in any language. */
export const candidates = (page: Page): Locator => page.locator('section.candidates').getByRole('button');
