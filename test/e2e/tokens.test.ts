import type { ElectronApplication, Page } from '@playwright/test';
import { filesBelow, hits } from '../support/canary-search.js';
import { heldIn, mainHeap, rendererHeap, wholeStrings } from '../support/heap.js';
import { expect, test } from '../support/oidc-fixture.js';
import type { Home } from '../support/person.mjs';
import { signOutByAsking, startedState } from './ask.js';
import { firstPurpose } from './at-the-desk.js';
import { signInInBrowser } from './in-browser.js';
import { lockByHand } from './locked.js';
import { canaries, caller, revealByHand } from './reveal-by-hand.js';

const heldBy = async (electron: ElectronApplication, page: Page, home: Home, texts: readonly string[]) => ({
  main: heldIn(await mainHeap(electron, home), texts),
  page: heldIn(await rendererHeap(page), texts),
  disk: hits(home.path, texts),
});

test('behind the lock and after signing out nothing of the caller is left, and no token', async ({
  openDesk,
  systemBrowser,
  oidc,
  home,
}) => {
  test.slow(); // snapshots of whole heaps
  const desk = await openDesk({ args: [wholeStrings] });
  const { page, electron } = desk;
  await signInInBrowser(page, systemBrowser, 'aino');
  await page.reload();
  await expect(firstPurpose(page)).toBeFocused();
  // On the way the token is renewed, so that there is one that is in use no more.
  await oidc.order({ revokeAccess: true });
  await revealByHand(page);
  const { access, refresh, id } = await oidc.order();
  expect([access.length > 1, refresh.length > 1, id.length > 1]).toEqual([true, true, true]);
  const secrets = [...new Set([...access, ...refresh, ...id])];

  // The searches find what is there, and before the lock it is.
  const { userName, workEmail, familyName } = caller;
  const shown = [userName, workEmail, familyName];
  // A token in use is sealed but for the moment of its use: one is held open here, so that the search has one to find.
  const [token = ''] = access;
  await electron.evaluate((_electron, held) => void Object.assign(globalThis, { held }), token);
  const before = await heldBy(electron, page, home, [...shown, token]);
  expect([before.main, before.page]).toEqual([[...shown, token], shown]);
  await electron.evaluate(() => void Reflect.deleteProperty(globalThis, 'held'));

  await lockByHand(page);
  const left = async () => heldBy(electron, page, home, [...secrets, ...canaries]);
  await expect.poll(left, { timeout: 40_000 }).toEqual({ main: [], page: [], disk: [] });

  expect(await signOutByAsking(page)).toMatchObject({ ok: true, value: { session: null } });
  expect(await systemBrowser.next()).toMatch(/\/session\/end\?client_id=tunniste$/);
  await expect.poll(left, { timeout: 40_000 }).toEqual({ main: [], page: [], disk: [] });
  await desk.close();
  expect(hits(home.path, [...secrets, ...canaries])).toEqual([]);
  expect(filesBelow(home.path).length).toBeGreaterThan(10);

  const next = await openDesk();
  expect(await startedState(next.page)).toMatchObject({ ok: true, value: { session: null, signingIn: null } });
});
