import { chmod, chown, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { PolicyProblem } from '../../shared/desk-state.js';
import { expect, test as base } from '../support/fixtures.js';
import { managedFolder } from '../support/managed-folder.js';
import { isRoot } from '../support/person.mjs';
import { writePolicy } from '../support/policy.mjs';
import { startApp } from '../support/start-app.js';
import { ask, journalOf } from './ask.js';
import { wordsIn } from './at-the-desk.js';

type Managed = Awaited<ReturnType<typeof managedFolder>>;

const test = base.extend<{ managed: Managed }>({
  managed: async ({}, use) => {
    const folder = await managedFolder();
    await use(folder);
    await folder.remove();
  },
});
const words = wordsIn('en').settings;

test('managed policy goes over the policy file, and the settings tell where every value comes from', async ({
  openDesk,
  managed,
}) => {
  await managed.put('10-first.json', { limits: { revealSeconds: 40, subjectLockMinutes: 45 } });
  const second = await managed.put('20-second.json', { limits: { revealSeconds: 20 } });
  const { page } = await openDesk({ args: [`--policies=${managed.path}`] });
  await expect(page.locator('input[type=password]')).toBeFocused();
  await page.keyboard.press('Alt+3');
  const row = (path: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: path }) });
  await expect(row('limits.revealSeconds')).toContainText(`20${second}, line 3`);
  await expect(row('limits.subjectLockMinutes')).toContainText('10-first.json, line 4');
  await expect(row('limits.wrongAnswersPerCall')).toContainText('policy.json, line');
  await expect(row('deepLink')).toContainText(`false${words.fromDefault}`);

  const all = await page.getByRole('row').count();
  await page.getByLabel(words.filter).focus();
  await page.keyboard.type('20-SECOND');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('status').filter({ hasText: '1 value shown' })).toBeVisible();
  await page.keyboard.type('zzz');
  await expect(page.getByText(words.noneShown)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row')).toHaveCount(all);
});

test('a mistake in managed policy refuses the desk, and both screens tell source, line and path', async ({
  openDesk,
  managed,
  home,
}) => {
  const wrong = await managed.put('10-first.json', { limits: { revealSeconds: 'long' } });
  const { page } = await openDesk({ args: [`--policies=${managed.path}`] });
  expect(await ask(page, 'deskState')).toMatchObject({
    ok: true,
    value: {
      policy: { ok: false, problems: [{ source: wrong, line: 3, path: 'limits.revealSeconds', kind: 'wrong-value' }] },
    },
  });
  const told = page.getByRole('listitem').filter({ hasText: 'limits.revealSeconds' });
  await expect(told).toContainText(wrong);
  await expect(told).toContainText('Line 3');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: words.title, level: 1 })).toBeVisible();
  await expect(told.last()).toContainText(wrong);
  expect(journalOf(home).find(({ type }) => type === 'policy.refused')).toMatchObject({ reason: 'wrong-value' });
});

/** Without root's rights the tests cannot make what belongs to somebody else. */
const byRootAlone: readonly (readonly [string, (managed: Managed) => Promise<unknown>, object])[] = [
  [
    'a file of somebody else',
    async ({ put }) => chown(await put('50.json', {}), 54_321, 54_321),
    { kind: 'foreign-owner', detail: expect.stringContaining('uid 54321') },
  ],
  ['a folder of somebody else', ({ path }) => chown(path, 54_321, 54_321), { kind: 'foreign-owner' }],
];
const mistakes: typeof byRootAlone = [
  ...(isRoot ? byRootAlone : []),
  [
    'a file that the agent may not read',
    async ({ put }) => chmod(await put('50.json', {}), isRoot ? 0o600 : 0),
    { kind: 'unreadable-file' },
  ],
  [
    'a folder that the agent may not list',
    ({ path }) => chmod(path, isRoot ? 0o711 : 0o311),
    { kind: 'unreadable-file' },
  ],
  [
    'a file that others can write',
    async ({ put }) => chmod(await put('50.json', {}), 0o666),
    { kind: 'writable-by-others' },
  ],
  ['a folder that others can write', ({ path }) => chmod(path, 0o777), { kind: 'writable-by-others' }],
  ['a link out of the folder', ({ path }) => symlink('/etc/hostname', join(path, '50.json')), { kind: 'is-link' }],
  ['a folder in place of a file', ({ path }) => mkdir(join(path, '50.json')), { kind: 'not-a-file' }],
  ['more than 1 MiB', ({ put }) => put('50.json', ' '.repeat(1024 * 1024 + 1)), { kind: 'too-large' }],
  ['no JSON', ({ put }) => put('50.json', '{'), { kind: 'not-json', line: 1 }],
  [
    'a key said twice',
    ({ put }) => put('50.json', '{"demo":true,\n"demo":true}'),
    { kind: 'duplicate-key', line: 2, path: 'demo' },
  ],
  ['an unknown key', ({ put }) => put('50.json', { debug: true }), { kind: 'unknown-key', line: 2, path: 'debug' }],
];

for (const [what, make, problem] of mistakes) {
  test(`${what} in managed policy is refused, with its source`, async ({ home, managed, policy }) => {
    const file = await writePolicy(policy);
    const check = () =>
      startApp(home, [`--policy=${file.path}`, `--policies=${managed.path}`, '--check-policy', '--json']);
    await make(managed);
    const refused = await check();
    expect(refused.code).toBe(1);
    const { problems } = JSON.parse(refused.out) as { problems: PolicyProblem[] };
    expect(problems).toEqual([expect.objectContaining({ source: expect.stringContaining(managed.path), ...problem })]);
    await file.remove();
  });
}
