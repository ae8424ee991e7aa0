// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { createEnding } from '../support/ending.mjs';
import { at } from '../support/run.mjs';
import { setUp } from '../support/set-up.mjs';

/**
 * One promise, tried many times with a seed that makes the same happen again.
 * @typedef {{ name: string, tried: number, survived: number, lost: number, seed: number, example?: string | null }} Trial
 * @typedef {{ folder: string, tries: number | undefined, seed: number | undefined, undo: (step: () => unknown) => void }} Ground
 */

await setUp();

/** @type {Record<string, () => Promise<{ trials: (ground: Ground) => AsyncIterable<Trial> }>>} */
const faults = {
  kill: () => import('./kill.mjs'),
  crash: () => import('./crash.mjs'),
  full: () => import('./full.mjs'),
  tamper: () => import('./tamper.mjs'),
};

const [only, tries = process.env['RUNS']] = process.argv.slice(2);
const seed = process.env['SEED'];
if (only !== undefined && !Object.hasOwn(faults, only)) {
  console.error(`No fault is called ${only}. There are: ${Object.keys(faults).join(', ')}`);
  process.exit(2);
}

const ending = createEnding();
try {
  const folder = await mkdtemp(at('node_modules', '.tunniste-faults-'));
  ending.undo(() => rm(folder, { recursive: true, force: true }));
  /** @type {Trial[]} */
  const done = [];
  for (const [name, load] of Object.entries(faults)) {
    if (only !== undefined && name !== only) continue;
    const { trials } = await load();
    for await (const trial of trials({ folder, tries: told(tries), seed: told(seed), undo: ending.undo })) {
      const { tried, survived, lost } = trial;
      console.log(JSON.stringify({ name: trial.name, tried, survived, lost, seed: trial.seed }));
      if (lost > 0) console.error(trial.example);
      done.push(trial);
    }
  }
  console.log();
  for (const { name, tried, survived, lost, seed } of done) {
    console.log(
      `${lost === 0 ? 'kept  ' : 'BROKEN'} ${name.padEnd(28)} ${survived} of ${tried}, lost ${lost}, seed ${seed}`,
    );
    if (lost > 0) process.exitCode = 1;
  }
} finally {
  await ending.end();
}

/** @param {string | undefined} text of a whole number, such as RUNS=1000 and SEED=7 */
function told(text) {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`no whole number: ${text}`);
  return number;
}
