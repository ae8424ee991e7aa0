// @ts-check
import { benchFolder, inOurNode } from './append.mjs';

const entries = 1_000_000;
/** Seconds in which one person is erased. */
const most = 2;

/** Erasing one person from a long journal, the slowest of them, and what is left of them. @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const { seconds, n, before, after, raw } = await inOurNode(
    'test/bench/erase.ts',
    'benchErase',
    await benchFolder(ground),
    entries,
  );
  const same = before.root === after.root && before.root !== '';
  console.log(
    `erase ${entries}: sealed parts that open ${before.open} before, ${after.open} after; raw ${raw}; root ${same ? 'unchanged' : 'CHANGED'}`,
  );
  if (!same || before.open === 0 || after.open > 0 || raw > 0) process.exitCode = 1;
  return { name: 'erase', ours: seconds, bare: most, limit: most, by: 'limit', unit: 's', n };
}
