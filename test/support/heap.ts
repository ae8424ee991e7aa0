import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { hits } from './canary-search.js';
import type { Home } from './person.mjs';

/** Strings are cut in a snapshot unless it is told otherwise, and what is cut off cannot be found. */
export const wholeStrings = '--js-flags=--heap-snapshot-string-limit=10000000';

/** Everything that main still holds after a collection, as V8 writes it down. */
export const mainHeap = async (electron: ElectronApplication, home: Home): Promise<Buffer> => {
  const file = join(home.path, 'main.heapsnapshot');
  await electron.evaluate((_electron, path) => {
    const require = process.mainModule?.require as NodeJS.Require;
    const v8 = require('node:v8') as typeof import('node:v8');
    const vm = require('node:vm') as typeof import('node:vm');
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    collect();
    v8.writeHeapSnapshot(path);
  }, file);
  const snapshot = readFileSync(file);
  rmSync(file);
  return snapshot;
};

/** The same of the page. */
export const rendererHeap = async (page: Page): Promise<Buffer> => {
  const profiler = await page.context().newCDPSession(page);
  const parts: string[] = [];
  profiler.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void parts.push(chunk));
  await profiler.send('HeapProfiler.enable');
  // Twice: what Blink and V8 hold for each other goes in two steps.
  await profiler.send('HeapProfiler.collectGarbage');
  await profiler.send('HeapProfiler.collectGarbage');
  await profiler.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await profiler.detach();
  return Buffer.from(parts.join(''));
};

/** A snapshot is JSON in which V8 escapes all that is not ASCII. */
const inSnapshot = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

/** Which of the texts a snapshot holds. */
export const heldIn = (snapshot: Buffer, texts: readonly string[]): string[] =>
  texts.filter((text) => snapshot.includes(inSnapshot(text)));

/** Where the texts still stand: in the page, in main, or anywhere on the person's disk. */
export const placesOf = async (
  texts: readonly string[],
  { page, electron, home }: { page: Page; electron: ElectronApplication; home: Home },
): Promise<string[]> => [
  ...heldIn(await rendererHeap(page), texts).map((text) => `${text} in the page`),
  ...heldIn(await mainHeap(electron, home), texts).map((text) => `${text} in main`),
  ...hits(home.path, texts),
];
