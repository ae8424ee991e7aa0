// @ts-check
import { bundle, callIn } from '../support/bundle.mjs';

const kinds = [
  ...['bit', 'byte', 'line changed', 'deleted', 'inserted', 'swapped', 'duplicated'],
  ...['truncated', 'segment removed', 'checkpoint replaced'],
];
/** As many as a machine has at least. */
const atOnce = 2;

/**
 * Every way to tamper with a journal: that it is found, and where. One journal in two hundred is looked at untouched, and has to be sound.
 * @param {import('./faults.mjs').Ground} ground
 * @returns {AsyncGenerator<import('./faults.mjs').Trial>}
 */
export async function* trials({ folder, tries = 100_000, seed = 20261122 }) {
  const program = await bundle('test/faults/tamper.ts', folder);
  const left = kinds.map((kind, place) => () => callIn(program, 'tamper', [kind, tries, seed + place]));
  /** @type {Promise<import('./faults.mjs').Trial>[]} */
  const running = left.splice(0, atOnce).map((start) => start());
  for (let next = running.shift(); next; next = running.shift()) {
    const trial = await next;
    const start = left.shift();
    if (start) running.push(start());
    yield { ...trial, name: `tamper: ${trial.name}` };
  }
}
