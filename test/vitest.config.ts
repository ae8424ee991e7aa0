import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { nativeInPlace } from '../resources/native.mjs';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  define: nativeInPlace,
  test: {
    include: ['test/{unit,integration}/**/*.test.{ts,tsx}'],
    // By itself it leaves one processor free, which on two is half of them; and many tests wait for a server.
    maxWorkers: availableParallelism(),
    // Reading every module anew for every file took a third of the time; what a test changes, it puts back.
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
