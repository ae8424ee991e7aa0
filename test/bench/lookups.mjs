// @ts-check
import { readFile } from 'node:fs/promises';
import { at } from '../support/run.mjs';
import { quantile } from './desks.mjs';

const rounds = 200;
const warmUp = 5;

/** Of the demo people, those who may be found. @returns {Promise<readonly string[]>} */
async function findable() {
  /** @type {{ userName: string, endedDaysAgo?: number, restricted?: true, userType?: string }[]} */
  const people = JSON.parse(await readFile(at('resources/demo-people.json'), 'utf8'));
  return people
    .filter((one) => one.endedDaysAgo === undefined && !one.restricted && !one.userType && /^[a-z]/.test(one.userName))
    .map(({ userName }) => userName);
}

/**
 * Call after call at the desk, each with one search, and beside each the bare way to ask for the same kind of entry.
 * @param {string} name
 * @param {import('@playwright/test').Page} page with the form of a new call
 * @param {(own: string, other: string) => Promise<number>} bareWay milliseconds; `own` is whom the desk looks up, `other` somebody else
 * @returns {Promise<import('./bench.mjs').Figure>}
 */
export async function measureLookups(name, page, bareWay) {
  const userNames = await findable();
  /** @type {{ bare: number[], ours: number[] }} */
  const times = { bare: [], ours: [] };
  for (let round = 0; round < rounds + warmUp; round++) {
    const [own = '', other = ''] = [userNames[round * 6], userNames[round * 6 + 3]];
    await page.getByRole('heading', { name: 'New call' }).waitFor();
    // Each side comes after the same kind of pause: neither finds the other's warmth.
    const bare = await bareWay(own, other);
    await page.keyboard.press('1');
    await page.getByLabel('Ticket').fill('INC-20418');
    await page.keyboard.press('Enter');
    await page.getByLabel('What the caller gives').fill(own);
    const ours = await enterToPainted(page);
    await page.keyboard.press('Control+e');
    await page.getByRole('heading', { name: 'Close the call' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: 'Call closed' }).waitFor();
    await page.keyboard.press('Control+n');
    // The first searches fill caches: the page's, the server's, the connection.
    if (round < warmUp) continue;
    times.ours.push(ours);
    times.bare.push(bare);
  }
  const [bare, ours] = [quantile(times.bare, 0.95), quantile(times.ours, 0.95)];
  return { name, ours, bare, limit: 30, by: 'difference', unit: 'ms at p95', n: rounds };
}

/** From the key going down to the frame that shows the candidate, by the page's own clock. @param {import('@playwright/test').Page} page */
async function enterToPainted(page) {
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
