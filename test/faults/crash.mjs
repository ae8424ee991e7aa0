// @ts-check
import { bundle } from '../support/bundle.mjs';
import { inTurns } from './in-turns.mjs';

const chapters = ['begins', 'works', 'erases', 'delivers', 'retains', 'rotates'];

/**
 * A machine that dies after any operation of a desk, with any part of what was not synced: that the desk opens again, with everything that it
 * had acknowledged and nothing that it had erased. Its collector misses no entry. So many states in all.
 * @param {import('./faults.mjs').Ground} ground
 * @returns {AsyncGenerator<import('./faults.mjs').Trial>}
 */
export async function* trials({ folder, tries = 50_000, seed = 20261123 }) {
  const program = await bundle('test/faults/crash/crash.ts', folder);
  const each = Math.ceil(tries / chapters.length);
  const calls = chapters.map((chapter, place) => /** @type {const} */ ([chapter, each, seed + place]));
  yield* inTurns(program, 'crash', calls);
}
