import type { Page } from '@playwright/test';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect } from '../support/fixtures.js';
import { ask } from './ask.js';

const { complete } = demoPersons;

export const reset = { purpose: 'access-reset', ticket: 'INC-20418', callerNumber: '' };
export const byUserName = { by: 'userName', identifier: complete.userName, organisation: '' } as const;
export const found = { ok: true, value: { find: 'found' } };

/** As far as a caller whose facts match, and who needs another factor. */
export const prove = async (page: Page): Promise<void> => {
  expect(await ask(page, 'startCall', reset)).toMatchObject({ ok: true });
  expect(await ask(page, 'findSubject', byUserName)).toMatchObject(found);
  await ask(page, 'chooseCandidate', { number: 1 });
  const compared = await ask(page, 'compareClaims', { claims: { workEmail: complete.workEmail } });
  expect(compared).toMatchObject({ ok: true, value: { step: 'proving' } });
  await page.reload();
};
