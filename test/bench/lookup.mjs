// @ts-check
import { readFile } from 'node:fs/promises';
import { ourDesk, quantile } from './desks.mjs';
import { enter } from './sign-in.mjs';
import { at } from '../support/run.mjs';

const rounds = 60;
const warmUp = 5;

/** @param {import('../support/desk.mjs').Desk} desk @param {{ url: string, token: string }} registry @param {string} userName */
const bareRequest = ({ electron }, { url, token }, userName) =>
  electron.evaluate(
    async ({ session }, { url, token, userName }) => {
      const started = performance.now();
      // The window's own session has no network.
      const answer = await session.fromPartition('bare').fetch(`${url}/Users/.search`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
        body: JSON.stringify({
          schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
          filter: `userName eq "${userName}" and userType eq "customer"`,
          startIndex: 1,
          count: 6,
        }),
      });
      await answer.json();
      return performance.now() - started;
    },
    { url, token, userName },
  );

/** From the key going down to the frame that shows the candidate, by the page's own clock. @param {import('@playwright/test').Page} page */
export async function enterToPainted(page) {
  await page.evaluate(() => {
    const painted = new Promise((resolve, reject) => {
      setTimeout(reject, 15_000, new Error('no candidate was painted'));
      const onEnter = () => {
        const started = performance.now();
        const watch = new MutationObserver(() => {
          if (!document.querySelector('.candidate')) return;
          watch.disconnect();
          // A message sent while a frame is made arrives when that frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port2.onmessage = () => resolve(performance.now() - started);
          requestAnimationFrame(() => port1.postMessage(null));
        });
        watch.observe(document.body, { childList: true, subtree: true });
      };
      addEventListener('keydown', onEnter, { once: true, capture: true });
    });
    Object.assign(window, { painted });
  });
  await page.keyboard.press('Enter');
  return page.evaluate(() => /** @type {Window & { painted?: Promise<number> }} */ (window).painted ?? Number.NaN);
}

/** @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const ours = await ourDesk(ground);
  /** @type {{ userName: string, endedDaysAgo?: number, restricted?: true, userType?: string }[]} */
  const people = JSON.parse(await readFile(at('resources/demo-people.json'), 'utf8'));
  const userNames = people
    .filter((one) => one.endedDaysAgo === undefined && !one.restricted && !one.userType && /^[a-z]/.test(one.userName))
    .map(({ userName }) => userName);
  const desk = await ours.open();
  const { page } = desk;
  await enter(page, ours.registry.token);
  /** @type {{ bare: number[], ours: number[] }} */
  const times = { bare: [], ours: [] };
  for (let round = 0; round < rounds + warmUp; round++) {
    await page.getByRole('heading', { name: 'New call' }).waitFor();
    // Each side comes after the same kind of pause: neither finds main still warm from the other.
    const bare = await bareRequest(desk, ours.registry, userNames[round * 7 + 3] ?? '');
    await page.keyboard.press('1');
    await page.getByLabel('Ticket').fill('INC-20418');
    await page.keyboard.press('Enter');
    await page.getByLabel('What the caller gives').fill(userNames[round * 7] ?? '');
    const own = await enterToPainted(page);
    await page.keyboard.press('Control+e');
    await page.getByRole('heading', { name: 'Close the call' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: 'Call closed' }).waitFor();
    await page.keyboard.press('Control+n');
    // The first searches fill caches: the page's, the server's, the connection.
    if (round < warmUp) continue;
    times.ours.push(own);
    times.bare.push(bare);
  }
  await desk.close();
  const [bareP95, ourP95] = [quantile(times.bare, 0.95), quantile(times.ours, 0.95)];
  return { name: 'lookup', ours: ourP95, bare: bareP95, limit: 30, by: 'difference', unit: 'ms at p95', n: rounds };
}
