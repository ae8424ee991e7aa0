// @ts-check
import { bareDesk, ourDesk, quantile } from './desks.mjs';

const rounds = 30;
/** Of the starts that the driver may lose: a page that is there between two of its questions makes it wait for ever. */
const mostLost = 20;

/** @typedef {{ open: (held?: boolean) => Promise<import('../support/desk.mjs').Desk> }} Opener */

/** From starting the process to a field that takes the next key. @param {Opener} opener */
async function timeToField({ open }) {
  const started = Date.now();
  const desk = await open(false);
  // When the field got the focus is told by the page's own clock, so that the driver's round trips do not count.
  const focused = await desk.page.waitForFunction(
    () => document.activeElement?.matches('input, button, [role=radio]') && performance.timeOrigin + performance.now(),
    undefined,
    { polling: 'raf' },
  );
  const at = /** @type {number} */ (await focused.jsonValue());
  await desk.close();
  return at - started;
}

/**
 * Starts both in turns; milliseconds at the median.
 * @param {Opener} ours
 * @param {Opener} bare
 * @param {number} rounds
 */
export async function compareStarts(ours, bare, rounds) {
  /** @type {{ bare: number[], ours: number[] }} */
  const times = { bare: [], ours: [] };
  let lost = 0;
  // The first round fills the caches of the disk for both.
  for (let round = 0; round <= rounds;) {
    try {
      const [bareTime, ourTime] = [await timeToField(bare), await timeToField(ours)];
      if (round > 0) times.bare.push(bareTime);
      if (round > 0) times.ours.push(ourTime);
      round += 1;
    } catch (error) {
      if ((lost += 1) > mostLost) throw error;
    }
  }
  return { ours: quantile(times.ours, 0.5), bare: quantile(times.bare, 0.5) };
}

/** @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const [bare, ours] = [await bareDesk(ground), await ourDesk(ground)];
  const medians = await compareStarts(ours, bare, rounds);
  return { name: 'start', ...medians, limit: 1.3, by: 'ratio', unit: 'ms', n: rounds };
}
