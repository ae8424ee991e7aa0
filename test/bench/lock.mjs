// @ts-check
import { demoPersons } from '../support/demo-persons.mjs';
import { watchBlank } from '../support/watch-blank.mjs';
import { ourDesk, quantile } from './desks.mjs';
import { enter } from './sign-in.mjs';

const rounds = 20;
const limit = 100;
const { twinAcme: caller } = demoPersons;

/** A call with a name on the screen: what there is to take away. @param {import('@playwright/test').Page} page */
async function reveal(page) {
  await page.keyboard.press('1');
  await page.getByLabel('Ticket').fill('INC-20418');
  await page.keyboard.press('Enter');
  await page.getByLabel('What the caller gives').fill(caller.userName);
  await page.keyboard.press('Enter');
  await page.locator('.candidate').click();
  await page.getByLabel('Work e-mail').fill(caller.workEmail);
  await page.getByLabel('Organisation').fill(caller.organisation);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Show Name' }).click();
  await page.getByText(caller.familyName).waitFor();
}

/**
 * From the key going down, or from main being told that the computer sleeps, to a painted frame with nothing in it.
 * @param {import('./bench.mjs').Ground} ground
 * @returns {Promise<import('./bench.mjs').Figure>}
 */
export async function measure(ground) {
  const { open, registry } = await ourDesk(ground);
  const { page, electron, close } = await open();
  await enter(page, registry.token);
  /** @type {{ key: number[], event: number[] }} */
  const times = { key: [], event: [] };
  for (let round = 0; round < rounds; round++) {
    await page.getByRole('heading', { name: 'New call' }).waitFor();
    await reveal(page);
    const { milliseconds, at } = await watchBlank(page);
    if (round % 2 === 0) {
      await page.keyboard.press('Control+l');
      times.key.push(await milliseconds);
    } else {
      const told = await electron.evaluate(({ powerMonitor }) => {
        const now = Date.now();
        powerMonitor.emit('suspend');
        return now;
      });
      times.event.push((await at) - told);
    }
    await page.getByLabel('Registry token').fill(registry.token);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Find the caller' }).waitFor();
    await page.keyboard.press('Control+e');
    await page.getByRole('heading', { name: 'Close the call' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: 'Call closed' }).waitFor();
    await page.keyboard.press('Control+n');
  }
  await close();
  const all = [...times.key, ...times.event];
  for (const [name, some] of Object.entries(times)) {
    const [half, most] = [0.5, 0.95].map((share) => quantile(some, share).toFixed(1));
    console.log(`lock by ${name}: median ${half} ms, p95 ${most} ms, n ${some.length}`);
  }
  return { name: 'lock', ours: quantile(all, 0.95), bare: limit, limit, by: 'limit', unit: 'ms at p95', n: rounds };
}
