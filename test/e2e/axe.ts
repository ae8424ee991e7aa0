import type { Page } from '@playwright/test';
import axeCore from 'axe-core';

/** What axe is in the page once its source has run there. */
declare const axe: typeof axeCore;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the screen as it is now, by light and by dark; between them nothing but the colours differs. */
export const findings = async (page: Page, screen = 'screen'): Promise<string[]> => {
  // Half a megabyte: once for a page, not for every look at it.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeCore.source);
  const found = await page.evaluate(async (tags) => {
    const { dataset } = document.documentElement;
    const look = async (theme: string, runOnly: axeCore.RunOnly): Promise<string[]> => {
      dataset['theme'] = theme;
      // Colours pass into one another.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      // What is well need not be written down.
      const { violations } = await axe.run({ resultTypes: ['violations'], runOnly });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${theme}: ${id} at ${target.join(' ')}`));
    };
    const before = dataset['theme'];
    const light = await look('light', { type: 'tag', values: tags });
    const dark = await look('dark', { type: 'rule', values: ['color-contrast'] });
    if (before === undefined) delete dataset['theme'];
    else dataset['theme'] = before;
    return [...light, ...dark];
  }, tags);
  return found.map((each) => `${screen}, ${each}`);
};
