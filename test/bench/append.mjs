// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { nativeInPlace } from '../../resources/native.mjs';
import { at, must } from '../support/run.mjs';
import { runtime } from '../support/runtime.mjs';

/** What is measured is the app's own source, bundled as for the app. @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
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
    },
    define: nativeInPlace,
    ssr: { noExternal: true },
  });
  const program = `import(${JSON.stringify(pathToFileURL(join(folder, 'append.js')).href)})
    .then(({ benchAppend }) => benchAppend(${JSON.stringify(folder)}))
    .then((figures) => console.log(JSON.stringify(figures)))`;
  // The Node that main runs in is Electron's.
  const { path } = await runtime();
  const out = await must([path, '-e', program], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  const { ours, bare, n } = JSON.parse(out.trim().split('\n').at(-1) ?? '');
  return { name: 'append', ours, bare, limit: 2, by: 'ratio', unit: 'ms at p99', n };
}
