// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { at } from '../support/run.mjs';
import { bundle, callIn } from '../support/bundle.mjs';
import { benchFolder } from './append.mjs';
import { ourDesk, quantile } from './desks.mjs';
import { signIn } from './sign-in.mjs';

/** Fewer for a quick look; what is promised is promised of a million. */
const entries = Number(process.env['ENTRIES'] ?? 1_000_000);
const bareRows = Math.min(entries, 200_000);
const rounds = 25;
const frames = 600;

/** A program for the page, as one script. @param {string} folder */
async function pageProgram(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      lib: { entry: at('test/bench/read-model.ts'), formats: ['iife'], name: 'bench', fileName: () => 'read-model.js' },
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome114',
    },
  });
  return readFile(join(folder, 'read-model.js'), 'utf8');
}

/** Presses the button; seconds until rows are in sight, and until all is indexed. @param {import('@playwright/test').Page} page @param {string} name */
async function pressAndFill(page, name) {
  await page.evaluate(() => {
    const state = { from: 0, useful: 0, last: 0, worst: 0 };
    Object.assign(window, { filling: state });
    addEventListener('click', () => (state.from = performance.now()), { once: true, capture: true });
    const look = (/** @type {number} */ now) => {
      if (state.from && state.last) state.worst = Math.max(state.worst, now - state.last);
      state.last = now;
      const rows = document.querySelectorAll('.entries tbody tr').length;
      const busy = document.querySelector('.index-bar progress');
      if (state.from && !state.useful && busy && rows > 0) state.useful = performance.now() - state.from;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.getByRole('button', { name }).click();
  await page.locator('.index-bar progress').waitFor();
  await page.locator('.index-bar progress').waitFor({ state: 'detached', timeout: 600_000 });
  return page.evaluate(() => {
    const { from, useful, worst } =
      /** @type {Window & { filling?: { from: number, useful: number, worst: number } }} */ (window).filling ?? {
        from: 0,
        useful: Number.NaN,
        worst: Number.NaN,
      };
    return { useful: useful / 1000, seconds: (performance.now() - from) / 1000, worst };
  });
}

/** Every way one scrolls: by the wheel, by pages, by dragging. Milliseconds of the longest frame. @param {import('@playwright/test').Page} page */
const worstFrame = (page) =>
  page.evaluate(async (count) => {
    const list = document.querySelector('.entries');
    if (!list) throw new Error('there is no list');
    const frame = () => new Promise(requestAnimationFrame);
    const times = [];
    let last = await frame();
    for (let nth = 0; nth < count; nth += 1) {
      const third = Math.floor((3 * nth) / count);
      if (third === 0) list.scrollTop += 120;
      else if (third === 1) list.scrollTop += list.clientHeight;
      else list.scrollTop = (((nth * 7919) % 1000) / 1000) * list.scrollHeight;
      const now = await frame();
      times.push(now - last);
      last = now;
    }
    return Math.max(...times);
  }, frames);

/** Milliseconds from choosing a filter to the frame that shows what it finds. @param {import('@playwright/test').Page} page */
const filterToPainted = (page) =>
  page.evaluate(async () => {
    const [type, outcome] = [...document.querySelectorAll('.filters select')].slice(1);
    const times = [];
    for (const select of [type, outcome]) {
      if (!(select instanceof HTMLSelectElement)) throw new Error('there is no filter');
      const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set;
      for (const { value } of [...select.options].slice(0, 30)) {
        const from = performance.now();
        set?.call(select, value);
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port2.onmessage = resolve;
          requestAnimationFrame(() => port1.postMessage(null));
        });
        times.push(performance.now() - from);
      }
      set?.call(select, '');
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return times;
  });

/** The audit screen over a long journal. @param {import('./bench.mjs').Ground} ground @returns {Promise<readonly import('./bench.mjs').Figure[]>} */
export async function measure(ground) {
  const folder = await benchFolder(ground);
  const ours = await ourDesk(ground);
  await signIn(ours);
  await callIn(await bundle('test/bench/grow.ts', folder), 'growJournal', [ours.auditFolder, entries, 365]);
  // Once to take what has grown for its own.
  const settling = await ours.open();
  await settling.page.locator('input[name=purpose]').first().waitFor({ timeout: 300_000 });
  await settling.close();
  const { page, close } = await ours.open();
  await page.locator('input[name=purpose]').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Audit', exact: true }).click();
  await page.locator('.index-bar progress').waitFor();
  await page.locator('.index-bar progress').waitFor({ state: 'detached', timeout: 600_000 });
  const filled = await pressAndFill(page, 'Rebuild the index');
  const head = Number((await page.locator('.entries table').getAttribute('aria-rowcount')) ?? 0) - 1;
  const frame = await worstFrame(page);
  const painted = await filterToPainted(page);
  const program = await pageProgram(folder);
  const bare = await page.evaluate(`${program}; bench.benchInsert(${head}, ${bareRows})`);
  const pages = await page.evaluate(`${program}; bench.benchPages(${rounds})`);
  await close();
  const all = [...pages.single.ours, ...pages.combined];
  const rate = (/** @type {number} */ milliseconds) => 1000 / milliseconds;
  console.log(
    `read-model ${head}: filled in ${filled.seconds.toFixed(1)} s, longest frame meanwhile ${Math.round(filled.worst)} ms; ` +
      `bare insert ${Math.round(rate(bare.key))} rows/s, with ${'an index for each filter'} ${Math.round(rate(bare.indexed))} rows/s (${bare.rows} rows); ` +
      `from choosing a filter to its first page painted ${Math.round(quantile(painted, 0.95))} ms at p95`,
  );
  return [
    {
      name: 'read-model-page',
      ours: quantile(all, 0.95),
      bare: 100,
      limit: 100,
      by: 'limit',
      unit: 'ms at p95',
      n: all.length,
    },
    {
      name: 'read-model-page-bare',
      ours: quantile(pages.single.ours, 0.95),
      bare: quantile(pages.single.bare, 0.95),
      limit: 1.5,
      by: 'ratio',
      unit: 'ms at p95',
      n: pages.single.ours.length,
    },
    {
      name: 'read-model-painted',
      ours: quantile(painted, 0.95),
      bare: 100,
      limit: 100,
      by: 'limit',
      unit: 'ms at p95',
      n: painted.length,
    },
    { name: 'read-model-scroll', ours: frame, bare: 50, limit: 50, by: 'limit', unit: 'ms', n: frames },
    {
      name: 'read-model-rebuild',
      ours: (filled.seconds * 1000) / head,
      bare: bare.key,
      limit: 1.25,
      by: 'ratio',
      unit: 'ms a row',
      n: head,
    },
    { name: 'read-model-useful', ours: filled.useful, bare: 1, limit: 1, by: 'limit', unit: 's', n: 1 },
  ];
}
