import { fromText } from '../../shared/json-text.js';
import { expect, test } from '../support/oidc-fixture.js';
import { ask, signOutByAsking } from './ask.js';
import { signInInBrowser } from './in-browser.js';
import { lockScreen } from './locked.js';
import { prove } from './proving.js';

const mostPages = 6;
const cancelled = { ok: false, error: { code: 'sign-in-cancelled' } };
const tooOften = {
  ok: false,
  error: { code: 'sign-in-too-often', retryAfterSeconds: expect.any(Number) as unknown },
};

test.describe('a hostile renderer buries nobody in pages of the browser', () => {
  test('by asking to sign in many times at once: it is one sign-in, whose page is shown a few times', async ({
    desk: { page },
    systemBrowser,
  }) => {
    const asked = page.evaluate(() => Promise.all(Array.from({ length: 200 }, () => window.desk.startSignIn())));
    const first = await systemBrowser.next();
    await page.evaluate(() => void Array.from({ length: 200 }, () => window.desk.startSignIn()));
    for (let nth = 2; nth <= mostPages; nth++) expect(await systemBrowser.next()).toBe(first);
    await ask(page, 'cancelSignIn');
    expect((await asked).map(fromText)).toEqual(Array.from({ length: 200 }, () => cancelled));
    expect(await ask(page, 'startSignIn')).toEqual(tooOften);
    expect(systemBrowser.waiting).toBe(0);
  });

  test('by calling each sign-in off and asking anew', async ({ desk: { page }, systemBrowser }) => {
    for (let nth = 1; nth <= mostPages; nth++) {
      const asked = ask(page, 'startSignIn');
      await systemBrowser.next();
      await ask(page, 'cancelSignIn');
      expect(await asked).toEqual(cancelled);
    }
    for (let nth = 1; nth <= 20; nth++) expect(await ask(page, 'startSignIn')).toEqual(tooOften);
    expect(systemBrowser.waiting).toBe(0);
  });

  test('by turns at the lock and for a second agent; and the page that signs out in the browser opens all the same', async ({
    desk: { page },
    systemBrowser,
  }) => {
    await signInInBrowser(page, systemBrowser, 'aino');
    await ask(page, 'lockDesk');
    await expect(lockScreen(page)).toBeVisible();
    for (let nth = 2; nth <= 3; nth++) {
      const asked = ask(page, 'unlock', { token: null });
      await systemBrowser.next();
      await ask(page, 'cancelSignIn');
      expect(await asked).toEqual(cancelled);
    }
    const unlocked = ask(page, 'unlock', { token: null });
    await systemBrowser.signIn('aino');
    expect(await unlocked).toMatchObject({ ok: true });

    await prove(page);
    for (let nth = 5; nth <= mostPages; nth++) {
      const asked = ask(page, 'proveBySecondAgent');
      await systemBrowser.next();
      await ask(page, 'cancelSecondAgent');
      expect(await asked).toEqual(cancelled);
    }
    for (let nth = 1; nth <= 20; nth++) expect(await ask(page, 'proveBySecondAgent')).toEqual(tooOften);
    expect(systemBrowser.waiting).toBe(0);
    expect(await signOutByAsking(page)).toMatchObject({ ok: true });
    expect(await systemBrowser.next()).toMatch(/\/session\/end\?client_id=tunniste$/);
  });
});
