import type { Page } from '@playwright/test';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect } from '../support/fixtures.js';
import { candidates, createKeys, wordsIn } from './at-the-desk.js';

const words = wordsIn('en');

export const { twinAcme: caller } = demoPersons;

/** What would betray the caller, or what was said of them. */
export const canaries = [
  caller.userName,
  caller.workEmail,
  caller.workPhone,
  caller.workPhone.slice(4),
  caller.familyName,
  'wrong.claim@acme.example',
];

/** As far as a revealed and copied name, by hand, in English: what the driver fills in by itself it keeps in the page's memory. */
export const revealByHand = async (page: Page): Promise<void> => {
  const { press, type } = createKeys(page);
  await press('1');
  await type('INC-20418');
  await press('Enter');
  await expect(page.getByLabel(words.steps.find.identifier)).toBeFocused();
  await type(caller.userName);
  await press('Enter');
  await expect(candidates(page)).toBeFocused();
  await press('Enter');
  await expect(page.getByLabel(words.terms.field.workEmail)).toBeFocused();
  await type('wrong.claim@acme.example');
  await press('Enter');
  await expect(page.getByLabel(words.terms.field.organisation)).toBeFocused();
  await type(caller.organisation);
  await press('Enter');
  await expect(page.getByText(words.steps.compare.noMatch).first()).toBeVisible();
  // The first field is selected. It is typed into: what the driver itself fills in, it keeps in the page's memory.
  await expect(page.getByLabel(words.terms.field.workEmail)).toBeFocused();
  await type(caller.workEmail);
  await press('Enter');
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Show Name' })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('status', { name: 'Name', exact: true })).toContainText(caller.familyName);
  await press('Enter');
  await expect(page.getByText(/Cleared in \d+ s/)).toBeVisible();
};
