// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { at } from '../support/run.mjs';

/** What is measured is the app's own source, bundled as for the app, in plain Node. @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure({ undo }) {
  // In the work tree, on the file system that the journal of a run from source would be on, and where modules are found.
  const folder = await mkdtemp(at('out/bench-'));
  undo(() => rm(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: at('test/bench/append.ts'),
      outDir: folder,
      target: 'node18',
      rolldownOptions: { external: ['keytar', 'fs-native-extensions'] },
    },
    ssr: { noExternal: true },
  });
  /** @type {typeof import('./append.js')} */
  const { benchAppend } = await import(pathToFileURL(join(folder, 'append.js')).href);
  const { ours, bare, n } = await benchAppend(folder);
  return { name: 'append', ours, bare, limit: 2, by: 'ratio', unit: 'ms at p99', n };
}
