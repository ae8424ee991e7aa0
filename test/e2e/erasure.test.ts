import { dirname } from 'node:path';
import { hits } from '../support/canary-search.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { ask, auditFolder, journalOf, signInByAsking, typesOf } from './ask.js';
import { wordsIn } from './at-the-desk.js';

const { complete } = demoPersons;
const words = wordsIn('en').erasure;
const failures = wordsIn('en').failures;

test('a privacy officer erases a person, once the legal hold is lifted, and nobody else may', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const as = (...roles: string[]) => ({ ...policy, signIn: { kind: 'token', roles } });
  const agent = await openDesk({ policy: as('agent', 'supervisor') });
  await signInByAsking(agent.page, registry.token);
  await ask(agent.page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
  await ask(agent.page, 'findSubject', { by: 'userName', identifier: complete.userName, organisation: '' });
  await ask(agent.page, 'closeCall', { outcome: 'not-verified' });
  const subject = journalOf(home).find(({ type }) => type === 'lookup.answered')?.subject ?? '';
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  expect(await ask(agent.page, 'eraseSubject', { subject, ground: 'law' })).toEqual(forbidden);
  expect(await ask(agent.page, 'readHolds')).toEqual(forbidden);
  await agent.page.keyboard.press('Alt+2');
  await expect(agent.page.getByRole('heading', { name: 'Audit', level: 1 })).toBeVisible();
  await expect(agent.page.getByRole('button', { name: words.open })).toHaveCount(0);
  await agent.close();

  const { page } = await openDesk({ policy: as('privacy-officer') });
  if (!(await ask(page, 'unlock', { token: registry.token })).ok) await signInByAsking(page, registry.token);
  await page.getByRole('button', { name: 'Audit', exact: true }).click();
  await page
    .getByRole('button', { name: `Show only the person ${subject}` })
    .first()
    .click();
  await page.getByRole('button', { name: words.open }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(words.person, { exact: true }).getByRole('textbox')).toHaveValue(subject);
  await dialog.getByRole('button', { name: words.holdPerson }).click();
  await expect(dialog.getByRole('listitem')).toContainText(words.holdGround['legal-claim']);
  const erase = async () => {
    await dialog.getByRole('button', { name: words.erase }).click();
    // A second Enter only steps back.
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await dialog.getByRole('button', { name: words.sure }).click();
  };
  await erase();
  await expect(dialog.getByText(failures['legal-hold'].what)).toBeVisible();
  await dialog.getByRole('button', { name: words.lift }).click();
  await expect(dialog.getByText(words.none)).toBeVisible();
  await erase();
  await expect(dialog.getByText(words.erased)).toBeVisible();
  await expect
    .poll(() => typesOf(home).filter((type) => /^(?:hold|erasure|subject)\./.test(type)))
    .toEqual(['hold.set', 'erasure.asked', 'erasure.refused', 'hold.lifted', 'erasure.asked', 'subject.erased']);
  expect(hits(dirname(auditFolder(home)), [complete.userName, complete.familyName, complete.workEmail])).toEqual([]);
});
