import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demoPersons } from '../support/demo-persons.mjs';
import type { Desk } from '../support/desk.mjs';
import { expect, test } from '../support/fixtures.js';
import { lettersOf } from '../support/pdf-text.js';
import { ask, journalOf, signInByAsking } from './ask.js';
import { wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';

const { complete } = demoPersons;
const words = wordsIn('en').reports;

/** Answers main's next dialogs: with a place in that folder under the name that main suggests, or by closing them. */
const answerDialogs = ({ electron }: Desk, folder: string | null): Promise<void> =>
  electron.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (async (_window: unknown, { defaultPath }: { defaultPath: string }) => ({
      canceled: folder === null,
      filePath: folder === null ? undefined : `${folder}/${defaultPath.split('/').at(-1)}`,
    })) as unknown as typeof dialog.showSaveDialog;
  }, folder);

/** How the windows are made that nobody sees, from now on. */
const watchWindows = ({ electron }: Desk): Promise<void> =>
  electron.evaluate(({ app }) => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    app.on('web-contents-created', (_event, contents) =>
      seen.push((contents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences()),
    );
  });
const watched = ({ electron }: Desk): Promise<unknown> =>
  electron.evaluate(() => (globalThis as unknown as { seen: unknown }).seen);

test('a privacy officer answers a person and an auditor exports, each on record before the file is there', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const roles = ['agent', 'privacy-officer', 'auditor'];
  const desk = await openDesk({ policy: { ...policy, signIn: { kind: 'token', roles } } });
  const { page } = desk;
  await signInByAsking(page, registry.token);
  await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
  await ask(page, 'findSubject', { by: 'userName', identifier: complete.userName, organisation: '' });
  await ask(page, 'closeCall', { outcome: 'not-verified' });
  const { subject = '', agent } = journalOf(home).find(({ type }) => type === 'lookup.answered') ?? {};
  await page.getByRole('button', { name: 'Audit', exact: true }).click();
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: words.openSubject }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Person (pseudonym)')).toBeFocused();
  await page.keyboard.type(subject ?? '');
  await page.keyboard.press('Tab');
  const person = 'Zoë Ångström Ольга Łódź';
  await page.keyboard.type(person);
  await expect(dialog.getByRole('checkbox')).toBeDisabled();
  expect(await findings(page)).toEqual([]);
  await answerDialogs(desk, null);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(words.notSaved)).toBeVisible();
  await answerDialogs(desk, home.path);
  await watchWindows(desk);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^Saved as tunniste-en-.*\.pdf: 2 entries\.$/)).toBeVisible();
  await page.keyboard.press('Escape');
  const closed = { javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false };
  expect(await watched(desk)).toMatchObject([closed]);

  await page.getByRole('button', { name: words.openExport }).click();
  await expect(dialog.getByRole('button', { name: words.save })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: words.save }).click();
  await expect(dialog.getByText(/^Saved as tunniste-journal-.*\.ocsf\.jsonl/)).toBeVisible();

  const files = readdirSync(home.path).filter((name) => /^\.?tunniste-/.test(name));
  expect(files.sort()).toEqual([expect.stringMatching(/pdf$/), expect.stringMatching(/jsonl$/)]);
  const [pdf = Buffer.alloc(0), journal = Buffer.alloc(0)] = files.map((name) => readFileSync(join(home.path, name)));
  const letters = lettersOf(pdf);
  expect([...person].filter((letter) => letter !== ' ' && !letters.has(letter))).toEqual([]);
  expect(pdf.includes(agent ?? 'nobody')).toBe(false);
  expect(journal.toString().split('\n')[0]).toContain('"version":"1.9.0"');
  for (const name of files) expect(statSync(join(home.path, name)).mode & 0o777).toBe(0o600);
  const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  expect(journalOf(home).filter(({ type }) => type.startsWith('report.'))).toMatchObject([
    { type: 'report.asked', outcome: 'subject+pdf', subject },
    { type: 'report.written', outcome: 'subject+pdf', subject, reason: sha256(pdf) },
    { type: 'report.asked', outcome: 'journal+ocsf' },
    { type: 'report.written', outcome: 'journal+ocsf', reason: sha256(journal) },
  ]);
});
