import { expect, it } from 'vitest';
import { createBrowsing } from '../../../../../electron/main/access/browsing.js';

const page = 'https://login.esimerkki.example/auth';

const setUp = (allowed = true) => {
  const pages: string[] = [];
  let clock = 5_000_000;
  const browsing = createBrowsing({
    openBrowser: (url) => Promise.resolve(void pages.push(url)),
    allows: () => allowed,
    now: () => clock,
  });
  return { ...browsing, pages, wait: (seconds: number) => void (clock += seconds * 1000) };
};
const tooOften = (retryAfterSeconds: number) => ({
  ok: false,
  error: { code: 'sign-in-too-often', retryAfterSeconds },
});

it('opens six pages within a minute and no more, however often it is asked', async () => {
  const { browse, pages, wait } = setUp();
  const answers = await Promise.all(Array.from({ length: 200 }, () => browse(page)));
  expect(pages).toHaveLength(6);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(6);
  expect(answers.at(-1)).toEqual(tooOften(60));
  wait(59.5);
  expect(await browse(page)).toEqual(tooOften(1));
  wait(0.5);
  expect(await browse(page)).toMatchObject({ ok: true });
  expect(pages).toHaveLength(7);
});

it('does not make whoever is refused wait longer for asking', async () => {
  const { browse, wait } = setUp();
  for (let nth = 0; nth < 6; nth++) {
    await browse(page);
    wait(5);
  }
  expect(await browse(page)).toEqual(tooOften(30));
  wait(10);
  expect(await browse(page)).toEqual(tooOften(20));
  wait(20);
  expect(await browse(page)).toMatchObject({ ok: true });
});

it('holds back no page that ends a session: each follows a sign-in that somebody finished', async () => {
  const { browse, open, pages } = setUp();
  for (let nth = 0; nth < 6; nth++) await browse(page);
  expect(await open('https://login.esimerkki.example/session/end')).toMatchObject({ ok: true });
  expect(pages).toHaveLength(7);
});

it('opens no page of a host that the policy does not list', async () => {
  const { browse, open, pages } = setUp(false);
  expect([await browse(page), await open(page)]).toEqual(
    Array.from({ length: 2 }, () => ({ ok: false, error: { code: 'sign-in-browser' } })),
  );
  expect(pages).toEqual([]);
});

it('says that no browser took the page', async () => {
  const { browse } = createBrowsing({ openBrowser: () => Promise.reject(new Error('none')), allows: () => true });
  expect(await browse(page)).toEqual({ ok: false, error: { code: 'sign-in-browser' } });
});
