// @ts-check
import { bundle, callIn } from '../support/bundle.mjs';
import { benchFolder } from './append.mjs';
import { ourDesk } from './desks.mjs';
import { compareStarts } from './start.mjs';

/** Fewer for a quick look; what is promised is promised of a million. */
const entries = Number(process.env['ENTRIES'] ?? 1_000_000);
const rounds = Number(process.env['ROUNDS'] ?? 20);

/** Opens a desk until it has a field, and closes it. @param {Awaited<ReturnType<typeof ourDesk>>} desk */
async function settle({ open }) {
  const { page, close } = await open();
  await page.locator('input').first().waitFor({ timeout: 300_000 });
  await close();
}

/** A desk on a journal of a year against one on a new journal. @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const [bare, ours] = [await ourDesk(ground), await ourDesk(ground)];
  for (const desk of [bare, ours]) await settle(desk);
  const grow = await bundle('test/bench/grow.ts', await benchFolder(ground));
  const head = await callIn(grow, 'growJournal', [ours.auditFolder, entries, 365]);
  // Once more, to take what has grown for its own.
  for (const desk of [bare, ours]) await settle(desk);
  const medians = await compareStarts(ours, bare, rounds);
  console.log(`start-long: ${head} entries`);
  return { name: 'start-long', ...medians, limit: 1.1, by: 'ratio', unit: 'ms', n: rounds };
}
