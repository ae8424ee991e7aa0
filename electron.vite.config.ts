import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { fuses } from './resources/fuses.mjs';
import { packedPackages } from './resources/dist/packed-packages.mjs';
import { nativeModules } from './resources/native.mjs';
import { operationNames } from './shared/contract.js';
import { bundle } from './test/support/bundle.mjs';

// SECURITY: (16) package.json pins the newest Electron exactly, and it is what ships.
// The oldest runtime the app is proven on: Electron 25.
const node = 'node18';
const chrome = 'chrome114';

// The window appears before the contract's parsers are there.
const names = { OPERATION_NAMES: JSON.stringify(operationNames) };

// Electron is there already.
const external = ['electron', /^electron\//];
/** A program for a thread of its own: in one file, so that what it shares with the desk is not split off what the window waits for. */
const verificationWorker = {
  name: 'verification-worker',
  closeBundle: async () => void (await bundle('electron/main/audit/verification/verification-worker.ts', 'out/main')),
};
const commonJs = { format: 'cjs', entryFileNames: 'index.cjs' } as const;

export default defineConfig({
  main: {
    plugins: [nativeModules(), packedPackages('main'), verificationWorker],
    define: { ...names, FUSES: JSON.stringify(fuses) },
    build: {
      target: node,
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        input: 'electron/main/index.ts',
        external,
        // What the window does not need to appear is a file of its own, read while the renderer starts.
        // Names stay: a report of a bug can be read.
        output: { ...commonJs, chunkFileNames: '[name].cjs', minify: { mangle: false } },
      },
    },
  },
  preload: {
    plugins: [packedPackages('preload')],
    define: names,
    build: {
      target: node,
      // A sandboxed preload can require nothing but Electron: one file, everything in it.
      externalizeDeps: false,
      sourcemap: false,
      rolldownOptions: {
        input: 'electron/preload/index.ts',
        external: ['electron'],
        output: { ...commonJs, codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), packedPackages('renderer')],
    build: {
      target: chrome,
      outDir: 'out/renderer',
      minify: true,
      // In one file on purpose, see below.
      chunkSizeWarningLimit: 600,
      sourcemap: false,
      modulePreload: { polyfill: false },
      // The content security policy knows no data: URL.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: 'renderer/index.html',
        // One file for all that the first screen needs: each further one is a round trip while the agent waits.
        output: { codeSplitting: { groups: [{ name: 'index', test: /renderer[\\/]main\.tsx$/ }] } },
      },
    },
  },
});
