// @ts-check
import { bareDesk, ourDesk, quantile } from './desks.mjs';
import { signIn } from './sign-in.mjs';

const rounds = 10;

/** The sum of all processes' working sets in MB. @param {import('../support/desk.mjs').Desk} desk */
const workingSets = ({ electron }) =>
  electron.evaluate(
    ({ app }) => app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1024,
  );

/** Idle is when the sum has stopped moving: three readings in a row within 1 %. @param {import('../support/desk.mjs').Desk} desk */
async function idleMemory(desk) {
  /** @type {number[]} */
  const readings = [];
  for (let reading = 0; reading < 40; reading++) {
    readings.push(await workingSets(desk));
    const last = readings.slice(-3);
    if (last.length === 3 && Math.max(...last) <= Math.min(...last) * 1.01) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return readings.at(-1) ?? Number.NaN;
}

/** @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const [bare, ours] = [await bareDesk(ground), await ourDesk(ground)];
  await signIn(ours);
  /** @type {{ bare: number[], ours: number[] }} */
  const sums = { bare: [], ours: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, opener] of /** @type {const} */ ([
      ['bare', bare],
      ['ours', ours],
    ])) {
      const desk = await opener.open();
      await desk.page.waitForFunction(() => document.activeElement?.matches('input, button, [role=radio]'));
      sums[name].push(await idleMemory(desk));
      await desk.close();
    }
  }
  const [bareMedian, ourMedian] = [quantile(sums.bare, 0.5), quantile(sums.ours, 0.5)];
  return { name: 'memory', ours: ourMedian, bare: bareMedian, limit: 1.2, by: 'ratio', unit: 'MB', n: rounds };
}
