// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { bundle, callIn } from '../support/bundle.mjs';
import { at } from '../support/run.mjs';
import { runtime } from '../support/runtime.mjs';

/** The app's own source, bundled as for the app, in the Node that main runs in, which is Electron's. @param {string} entry @param {string} name @param {string} folder @param {...unknown} more */
export async function inOurNode(entry, name, folder, ...more) {
  const { path } = await runtime();
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return callIn(await bundle(entry, folder), name, [folder, ...more], [path], env);
}

/** In the work tree, on the file system that the journal of a run from source would be on, and where modules are found. @param {import('./bench.mjs').Ground} ground */
export async function benchFolder({ undo }) {
  const folder = await mkdtemp(at('out/bench-'));
  undo(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const { ours, bare, n } = await inOurNode('test/bench/append.ts', 'benchAppend', await benchFolder(ground));
  return { name: 'append', ours, bare, limit: 2, by: 'ratio', unit: 'ms at p99', n };
}
