import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect } from '../support/fixtures.js';
import { wordsIn } from './at-the-desk.js';

const words = wordsIn('en').lock;

export const lockScreen = (page: Page): Locator => page.getByRole('heading', { name: words.title });

export const lockByHand = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+l');
  await expect(lockScreen(page)).toBeVisible();
};

/** What happens to the computer, as the operating system would tell Electron. */
export const computer = (electron: ElectronApplication, event: 'suspend' | 'lock-screen'): Promise<boolean> =>
  electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);

/** Unlocks with the access key. */
export const unlock = async (page: Page, token: string): Promise<void> => {
  await expect(page.getByLabel(words.token)).toBeFocused();
  await page.keyboard.insertText(token);
  await page.keyboard.press('Enter');
};
