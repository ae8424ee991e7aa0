import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import type { Home } from '../support/person.mjs';
import { ask, auditFolder, journalOf, signInByAsking, startedState } from './ask.js';

const { complete } = demoPersons;
const find = { by: 'userName', identifier: complete.userName, organisation: '' } as const;
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };

const copyOf = (home: Home): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(auditFolder(home)).map((name) => [name, readFileSync(join(auditFolder(home), name))]));

/** The files keep their owner. */
const putBack = (home: Home, copy: ReadonlyMap<string, Buffer>): void => {
  for (const name of readdirSync(auditFolder(home))) if (!copy.has(name)) unlinkSync(join(auditFolder(home), name));
  for (const [name, bytes] of copy) writeFileSync(join(auditFolder(home), name), bytes);
};

const oneCall = async (page: Page) => {
  await ask(page, 'startCall', start);
  const found = await ask(page, 'findSubject', find);
  await ask(page, 'closeCall', { outcome: 'not-verified' });
  return found;
};

test('the settings and the audit say how far the journal is verified and anchored, and show the public key; all of it is verified when asked', async ({
  desk: { page },
  registry,
  home,
}) => {
  await signInByAsking(page, registry.token);
  await oneCall(page);
  const { length } = journalOf(home);
  await page.keyboard.press('Alt+2');
  // Reading the audit is an entry too; the badge may be told before or after it.
  const [last, own] = [length, length + 1];
  await expect(
    page.getByText(new RegExp(`Verified to entry (?:${last}|${own}) · anchored at entry (?:${last}|${own})\\b`)),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/^The whole journal is sound: \d+ entries, 1–\d+, as they were written\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Verify now' })).toBeFocused();
  expect(journalOf(home).at(-1)).toMatchObject({ type: 'audit.verified', outcome: 'sound', reason: `1:${own}` });
  await page.keyboard.press('Alt+3');
  const about = page.getByRole('region', { name: 'This desk' });
  await expect(about.getByText(new RegExp(`anchored at entry (?:${last}|${own}|${own + 1})\\b`))).toBeVisible();
  await expect(about.getByText(/^esimerkki\.example\/[0-9a-f]{16}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/)).toBeVisible();
});

test('a journal copied back from an old copy: lookups are refused, in words and on record, and it stays so', async ({
  openDesk,
  registry,
  home,
}) => {
  const first = await openDesk();
  await signInByAsking(first.page, registry.token);
  await first.close();
  const old = copyOf(home);
  const oldLength = journalOf(home).length;
  const second = await openDesk();
  await startedState(second.page);
  expect(await oneCall(second.page)).toMatchObject({ ok: true });
  await second.close();
  const length = journalOf(home).length;
  putBack(home, old);
  for (const _ of [1, 2]) {
    const desk = await openDesk();
    await startedState(desk.page);
    await expect(desk.page.getByText(/shorter than the keychain says|journal is damaged/).first()).toBeVisible();
    await ask(desk.page, 'startCall', start);
    const refused = await ask(desk.page, 'findSubject', find);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^audit-(?:truncated|damaged)$/) },
    });
    await desk.close();
  }
  expect(journalOf(home).slice(0, oldLength)).toHaveLength(oldLength);
  expect(journalOf(home).filter(({ type }) => type === 'journal.refused')[0]).toMatchObject({
    reason: `truncated:${oldLength}:${length}`,
  });
  expect(journalOf(home).map(({ type }) => type)).not.toContain('lookup.requested');
});

test('entries that a kill left ahead of the anchor are accepted, and that is on record', async ({
  openDesk,
  registry,
  home,
}) => {
  const first = await openDesk();
  await signInByAsking(first.page, registry.token);
  await ask(first.page, 'startCall', start);
  await first.kill();
  const { length } = journalOf(home);
  const second = await openDesk();
  await startedState(second.page);
  await ask(second.page, 'unlock', { token: registry.token });
  expect(await oneCall(second.page)).toMatchObject({ ok: true, value: { find: 'found' } });
  const ahead = journalOf(home).find(({ type }) => type === 'journal.ahead');
  expect(ahead?.reason).toMatch(new RegExp(`^\\d+:${length}$`));
});
