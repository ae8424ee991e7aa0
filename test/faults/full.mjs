// @ts-check
import { bundle } from '../support/bundle.mjs';
import { inTurns } from './in-turns.mjs';

/** As many bytes as what the desk records there wants at its most; two volumes of three are full before its end. */
const most = 36_000;
const parts = 6;

/**
 * A desk on volumes of every size, to the byte, from none on.
 * @param {import('./faults.mjs').Ground} ground
 * @returns {AsyncGenerator<import('./faults.mjs').Trial>}
 */
export async function* trials({ folder, tries = most, seed = 20261125 }) {
  const program = await bundle('test/faults/full/full.ts', folder);
  const size = Math.ceil(Math.min(tries, most) / parts);
  const calls = Array.from({ length: parts }, (_, part) => [
    ...[`bytes ${part * size} on`, part * size, (part + 1) * size, 1, seed],
  ]);
  yield* inTurns(program, 'full', calls);
}
