// @ts-check
import { benchFolder, inOurNode } from './append.mjs';

const [long, short, n] = [1_000_000, 1000, 3000];

/** What an entry costs in a long journal against a short one. @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const folder = await benchFolder(ground);
  const { ours, bare } = await inOurNode('test/bench/long-journal.ts', 'benchAppendLong', folder, long, short, n);
  console.log(`open ${long}: ${Math.round(ours.opening)} ms, open ${short}: ${Math.round(bare.opening)} ms`);
  return { name: 'append-long', ours: ours.median, bare: bare.median, limit: 1.1, by: 'ratio', unit: 'ms', n };
}
