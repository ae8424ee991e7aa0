// @ts-check
import { createEnding } from '../support/ending.mjs';
import { setUp } from '../support/set-up.mjs';

/**
 * One measured promise: our figure against the bare figure of the same run, both in `unit`.
 * `limit` is what the promise is judged by: `ratio` (ours / bare), `difference` (ours - bare), or `limit`, where nothing bare does the same
 * and the figure stands against the limit itself: then `bare` is the limit.
 * @typedef {{ name: string, ours: number, bare: number, limit: number, by: 'ratio' | 'difference' | 'limit', unit: string, n: number }} Figure
 * @typedef {{ app: string, undo: (step: () => unknown) => void }} Ground
 */

await setUp('electron', 'screen', 'keyring', 'directory');
const { screen } = await import('../support/screen.mjs');
const { stage } = await import('../support/stage.mjs');

/** @type {Record<string, () => Promise<{ measure: (ground: Ground) => Promise<Figure | readonly Figure[]> }>>} */
const benches = {
  start: () => import('./start.mjs'),
  'start-long': () => import('./start-long.mjs'),
  memory: () => import('./memory.mjs'),
  lookup: () => import('./lookup.mjs'),
  append: () => import('./append.mjs'),
  'append-long': () => import('./append-long.mjs'),
  verify: () => import('./verify.mjs'),
  erase: () => import('./erase.mjs'),
  report: () => import('./report.mjs'),
  export: () => import('./export.mjs'),
  'read-model': () => import('./read-model.mjs'),
  lock: () => import('./lock.mjs'),
  ldap: () => import('./ldap.mjs'),
};

const only = process.argv[2];
if (only !== undefined && !Object.hasOwn(benches, only)) {
  console.error(`No bench is called ${only}. There are: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}

const ending = createEnding();
try {
  const display = await screen();
  ending.undo(display.stop);
  const app = await stage();
  ending.undo(app.remove);
  /** @type {Figure[]} */
  const figures = [];
  for (const [name, load] of Object.entries(benches)) {
    if (only !== undefined && name !== only) continue;
    const { measure } = await load();
    const measured = [await measure({ app: app.path, undo: ending.undo })].flat();
    figures.push(...measured);
    for (const figure of measured) console.log(JSON.stringify(line(figure)));
  }
  table(figures);
} finally {
  await ending.end();
}

/** @param {Figure} figure */
function line({ name, ours, bare, limit, unit, n }) {
  return { name, ours: round(ours), limit, ratio: round(ours / bare), unit, n };
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 1000) / 1000;
}

/** @param {Figure} figure */
function isMet({ ours, bare, limit, by }) {
  if (by === 'limit') return ours <= limit;
  return by === 'ratio' ? ours / bare <= limit : ours - bare <= limit;
}

/** @param {readonly Figure[]} figures */
function table(figures) {
  console.log();
  for (const figure of figures) {
    const { name, ours, bare, limit, by, unit, n } = figure;
    const reached = by === 'ratio' ? `${round(ours / bare)} × bare` : `${round(ours - bare)} ${unit} more`;
    const against = by === 'limit' ? '' : `, bare ${round(bare)} ${unit}: ${reached}`;
    const met = isMet(figure) ? 'met   ' : 'MISSED';
    console.log(`${met} ${name.padEnd(8)} ours ${round(ours)} ${unit}${against} (limit ${limit}), n ${n}`);
    if (!isMet(figure)) process.exitCode = 1;
  }
}
