import type { Page } from '@playwright/test';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { test as oidcTest } from '../support/oidc-fixture.js';
import { ask, journalOf, typesOf } from './ask.js';
import { candidates, createKeys, firstPurpose, signInByHand, wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';

const { complete, ended } = demoPersons;
const words = wordsIn('en');
const ticket = 'INC-20418';
const reason = 'The person stands at the desk and cannot wait.';
const byUserName = (identifier: string) => ({ by: 'userName', identifier, organisation: '' }) as const;
const band = (page: Page) => page.getByRole('region', { name: words.call.state });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 });
const button = (page: Page, name: string) => page.getByRole('button', { name });
/** As far as a chosen person, by keyboard. */
const choose = async (page: Page, purpose: string) => {
  const keys = createKeys(page);
  await keys.press(purpose);
  await keys.type(ticket);
  await keys.press('Enter');
  await expect(heading(page, words.steps.find.title)).toBeVisible();
  await keys.type(complete.userName);
  await keys.press('Enter');
  await expect(candidates(page)).toBeFocused();
  await keys.press('Enter');
  await expect(page.getByLabel(words.terms.field.workEmail)).toBeFocused();
  return keys;
};
const sayFacts = async (page: Page, email = complete.workEmail): Promise<void> => {
  await page.getByLabel(words.terms.field.workEmail).fill(email);
  await page.getByLabel(words.terms.field.organisation).fill(complete.organisation);
  await page.keyboard.press('Enter');
};
const close = async (page: Page, outcome = '2'): Promise<void> => {
  await page.keyboard.press('Control+e');
  await expect(heading(page, words.steps.close.title)).toBeVisible();
  await page.keyboard.press(outcome);
  await expect(heading(page, words.steps.receipt.title)).toBeVisible();
};

test('step-up: a verified caller asks for a reset, only the call-back is asked, and the receipt names both', async ({
  desk: { page },
  registry,
  home,
}) => {
  await signInByHand(page, registry.token);
  await choose(page, '1');
  await sayFacts(page);
  await expect(band(page)).toContainText(words.call.verified);
  await button(page, words.terms.purpose['access-reset']).click();
  await expect(band(page)).toContainText(words.call.notVerified);
  await expect(button(page, words.steps.prove.start)).toBeFocused();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.steps.prove.result).first()).toBeVisible();
  await page.keyboard.press('1');
  await expect(band(page)).toContainText(words.call.verified);
  await close(page, '1');
  await expect(page.getByRole('region', { name: words.steps.receipt.text })).toContainText(
    `${words.proof.receipt.also}: ${words.terms.purpose.support}`,
  );
  const compared = journalOf(home).filter(({ type }) => type === 'claims.compared');
  expect(compared).toHaveLength(1);
  expect(typesOf(home)).toContain('purpose.changed');
});

test('a lock survives a restart, tells what may be done, and a supervisor opens it with a reason', async ({
  openDesk,
  registry,
  home,
}) => {
  const first = await openDesk();
  await signInByHand(first.page, registry.token);
  await choose(first.page, '1');
  for (const left of [2, 1, 0]) {
    await sayFacts(first.page, 'wrong@acme.example');
    if (left > 0) await expect(first.page.getByText(`${left} wrong answer`)).toBeVisible();
  }
  await expect(band(first.page)).toContainText(words.call.locked);
  await expect(first.page.getByText(words.proof.next.unlock)).toBeVisible();
  expect(await findings(first.page)).toEqual([]);
  await first.close();

  const { page } = await openDesk();
  await expect(firstPurpose(page)).toBeFocused();
  await ask(page, 'startCall', { purpose: 'support', ticket, callerNumber: '' });
  await ask(page, 'findSubject', byUserName(complete.userName));
  expect(await ask(page, 'chooseCandidate', { number: 1 })).toMatchObject({ ok: true, value: { step: 'locked' } });
  await ask(page, 'closeCall', { outcome: 'not-verified' });

  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { name: words.proof.locks.title })).toBeVisible();
  const lock = page.getByRole('region', { name: words.proof.locks.title }).getByRole('group');
  await expect(lock).toHaveCSS('border-top-style', 'solid');
  await button(page, words.proof.locks.open).click();
  await page.getByRole('form', { name: words.proof.locks.open }).getByLabel(words.proof.locks.reason).fill(reason);
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.proof.locks.empty)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  const [unlocked] = journalOf(home).filter(({ type }) => type === 'subject.unlocked');
  const [locked] = journalOf(home).filter(({ type, outcome }) => type === 'subject.locked' && outcome === 'locked');
  expect(unlocked).toMatchObject({ subject: locked?.subject, reason: locked?.id });
  expect(JSON.stringify(journalOf(home))).not.toContain('cannot wait');

  await ask(page, 'startCall', { purpose: 'support', ticket, callerNumber: '' });
  await ask(page, 'findSubject', byUserName(complete.userName));
  expect(await ask(page, 'chooseCandidate', { number: 1 })).toMatchObject({
    ok: true,
    value: { step: 'comparing', wrongAnswersLeft: 3 },
  });
});

test('billing-check: active or ended and when, and nothing of who it is', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const { page } = await openDesk({ policy: { ...policy, signIn: { kind: 'token', roles: ['billing'] } } });
  await signInByHand(page, registry.token);
  await expect(page.locator('input[name=purpose]')).toHaveCount(1);
  const keys = createKeys(page);
  await keys.press('1');
  await keys.type(ticket);
  await keys.press('Enter');
  await expect(heading(page, words.steps.find.title)).toBeVisible();
  await keys.type(complete.userName);
  await keys.press('Enter');
  await expect(page.getByText(words.proof.billing.active, { exact: true })).toBeVisible();
  await page.getByLabel(words.steps.find.identifier).fill(ended.userName);
  await keys.press('Enter');
  await expect(page.getByText(words.proof.billing.ended, { exact: true })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await expect(candidates(page)).toHaveCount(0);
  const text = await page.locator('body').innerText();
  for (const value of [ended.givenName, ended.familyName, ended.workEmail, ended.organisation]) {
    expect(text).not.toContain(value);
  }
  const answered = journalOf(home).filter(({ type }) => type === 'lookup.answered');
  expect(answered.map(({ fields }) => fields)).toEqual([
    ['status', 'endedAt'],
    ['status', 'endedAt'],
  ]);
  expect(await ask(page, 'startCall', { purpose: 'support', ticket, callerNumber: '' })).toMatchObject({ ok: false });
});

/** An agent who may bypass, and purposes that allow it. */
const bypassing = oidcTest.extend({
  policy: async ({ policy }, use) => {
    const { 'access-reset': reset, ...rest } = policy.purposes;
    if (!reset || policy.signIn.kind !== 'oidc') throw new Error('not the policy that was expected');
    await use({
      ...policy,
      signIn: { ...policy.signIn, roles: { ...policy.signIn.roles, support: ['agent', 'bypass'] } },
      purposes: { ...rest, 'access-reset': { ...reset, bypass: true } },
    });
  },
});

bypassing(
  'bypass: a reason and a second agent, unmistakably no verification, flagged, and the receipt says it',
  async ({ desk: { page }, systemBrowser, home }) => {
    await button(page, words.signIn.browser).click();
    await systemBrowser.signIn('aino');
    await expect(page.getByRole('contentinfo')).toContainText('aino.agentti');
    await ask(page, 'acceptNotice');
    await ask(page, 'startCall', { purpose: 'access-reset', ticket, callerNumber: '' });
    await ask(page, 'findSubject', byUserName(complete.userName));
    await ask(page, 'chooseCandidate', { number: 1 });
    await page.reload();

    await button(page, words.proof.bypass.open).click();
    await page.getByLabel(words.proof.bypass.reason).fill(reason);
    await button(page, words.proof.bypass.go).click();
    await expect(page.getByText(words.proof.bypass.waiting)).toBeVisible();
    await systemBrowser.signIn('bertil');
    await expect(heading(page, words.proof.bypass.title)).toBeVisible();
    await expect(band(page)).toContainText(words.proof.bypass.band);
    await expect(band(page)).not.toContainText(words.call.verified);
    expect(await findings(page)).toEqual([]);
    expect(await ask(page, 'revealField', { field: 'userName' })).toMatchObject({ ok: true });
    await close(page, '3');
    await expect(page.getByRole('region', { name: words.steps.receipt.text })).toContainText(
      words.proof.receipt.bypassed,
    );
    await expect.poll(() => journalOf(home).map(({ reason: rule }) => rule)).toContain('bypass');
    const steps = journalOf(home).filter(({ type }) => /bypass|factor/.test(type));
    expect(steps.map(({ type, agent }) => [type, agent])).toEqual([
      ['bypass.asked', 'aino.agentti'],
      ['factor.finished', 'bertil.berg'],
      ['call.bypassed', 'aino.agentti'],
    ]);
    expect(typesOf(home)).not.toContain('call.verified');
    expect(JSON.stringify(journalOf(home))).not.toContain('cannot wait');
  },
);

oidcTest(
  'account-change: facts and a call-back are not enough, a second agent besides is',
  async ({ desk: { page }, systemBrowser }) => {
    await button(page, words.signIn.browser).click();
    await systemBrowser.signIn('aino');
    await expect(page.getByRole('contentinfo')).toContainText('aino.agentti');
    await ask(page, 'acceptNotice');
    await page.reload();
    await expect(firstPurpose(page)).toBeFocused();
    await choose(page, '3');
    await sayFacts(page);
    await expect(button(page, words.steps.prove.start)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.steps.prove.result).first()).toBeVisible();
    await page.keyboard.press('1');
    await expect(band(page)).toContainText(words.call.notVerified);
    await expect(button(page, words.steps.prove.second)).toBeVisible();
    expect(await ask(page, 'revealField', { field: 'workEmail' })).toMatchObject({ ok: false });
    await button(page, words.steps.prove.second).click();
    await systemBrowser.signIn('bertil');
    await expect(band(page)).toContainText(words.call.verified);
    expect(await ask(page, 'revealField', { field: 'workEmail' })).toMatchObject({
      ok: true,
      value: { value: complete.workEmail },
    });
  },
);
