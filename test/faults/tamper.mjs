// @ts-check
import { bundle } from '../support/bundle.mjs';
import { inTurns } from './in-turns.mjs';

const kinds = [
  ...['bit', 'byte', 'line changed', 'deleted', 'inserted', 'swapped', 'duplicated'],
  ...['truncated', 'segment removed', 'checkpoint replaced'],
];

/**
 * Every way to tamper with a journal: that it is found, and where. One journal in two hundred is looked at untouched, and has to be sound.
 * @param {import('./faults.mjs').Ground} ground
 * @returns {AsyncGenerator<import('./faults.mjs').Trial>}
 */
export async function* trials({ folder, tries = 100_000, seed = 20261122 }) {
  const program = await bundle('test/faults/tamper.ts', folder);
  yield* inTurns(
    program,
    'tamper',
    kinds.map((kind, place) => [kind, tries, seed + place]),
  );
}
