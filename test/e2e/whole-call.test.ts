import { languages } from '../../renderer/messages/languages.js';
import { demoPersons } from '../support/demo-persons.mjs';
import { expect, test } from '../support/fixtures.js';
import { journalOf, typesOf } from './ask.js';
import { candidates, createKeys, prefer, signInByHand, wordsIn } from './at-the-desk.js';

const { complete } = demoPersons;

for (const language of languages) {
  test(`the whole call, by keyboard alone, in ${language}: at most 12 keys beyond what is typed`, async ({
    desk,
    registry,
    home,
  }) => {
    const { page } = desk;
    const words = wordsIn(language);
    await prefer(page, { language });
    await signInByHand(page, registry.token);
    const heading = (name: string) =>
      expect(page.getByRole('main').getByRole('heading', { name, level: 1 })).toBeVisible();
    const band = page.getByRole('region', { name: words.call.state });
    const { press, type, pressed } = createKeys(page);

    await heading(words.steps.newCall.title);
    await expect(page.getByText('DEMO').first()).toBeVisible();
    await press('2'); // access reset; the ticket has the focus
    await expect(page.getByLabel(words.steps.newCall.ticket)).toBeFocused();
    await type('INC-20418');
    await press('Enter');

    await heading(words.steps.find.title);
    await type(complete.userName);
    await press('Enter');
    await expect(candidates(page).filter({ hasText: 'M••••• V••••••••' })).toBeFocused();
    await expect(page.getByText(complete.familyName)).toHaveCount(0);
    await press('Enter');

    await heading(words.steps.compare.title);
    await expect(page.getByLabel(words.terms.field.workEmail)).toBeFocused();
    await type(complete.workEmail);
    await press('Enter');

    await heading(words.steps.prove.title);
    await expect(band).toContainText(words.call.notVerified);
    await press('Enter');
    await expect(page.getByText(complete.workPhone)).toBeVisible();
    await press('1'); // reached

    await heading(words.steps.verified.title);
    await expect(band).toContainText(words.call.verified);
    await expect(band).toContainText(/9:5\d|10:00/);
    await expect(page.getByText(complete.workPhone)).toHaveCount(0);
    await press('1'); // show the user ID
    await expect(page.getByText(complete.userName, { exact: true })).toBeVisible();

    await press('Control+e');
    await heading(words.steps.close.title);
    await press('1'); // resolved
    await heading(words.steps.receipt.title);
    const receipt = page.getByRole('region', { name: words.steps.receipt.text });
    await expect(receipt).toContainText('INC-20418');
    for (const value of Object.values(complete).map(String)) await expect(receipt).not.toContainText(value);
    await press('Enter'); // copies the receipt
    await expect(page.getByText(words.steps.receipt.copied, { exact: true })).toBeVisible();
    expect(await desk.electron.evaluate(({ clipboard }) => clipboard.readText())).toContain('INC-20418');
    await expect(page.getByText(complete.userName, { exact: true })).toHaveCount(0);

    expect(pressed()).toBeLessThanOrEqual(12);
    expect(typesOf(home).slice(-10)).toEqual([
      'call.started',
      'lookup.requested',
      'lookup.answered',
      'subject.chosen',
      'claims.compared',
      'factor.started',
      'factor.finished',
      'call.verified',
      'field.revealed',
      'call.closed',
    ]);
  });
}

test('support: facts are enough, each field is shown by itself and hides again', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const { page } = await openDesk({ policy: { ...policy, limits: { ...policy.limits, revealSeconds: 5 } } });
  await signInByHand(page, registry.token);
  await expect(page.locator('.demo-hint li').last()).toBeInViewport({ ratio: 1 });
  const { press, type } = createKeys(page);
  await press('1');
  await type('INC-20418');
  await press('Enter');
  await expect(page.getByLabel('What the caller gives')).toBeFocused();
  await type(complete.userName);
  await press('Enter');
  await expect(candidates(page)).toBeFocused();
  await press('Enter');
  await expect(page.getByLabel('Work e-mail')).toBeFocused();
  await type(complete.workEmail.toUpperCase());
  await press('Enter');
  await expect(page.getByLabel('Organisation')).toBeFocused();
  await type('acme');
  const name = page.getByRole('status', { name: 'Name', exact: true });
  // Held down, it compares and does no more: what it leads to waits until it has been let go.
  await page.keyboard.down('Enter');
  await expect(page.getByRole('button', { name: 'Show Name' })).toBeFocused();
  for (let repeats = 0; repeats < 5; repeats += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(name).toHaveText('hidden');
  await press('Enter');
  await expect(name).toHaveText('Maija Virtanen');
  await expect(page.getByRole('status', { name: 'User ID' })).toHaveText('hidden');
  await press('Enter'); // the same button copies
  await expect(page.getByText(/Cleared in \d+ s/)).toBeVisible();
  await expect(name).toHaveText('hidden');
  expect(
    journalOf(home)
      .filter(({ type: kind }) => kind === 'field.revealed')
      .map(({ fields }) => fields),
  ).toEqual([['name']]);
});

test('no registry value reaches the window without its entry on the disk before it, watching the IPC', async ({
  desk,
  registry,
  home,
}) => {
  const { page, electron } = desk;
  // Stands between main and the window: every answer is looked at in the moment it leaves, with the journal as it is on the disk then.
  await electron.evaluate(
    ({ ipcMain }, { folder, marks }) => {
      const { readdirSync, readFileSync } = process.mainModule?.require('node:fs') as typeof import('node:fs');
      const journal = () =>
        readdirSync(folder)
          .filter((name) => name.endsWith('.jsonl'))
          .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
          .join('');
      const seen: { channel: string; shows: string[]; recorded: string[] }[] = [];
      Object.assign(globalThis, { seen });
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (...rest: unknown[]) => Promise<unknown>>;
      };
      for (const [channel, handler] of handlers) {
        handlers.set(channel, async (...rest) => {
          // Electron hands over a function to reply with; the answer goes through it.
          const answer = await handler(...rest);
          const text = JSON.stringify(answer ?? null);
          const shows = marks.filter((mark) => text.includes(mark));
          if (shows.length > 0)
            seen.push({
              channel,
              shows,
              recorded: journal()
                .split('\n')
                .filter(Boolean)
                .map((line) => (JSON.parse(line) as { type: string }).type),
            });
          return answer;
        });
      }
    },
    {
      folder: `${home.env['XDG_STATE_HOME']}/tunniste/audit`,
      marks: ['M••••• V••••••••', complete.workPhone, complete.userName],
    },
  );

  await signInByHand(page, registry.token);
  const { press, type } = createKeys(page);
  await press('2');
  await type('INC-20418');
  await press('Enter');
  await expect(page.getByLabel('What the caller gives')).toBeFocused();
  await type(complete.userName);
  await press('Enter');
  await expect(candidates(page)).toBeFocused();
  await press('Enter');
  await expect(page.getByLabel('Work e-mail')).toBeFocused();
  await type(complete.workEmail);
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Start the call-back' })).toBeFocused();
  await press('Enter');
  await expect(page.getByText(complete.workPhone)).toBeVisible();
  await press('1');
  await expect(page.getByRole('button', { name: 'Show User ID' })).toBeFocused();
  await press('1');
  await expect(page.getByText(complete.userName, { exact: true })).toBeVisible();

  const seen = await electron.evaluate(
    () => (globalThis as unknown as { seen: { channel: string; shows: string[]; recorded: string[] }[] }).seen,
  );
  const before: Record<string, string> = {
    'desk:findSubject': 'lookup.answered',
    'desk:chooseCandidate': 'subject.chosen',
    'desk:compareClaims': 'claims.compared',
    'desk:startCallBack': 'factor.started',
    'desk:finishCallBack': 'call.verified',
    'desk:revealField': 'field.revealed',
  };
  expect(seen.map(({ channel }) => channel)).toEqual(Object.keys(before));
  for (const { channel, recorded } of seen) expect(recorded.at(-1), channel).toBe(before[channel]);
  expect(seen.find(({ shows }) => shows.includes(complete.workPhone))?.channel).toBe('desk:startCallBack');
  expect(seen.find(({ shows }) => shows.includes(complete.userName))?.channel).toBe('desk:revealField');
});
