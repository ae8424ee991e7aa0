import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is well need not be written down. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

const paint = (page: Page, theme: string | undefined): Promise<string | undefined> =>
  page.evaluate((next) => {
    const { dataset } = document.documentElement;
    const before = dataset['theme'];
    if (next === undefined) delete dataset['theme'];
    else dataset['theme'] = next;
    return before;
  }, theme);

/** What axe finds on the screen as it is now, by light and by dark; between them nothing but the colours differs. */
export const findings = async (page: Page, screen = 'screen'): Promise<string[]> => {
  const before = await paint(page, 'light');
  const light = await axe(page).withTags(rules).analyze();
  await paint(page, 'dark');
  const dark = await axe(page).withRules(['color-contrast']).analyze();
  await paint(page, before);
  return [light, dark].flatMap(({ violations }, nth) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${screen}, ${nth === 0 ? 'light' : 'dark'}: ${id} at ${target.join(' ')}`),
    ),
  );
};
