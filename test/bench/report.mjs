// @ts-check
import { benchFolder, inOurNode } from './append.mjs';

const entries = 1_000_000;
/** Seconds in which one person is answered. */
const most = 10;

/** What a long journal holds about one person, under a pseudonym a month, the slowest of them. @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const { seconds, n, told, expected } = await inOurNode(
    'test/bench/report.ts',
    'benchReport',
    await benchFolder(ground),
    entries,
  );
  console.log(`report ${entries}: ${told} of ${expected} entries about the person told`);
  if (told !== expected) process.exitCode = 1;
  return { name: 'report', ours: seconds, bare: most, limit: most, by: 'limit', unit: 's', n };
}
