import type { Page } from '@playwright/test';
import { crowd, demoPersons } from '../support/demo-persons.mjs';
import { startFaultServer } from '../support/fault-server.mjs';
import { demoPolicy } from '../support/policy.mjs';
import { expect, test } from '../support/fixtures.js';
import { journalOf } from './ask.js';
import { candidates, createKeys, signInByHand } from './at-the-desk.js';

const begin = async (page: Page, purpose = '1'): Promise<ReturnType<typeof createKeys>> => {
  const keys = createKeys(page);
  await keys.press(purpose);
  await keys.type('INC-20418');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: 'Find the caller' })).toBeVisible();
  return keys;
};

const search = async (page: Page, identifier: string, purpose = '1') => {
  const keys = await begin(page, purpose);
  await keys.type(identifier);
  await keys.press('Enter');
  return keys;
};

const nothingOf = async (
  page: Page,
  person: { givenName: string; familyName: string; workEmail: string },
): Promise<void> => {
  const text = await page.locator('body').innerText();
  expect([person.givenName, person.familyName, person.workEmail].filter((value) => text.includes(value))).toEqual([]);
};

const band = (page: Page) => page.getByRole('region', { name: 'State of the call' });

test('somebody whose use has ended: the desk says ended, and nothing else', async ({ desk: { page }, registry }) => {
  await signInByHand(page, registry.token);
  await search(page, demoPersons.ended.userName);
  await expect(band(page)).toContainText('Use ended');
  await expect(candidates(page)).toHaveCount(0);
  await nothingOf(page, demoPersons.ended);
});

test('somebody who has forbidden the use of their data: the desk says restricted, and nothing else', async ({
  desk: { page },
  registry,
}) => {
  await signInByHand(page, registry.token);
  await search(page, demoPersons.restricted.userName);
  await expect(band(page)).toContainText('Use restricted');
  await expect(candidates(page)).toHaveCount(0);
  await nothingOf(page, demoPersons.restricted);
});

test('an applicant is outside the scope and can never be found', async ({ desk: { page }, registry }) => {
  await signInByHand(page, registry.token);
  await search(page, demoPersons.applicant.userName);
  await expect(page.getByText('Nobody matches')).toBeVisible();
});

test('too many of one name: the desk asks for more and does not say who', async ({ desk: { page }, registry }) => {
  await signInByHand(page, registry.token);
  const { type, press } = await begin(page);
  await page.getByRole('radio', { name: 'Name' }).click();
  await page.getByLabel('What the caller gives').fill(`${crowd.givenName} ${crowd.familyName}`);
  await page.getByLabel('Organisation').focus();
  await type(crowd.organisation);
  await press('Enter');
  await expect(page.getByText('Too many match')).toBeVisible();
  await expect(candidates(page)).toHaveCount(0);
});

test('two of one name in two organisations are told apart by the organisation', async ({
  desk: { page },
  registry,
}) => {
  await signInByHand(page, registry.token);
  const { type, press } = await begin(page);
  await page.getByRole('radio', { name: 'Name' }).click();
  await page.getByLabel('What the caller gives').fill('Kaksonen Kaisa');
  await page.getByLabel('Organisation').focus();
  await type('Beta Ab');
  await press('Enter');
  await expect(candidates(page)).toHaveCount(1);
  // Whoever named the organisation may see which it was; it is no longer asked.
  await expect(candidates(page)).toContainText('Beta Ab');
});

test('wrong answers to the cap: the call is locked, the subject too, and only closing is left', async ({
  desk: { page },
  registry,
  home,
}) => {
  await signInByHand(page, registry.token);
  const { press, type } = await search(page, demoPersons.complete.userName);
  await expect(candidates(page)).toBeFocused();
  await press('Enter');
  const email = page.getByLabel('Work e-mail');
  for (const left of [2, 1, 0]) {
    await expect(email).toBeFocused();
    await email.fill('');
    await type('wrong@acme.example');
    await page.getByLabel('Organisation').fill('Acme Oy');
    await press('Enter');
    if (left > 0) await expect(page.getByText(`${left} wrong answer`)).toBeVisible();
  }
  await expect(band(page)).toContainText('Locked');
  await nothingOf(page, demoPersons.complete);
  // A flag about so many failures may have come after it.
  expect(journalOf(home).findLast(({ type: kind }) => kind !== 'flag.raised')).toMatchObject({
    type: 'subject.locked',
    outcome: 'locked',
  });
  await press('Control+e');
  await expect(page.getByRole('heading', { name: 'Close the call' })).toBeVisible();
  await press('4'); // suspected fraud
  await expect(page.getByRole('heading', { name: 'Call closed' })).toBeVisible();
  await press('Control+n');
  await expect(page.getByRole('heading', { name: 'New call' })).toBeVisible();
  await search(page, demoPersons.complete.userName);
  await expect(candidates(page)).toBeFocused();
  await press('Enter');
  await expect(band(page)).toContainText('Locked');
});

test('no phone, or one that changed lately: the desk says why there is no call-back', async ({
  desk: { page },
  registry,
}) => {
  await signInByHand(page, registry.token);
  for (const [person, why] of [
    [demoPersons.phoneless, 'no phone in the registry'],
    [demoPersons.newPhone, 'changed 3 days ago'],
  ] as const) {
    const { press, type } = await search(page, person.userName, '2');
    await expect(candidates(page)).toBeFocused();
    await press('Enter');
    await expect(page.getByLabel('Work e-mail')).toBeFocused();
    await type(person.workEmail);
    await press('Enter');
    await expect(page.getByText(why).first()).toBeVisible();
    await press('Control+e');
    await expect(page.getByRole('heading', { name: 'Close the call' })).toBeVisible();
    await press('2');
    await expect(page.getByRole('heading', { name: 'Call closed' })).toBeVisible();
    await press('Control+n');
    await expect(page.getByRole('heading', { name: 'New call' })).toBeVisible();
  }
});

test('the registry goes down in mid-call: the agent is told what to do, nothing typed is lost, and the call goes on', async ({
  openDesk,
  registry,
}) => {
  const server = await startFaultServer({ upstream: registry.url });
  try {
    const { page } = await openDesk({ policy: await demoPolicy(server.url) });
    await signInByHand(page, registry.token);
    await server.set('refuse');
    const { press } = await search(page, demoPersons.complete.userName);
    await expect(page.getByText('The registry cannot be reached.')).toBeVisible();
    await expect(page.getByLabel('What the caller gives')).toHaveValue(demoPersons.complete.userName);
    await server.set('pass');
    await press('Enter');
    await expect(candidates(page)).toHaveCount(1);
  } finally {
    await server.stop();
  }
});

test('a slow search can be cancelled with Escape, and what was typed stays', async ({ openDesk, registry }) => {
  const server = await startFaultServer({ upstream: registry.url });
  try {
    const { page } = await openDesk({ policy: await demoPolicy(server.url) });
    await signInByHand(page, registry.token);
    await server.set('silent');
    const { press } = await search(page, demoPersons.complete.userName);
    await expect(page.getByText('Asking the registry…')).toBeVisible();
    await press('Escape');
    await expect(page.getByText('You stopped the search.')).toBeVisible();
    await expect(page.getByLabel('What the caller gives')).toHaveValue(demoPersons.complete.userName);
  } finally {
    await server.stop();
  }
});
