import { fromText } from '../../shared/json-text.js';
import { fail } from '../../shared/result.js';
import { startFaultServer } from '../support/fault-server.mjs';
import { hits } from '../support/canary-search.js';
import { demoPolicy } from '../support/policy.mjs';
import { expect, test } from '../support/fixtures.js';
import { holdEntry } from '../support/held-entry.js';
import { heldIn, mainHeap, rendererHeap, wholeStrings } from '../support/heap.js';
import { watchBlank } from '../support/watch-blank.mjs';
import { ask, askAnything, journalOf, signInByAsking, typesOf } from './ask.js';
import { candidates, prefer, signInByHand, wordsIn } from './at-the-desk.js';
import { findings } from './axe.js';
import { computer, lockScreen, unlock } from './locked.js';
import { canaries, caller, revealByHand } from './reveal-by-hand.js';

const words = wordsIn('en');

test('Ctrl+L takes everything away, and nothing of the caller is left: in the window, in memory, on the clipboard, on the disk', async ({
  openDesk,
  registry,
  home,
}) => {
  test.slow(); // snapshots of whole heaps
  const desk = await openDesk({ args: [wholeStrings] });
  const { page, electron } = desk;
  await signInByHand(page, registry.token);
  await revealByHand(page);
  const clipboard = () => electron.evaluate((all) => all.clipboard.readText());
  expect(await clipboard()).toContain(caller.familyName);

  // The searches below find what is there, and before the lock all of it is.
  const ofRegistry = [caller.userName, caller.workEmail, caller.workPhone, caller.familyName];
  expect(heldIn(await mainHeap(electron, home), ofRegistry)).toEqual(ofRegistry);
  const seen = [caller.userName, caller.workEmail, caller.familyName];
  expect(heldIn(await rendererHeap(page), seen)).toEqual(seen);

  // How many milliseconds it takes is measured elsewhere, on a machine with nothing else to do. Here the disk is slow, and nobody waits for it.
  const { reached, release } = await holdEntry(electron, 'session.locked');
  const { milliseconds } = await watchBlank(page);
  await page.keyboard.press('Control+l');
  await milliseconds;
  await reached();
  await release();

  await expect(lockScreen(page)).toBeVisible();
  await expect(page.getByLabel(words.lock.token)).toBeFocused();
  expect(await page.title()).toBe('Tunniste');
  await expect(page.getByText('INC-20418')).toHaveCount(0);
  await expect(page.getByText(/it will be abandoned in [45]:\d\d/)).toBeVisible();
  expect(await ask(page, 'deskState')).toMatchObject({ ok: true, value: { call: null, lock: { reason: 'agent' } } });
  await expect.poll(clipboard).toBe('');
  expect(heldIn(await rendererHeap(page), canaries)).toEqual([]);
  expect(heldIn(await mainHeap(electron, home), [...canaries, registry.token])).toEqual([]);
  expect(hits(home.path, [...canaries, registry.token])).toEqual([]);

  // The same call goes on, from finding the caller, and the wrong answer still counts.
  await unlock(page, registry.token);
  await expect(page.getByRole('heading', { name: words.steps.find.title })).toBeVisible();
  await expect(page.getByLabel(words.steps.find.identifier)).toHaveValue('');
  await expect(page.getByText(words.lock.putAwayAbout)).toBeVisible();
  expect(await ask(page, 'deskState')).toMatchObject({
    ok: true,
    value: {
      lock: null,
      call: { ticket: 'INC-20418', step: 'finding', subject: null, candidates: [], wrongAnswersLeft: 2 },
    },
  });
  const ofCall = journalOf(home).filter(({ type }) => /^(session|verification|call\.start)/.test(type));
  expect(ofCall.map(({ type, reason }) => [type, reason])).toEqual([
    ['session.signed-in', null],
    ['call.started', null],
    ['session.locked', 'agent'],
    ['verification.expired', 'locked'],
    ['session.unlocked', null],
  ]);

  await page.keyboard.press('Control+l');
  await expect(lockScreen(page)).toBeVisible();
  const renewed = page.waitForEvent('load');
  await page.getByRole('button', { name: words.lock.signOut }).click();
  await renewed;
  await expect(page.getByLabel(words.signIn.token)).toBeFocused();
  expect(journalOf(home).slice(-2)).toMatchObject([
    { type: 'call.closed', outcome: 'abandoned', reason: 'signed-out' },
    { type: 'session.signed-out' },
  ]);
  const secrets = [...canaries, registry.token];
  expect(heldIn(await rendererHeap(page), secrets)).toEqual([]);
  expect(heldIn(await mainHeap(electron, home), secrets)).toEqual([]);
  expect(hits(home.path, secrets)).toEqual([]);
});

test('after signing out nothing of the caller and no token is left, in memory or on the disk', async ({
  openDesk,
  registry,
  home,
}) => {
  test.slow(); // snapshots of whole heaps
  const { page, electron } = await openDesk({ args: [wholeStrings] });
  await signInByHand(page, registry.token);
  await revealByHand(page);
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('heading', { name: words.steps.close.title })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: words.steps.receipt.title })).toBeVisible();
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: words.settings.signOut }).click();
  // The page that the token was typed into goes, and another comes.
  const renewed = page.waitForEvent('load');
  await page.getByRole('alertdialog').getByRole('button', { name: words.settings.signOut }).click();
  await renewed;
  await expect(page.getByLabel(words.signIn.token)).toBeFocused();
  const secrets = [...canaries, registry.token];
  expect(heldIn(await rendererHeap(page), secrets)).toEqual([]);
  expect(heldIn(await mainHeap(electron, home), secrets)).toEqual([]);
  expect(hits(home.path, secrets)).toEqual([]);
});

test('behind the lock everything is refused but unlocking and signing out, and the refusals are on record', async ({
  desk: { page, electron },
  registry,
  home,
}) => {
  await signInByAsking(page, registry.token);
  await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
  await computer(electron, 'lock-screen');
  await expect(lockScreen(page)).toBeVisible();
  const requests = {
    signIn: { token: 'another-token-1234' },
    lockDesk: undefined,
    startCall: { purpose: 'support', ticket: 'INC-20418', callerNumber: '' },
    findSubject: { by: 'userName', identifier: caller.userName, organisation: '' },
    cancelSearch: undefined,
    chooseCandidate: { number: 1 },
    compareClaims: { claims: { workEmail: 'x', organisation: 'x' } },
    startCallBack: undefined,
    finishCallBack: { result: 'reached' },
    revealField: { field: 'name' },
    copyField: { field: 'name' },
    closeCall: { outcome: 'resolved' },
  };
  for (const [name, request] of Object.entries(requests)) {
    expect(await askAnything(page, name, request), name).toEqual({ ok: false, error: { code: 'desk-locked' } });
  }
  expect(
    journalOf(home)
      .filter(({ type, reason }) => type === 'operation.refused' && reason === 'desk-locked')
      .flatMap(({ fields }) => fields),
  ).toEqual(Object.keys(requests));
  expect(journalOf(home).find(({ type }) => type === 'session.locked')).toMatchObject({ reason: 'screen' });

  // A guess is refused, counted, and on record as nobody's; the fifth ends the session.
  for (let guess = 1; guess <= 5; guess++) {
    expect(await ask(page, 'unlock', { token: `guess-${guess}` })).toEqual({
      ok: false,
      error: { code: 'not-same-agent' },
    });
  }
  await expect(page.getByText(words.lock.ended['wrong-keys'])).toBeVisible();
  const wrong = journalOf(home).filter(({ reason }) => reason === 'not-same-agent');
  expect(wrong.map(({ type, agent, role, fields }) => [type, agent, role, fields])).toEqual(
    Array(5).fill(['operation.refused', null, null, ['unlock']]),
  );
  // Signed out behind the lock, not every key comes in.
  expect(await ask(page, 'signIn', { token: 'well-formed-but-nobodys' })).toEqual({
    ok: false,
    error: { code: 'registry-unauthorised' },
  });
  expect(journalOf(home).at(-1)).toMatchObject({ type: 'session.refused', reason: 'registry-unauthorised' });
  expect(await ask(page, 'unlock', { token: registry.token })).toMatchObject({ error: { code: 'not-signed-in' } });
  expect(typesOf(home).filter((type) => type === 'session.signed-out')).toHaveLength(1);
  expect(await ask(page, 'signIn', { token: registry.token })).toMatchObject({ ok: true });
});

test('a search that is under way when the desk locks brings nothing, and the call goes on after unlocking', async ({
  openDesk,
  registry,
  home,
}) => {
  const server = await startFaultServer({ upstream: registry.url });
  try {
    const { page, electron } = await openDesk({ policy: await demoPolicy(server.url) });
    await signInByAsking(page, registry.token);
    await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
    await server.set('silent');
    await page.evaluate((identifier) => {
      void window.desk.findSubject({ by: 'userName', identifier, organisation: '' });
    }, caller.userName);
    // The one before was to sign in.
    await expect.poll(() => server.requests.length).toBe(2);
    await computer(electron, 'suspend');
    await expect(lockScreen(page)).toBeVisible();
    await expect
      .poll(() => journalOf(home).findLast(({ type }) => type === 'lookup.answered'))
      .toMatchObject({ outcome: 'failed', reason: 'search-cancelled' });
    await server.set('pass');
    await unlock(page, registry.token);
    await expect(page.getByRole('heading', { name: words.steps.find.title })).toBeVisible();
    await page.keyboard.type(caller.userName);
    await page.keyboard.press('Enter');
    await expect(candidates(page)).toBeFocused();
  } finally {
    await server.stop();
  }
});

test('a lock that comes while a field is being recorded shows nothing, and what it stopped is on record', async ({
  desk: { page, electron },
  registry,
  home,
}) => {
  await signInByAsking(page, registry.token);
  await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
  await ask(page, 'findSubject', { by: 'userName', identifier: caller.userName, organisation: '' });
  await ask(page, 'chooseCandidate', { number: 1 });
  const { workEmail, organisation } = caller;
  await ask(page, 'compareClaims', { claims: { workEmail, organisation } });
  expect(await ask(page, 'revealField', { field: 'userName' })).toMatchObject({ ok: true });

  const { reached, release } = await holdEntry(electron, 'field.revealed');
  // The page that asks is gone before it is answered; what main answers is kept here.
  await electron.evaluate(({ ipcMain }) => {
    const { _invokeHandlers: handlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (...rest: unknown[]) => Promise<unknown>>;
    };
    const reveal = handlers.get('desk:revealField');
    const revealed = new Promise((resolve) => {
      handlers.set('desk:revealField', async (...rest) => {
        const answer = await reveal?.(...rest);
        resolve(answer);
        return answer;
      });
    });
    Object.assign(globalThis, { revealed });
  });
  await page.evaluate(() => void window.desk.revealField({ field: 'name' }));
  await reached();
  await computer(electron, 'suspend');
  await release();
  const answer = await electron.evaluate(() => (globalThis as unknown as { revealed: Promise<string> }).revealed);
  expect(fromText(answer)).toEqual(fail('desk-locked'));
  await expect(lockScreen(page)).toBeVisible();
  const shown = journalOf(home).filter(({ type }) => type === 'field.revealed');
  expect(shown.map(({ fields }) => fields)).toEqual([['userName'], ['name']]);
  await expect
    .poll(() => journalOf(home).findLast(({ type }) => type === 'operation.refused'))
    .toMatchObject({ fields: ['revealField'], reason: 'desk-locked' });
});

test('nobody at the computer locks it, and with no minutes to spare the open call is abandoned at once', async ({
  openDesk,
  policy,
  registry,
  home,
}) => {
  const { page, electron } = await openDesk({
    policy: { ...policy, session: { idleMinutes: 1, lockedCallMinutes: 0 } },
  });
  // Nobody has touched this screen since it was made.
  await electron.evaluate(({ powerMonitor }) => Object.assign(powerMonitor, { getSystemIdleTime: () => 0 }));
  await signInByAsking(page, registry.token);
  await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
  await electron.evaluate(({ powerMonitor }) => Object.assign(powerMonitor, { getSystemIdleTime: () => 60 }));
  await expect(lockScreen(page)).toBeVisible();
  await expect(page.getByText(words.lock.why.idle)).toBeVisible();
  await expect
    .poll(() => journalOf(home).at(-1))
    .toMatchObject({ type: 'call.closed', outcome: 'abandoned', reason: 'locked' });
  await electron.evaluate(({ powerMonitor }) => Object.assign(powerMonitor, { getSystemIdleTime: () => 0 }));
  await expect(page.getByText(words.lock.abandoned.why.locked)).toBeVisible();
  await unlock(page, registry.token);
  await expect(page.getByRole('heading', { name: words.steps.newCall.title })).toBeVisible();
  await expect(page.getByText(words.lock.abandoned.why.locked)).toBeVisible();
});

test('a page that does not go is hidden with its window, then ended, and a new one shows the lock', async ({
  openDesk,
  registry,
  home,
}) => {
  const { page, electron } = await openDesk({ hides: true });
  await signInByAsking(page, registry.token);
  await ask(page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' });
  await page.evaluate(
    () =>
      void setTimeout(() => {
        for (;;);
      }),
  );
  const isVisible = () =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
  expect(await isVisible()).toBe(true);
  await computer(electron, 'suspend');
  await expect.poll(isVisible, { intervals: [20] }).toBe(false);
  await expect.poll(isVisible).toBe(true);
  const text = () =>
    electron.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText') as Promise<string>,
    );
  await expect.poll(text).toContain(words.lock.title);
  // The call is not abandoned with its page: it waits behind the lock.
  expect(typesOf(home)).not.toContain('call.closed');
});

test('a page that nobody sees when the desk locks is ended: a window that comes back shows nothing of it', async ({
  openDesk,
  registry,
  home,
}) => {
  const { page, electron } = await openDesk({ hides: true });
  await signInByHand(page, registry.token);
  await revealByHand(page);
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await electron.evaluate(async ({ BrowserWindow, powerMonitor }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const gone = new Promise((resolve) => window.webContents.once('render-process-gone', resolve));
    powerMonitor.emit('suspend');
    window.show();
    await gone;
  });
  const text = () =>
    electron.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText') as Promise<string>,
    );
  await expect.poll(text).toContain(words.lock.title);
  expect(await text()).not.toContain('INC-20418');
  // The call waits behind the lock: its page was ended, it did not crash.
  expect(typesOf(home)).not.toContain('call.closed');
});

test('a page that would rather stay goes all the same', async ({ desk: { page, electron }, registry }) => {
  await signInByAsking(page, registry.token);
  await page.keyboard.press('Tab');
  await page.evaluate(() => {
    Object.assign(window, { old: true });
    addEventListener('beforeunload', (event) => event.preventDefault());
  });
  await computer(electron, 'suspend');
  await expect(lockScreen(page)).toBeVisible();
  expect(await page.evaluate(() => 'old' in window)).toBe(false);
});

test('a desk that was locked when it ended starts locked, however often it is started', async ({
  openDesk,
  registry,
}) => {
  const first = await openDesk();
  await signInByAsking(first.page, registry.token);
  await first.page.keyboard.press('Control+l');
  await expect(lockScreen(first.page)).toBeVisible();
  await first.kill();
  for (const end of ['close', 'kill'] as const) {
    const again = await openDesk();
    await expect(lockScreen(again.page)).toBeVisible();
    expect(
      await ask(again.page, 'startCall', { purpose: 'support', ticket: 'INC-20418', callerNumber: '' }),
    ).toMatchObject({ error: { code: 'desk-locked' } });
    await again[end]();
  }
  const last = await openDesk();
  await unlock(last.page, registry.token);
  await expect(last.page.getByRole('heading', { name: words.steps.newCall.title })).toBeVisible();
  await last.close();
  const open = await openDesk();
  await expect(open.page.getByRole('heading', { name: words.steps.newCall.title })).toBeVisible();
});

test('the lock screen in every language: axe finds nothing, the focus is in its field', async ({
  desk: { page },
  registry,
}) => {
  await signInByHand(page, registry.token);
  await page.keyboard.press('Control+l');
  await expect(page.locator('input[type=password]')).toBeFocused();
  for (const language of ['fi', 'sv', 'en'] as const) {
    const { lock, failures } = wordsIn(language);
    await prefer(page, { language });
    await expect(page.getByRole('heading', { name: lock.title })).toBeVisible();
    await expect(page.getByLabel(lock.token)).toBeFocused();
    await page.keyboard.type('somebody-elses-key');
    await page.keyboard.press('Enter');
    await expect(page.getByText(failures['not-same-agent'].what)).toBeVisible();
    expect(await findings(page, language)).toEqual([]);
  }
});
