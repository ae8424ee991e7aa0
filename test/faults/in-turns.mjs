// @ts-check
import { callIn } from '../support/bundle.mjs';

/** As many as a machine has at least. */
const atOnce = 2;

/**
 * Trials of a bundled program, each in a process of its own, in their order.
 * @param {string} program
 * @param {string} name of the function that tries, which is theirs too
 * @param {readonly (readonly unknown[])[]} calls
 * @returns {AsyncGenerator<import('./faults.mjs').Trial>}
 */
export async function* inTurns(program, name, calls) {
  const left = calls.map((given) => () => callIn(program, name, given));
  /** @type {Promise<import('./faults.mjs').Trial>[]} */
  const running = left.splice(0, atOnce).map((start) => start());
  for (let next = running.shift(); next; next = running.shift()) {
    const trial = await next;
    const start = left.shift();
    if (start) running.push(start());
    yield { ...trial, name: `${name}: ${trial.name}` };
  }
}
