import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { looked, passTime } from '../support/clock.js';
import { expect, test } from '../support/oidc-fixture.js';
import { ask, journalOf, startedState } from './ask.js';
import { wordsIn } from './at-the-desk.js';
import type { Home } from '../support/person.mjs';
import { at } from '../support/run.mjs';
import { signInInBrowser } from './in-browser.js';

const words = wordsIn('en');
const start = { purpose: 'support', ticket: 'INC-20418', callerNumber: '' };

test('so many hours after sign-in the session is over, whatever is going on', async ({
  openDesk,
  policy,
  systemBrowser,
  oidc,
  home,
}) => {
  const desk = await openDesk({ policy: { ...policy, session: { absoluteHours: 1, idleMinutes: 120 } } });
  const { page, electron } = desk;
  await signInInBrowser(page, systemBrowser, 'aino');
  await ask(page, 'startCall', start);
  await looked(electron);
  await passTime(electron, 59);
  await looked(electron);
  expect(await ask(page, 'deskState')).toMatchObject({
    ok: true,
    value: { lock: null, call: { ticket: start.ticket } },
  });

  await passTime(electron, 1);
  await expect(page.getByText(words.lock.ended.absolute)).toBeVisible();
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { session: null, call: null } });
  expect(await systemBrowser.next()).toMatch(/\/session\/end\?client_id=tunniste$/);
  const ending = journalOf(home).filter(({ type }) => /^(session|call)\./.test(type));
  expect(ending.map(({ type, reason }) => [type, reason])).toEqual([
    ['session.signed-in', null],
    ['call.started', null],
    ['session.locked', 'absolute'],
    ['call.closed', 'signed-out'],
    ['session.signed-out', null],
  ]);
  expect((await oidc.order()).requests.slice(-2)).toEqual(['POST /token/revocation', 'POST /token/revocation']);
  await desk.close();
  const next = await openDesk();
  expect(await startedState(next.page)).toMatchObject({ ok: true, value: { session: null, signingIn: null } });
});

/** The app, started by a program that first sees to it that its windows can be asked. */
const watched = async (home: Home): Promise<string> => {
  const app = process.env['TUNNISTE_APP'] ?? '';
  const about = JSON.parse(await readFile(join(app, 'package.json'), 'utf8')) as { readonly main: string };
  const folder = join(home.path, 'watched');
  await mkdir(folder);
  await copyFile(at('test', 'support', 'capture-watch.cjs'), join(folder, 'capture-watch.cjs'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...about, type: 'commonjs', main: 'index.cjs' }));
  const main = JSON.stringify(join(app, about.main));
  await writeFile(join(folder, 'index.cjs'), `require('./capture-watch.cjs');\nrequire(${main});\n`);
  return folder;
};

/** Whether screen capture may see the window. Where Electron cannot be asked, what it was told last: only Windows and macOS keep it. */
const isHidden = (electron: ElectronApplication): Promise<boolean | undefined> =>
  electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows() as (Electron.BrowserWindow & { wasToldToHide(): boolean })[];
    return process.platform === 'linux' ? window?.wasToldToHide() : window?.isContentProtected();
  });

for (const [contentProtection, name] of [
  [true, 'hides the window from screen capture where the policy says so'],
  [false, 'lets the screen be captured where the policy does not say otherwise'],
] as const) {
  test(`the desk ${name}`, async ({ openDesk, policy, home }) => {
    const session = contentProtection ? { contentProtection } : {};
    const { page, electron } = await openDesk({ policy: { ...policy, session }, app: await watched(home) });
    await startedState(page);
    expect(await isHidden(electron)).toBe(contentProtection);
  });
}
