// @ts-check
import { readFile } from 'node:fs/promises';
import { ourDesk, quantile } from './desks.mjs';
import { at } from '../support/run.mjs';

const rounds = 60;
const warmUp = 5;

/** @param {import('../support/desk.mjs').Desk} desk @param {{ url: string, token: string }} registry @param {string} userName */
const bareRequest = ({ electron }, { url, token }, userName) =>
  electron.evaluate(
    async ({ net }, { url, token, userName }) => {
      const started = performance.now();
      const answer = await net.fetch(`${url}/Users/.search`, {
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
async function enterToPainted(page) {
  const painted = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener(
          'keydown',
          () => {
            const started = performance.now();
            const shown = () =>
              document.querySelector('[role=option], [role=radio][aria-label*="•"], [data-candidate]');
            const watch = new MutationObserver(() => {
              if (!shown()) return;
              watch.disconnect();
              // The frame after the one that is about to be painted begins when that one is on the screen.
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
            });
            watch.observe(document.body, { childList: true, subtree: true });
          },
          { once: true, capture: true },
        );
      }),
  );
  await page.keyboard.press('Enter');
  return /** @type {Promise<number>} */ (painted);
}

/** @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const ours = await ourDesk(ground);
  /** @type {{ userName: string, endedDaysAgo?: number, restricted?: true, userType?: string }[]} */
  const people = JSON.parse(await readFile(at('resources/demo-people.json'), 'utf8'));
  const userNames = people
    .filter((one) => one.endedDaysAgo === undefined && !one.restricted && !one.userType)
    .map(({ userName }) => userName);
  const desk = await ours.open();
  const { page } = desk;
  await page.locator('input[type=password]').fill(ours.registry.token);
  await page.keyboard.press('Enter');
  /** @type {{ bare: number[], ours: number[] }} */
  const times = { bare: [], ours: [] };
  for (let round = 0; round < rounds + warmUp; round++) {
    await page.getByLabel('Ticket').fill('INC-20418');
    await page.keyboard.press('Enter');
    const field = page.getByLabel('User ID').and(page.getByRole('textbox'));
    await field.fill(userNames[round * 7] ?? '');
    const own = await enterToPainted(page);
    const bare = await bareRequest(desk, ours.registry, userNames[round * 7 + 3] ?? '');
    await page.evaluate(() => window.desk.closeCall({ outcome: 'resolved' }));
    await page.reload();
    if (round < warmUp) continue;
    times.ours.push(own);
    times.bare.push(bare);
  }
  await desk.close();
  const [bareP95, ourP95] = [quantile(times.bare, 0.95), quantile(times.ours, 0.95)];
  return { name: 'lookup', ours: ourP95, bare: bareP95, limit: 30, by: 'difference', unit: 'ms at p95', n: rounds };
}
