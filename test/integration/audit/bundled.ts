import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { nativeInPlace } from '../../../resources/native.mjs';

const root = new URL('../../../', import.meta.url).pathname;

/** A program for a process of its own, bundled as main is: CommonJS for Node 18, native modules left outside. */
export const bundled = async (entry: string): Promise<{ path: string; remove: () => Promise<void> }> => {
  const outDir = await mkdtemp(join(root, 'node_modules', '.tunniste-test-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: nativeInPlace,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: join(root, entry),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  });
  return { path: join(outDir, 'index.cjs'), remove: () => rm(outDir, { recursive: true }) };
};
