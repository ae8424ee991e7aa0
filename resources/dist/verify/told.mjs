// @ts-check

/** @typedef {{ what: string, result: 'right' | 'wrong' | 'unchecked', why?: string }} Told */

/** Why something could not be looked at. It is no fault, and it is no proof. */
export class Unchecked extends Error {}

/**
 * Runs one check: what it throws is what is wrong.
 * @param {string} what
 * @param {() => unknown} check
 * @returns {Promise<Told>}
 */
export async function tell(what, check) {
  try {
    await check();
    return { what, result: 'right' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { what, result: error instanceof Unchecked ? 'unchecked' : 'wrong', why };
  }
}

/** @param {unknown} holds @param {string} otherwise @returns {asserts holds} */
export function insist(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}
