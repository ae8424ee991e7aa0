import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/dist/**/*.test.ts'],
    globalSetup: 'test/dist/build.ts',
    // One machine, one installation.
    fileParallelism: false,
    // The driver speaks to the app's debugger over a WebSocket, which Node 20 has behind this.
    execArgv: ['--experimental-websocket'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
