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

/** Ends the call for that reason, and stands before the next. */
const next = async (page: Page, reason: string): Promise<void> => {
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('heading', { name: 'Close the call' })).toBeVisible();
  await page.keyboard.press(reason);
  await expect(page.getByRole('heading', { name: 'Call closed' })).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('heading', { name: 'New call' })).toBeVisible();
};

const searchByName = async (page: Page, name: string, organisation: string): Promise<void> => {
  const { type, press } = await begin(page);
  await page.getByRole('radio', { name: 'Name' }).click();
  await page.getByLabel('What the caller gives').fill(name);
  await page.getByLabel('Organisation').focus();
  await type(organisation);
  await press('Enter');
};

test('whom the agent may not see is not shown: ended, restricted, out of scope, one of too many', async ({
  desk: { page },
  registry,
}) => {
  await signInByHand(page, registry.token);
  for (const [person, state] of [
    [demoPersons.ended, 'Use ended'],
    [demoPersons.restricted, 'Use restricted'],
  ] as const) {
    await search(page, person.userName);
    await expect(band(page)).toContainText(state);
    await expect(candidates(page)).toHaveCount(0);
    await nothingOf(page, person);
    await next(page, '2');
  }
  await search(page, demoPersons.applicant.userName);
  await expect(page.getByText('Nobody matches')).toBeVisible();
  await next(page, '2');
  await searchByName(page, `${crowd.givenName} ${crowd.familyName}`, crowd.organisation);
  await expect(page.getByText('Too many match')).toBeVisible();
  await expect(candidates(page)).toHaveCount(0);
  await next(page, '2');
  // Two of one name are told apart by the organisation.
  await searchByName(page, 'Kaksonen Kaisa', 'Beta Ab');
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
  await next(page, '4'); // suspected fraud
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
    await next(page, '2');
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
