import { defineConfig } from '@playwright/test';
import { hasScreen } from '../support/screen.mjs';

const report = process.env['TUNNISTE_REPORT'];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../results',
  globalSetup: '../support/global-set-up.ts',
  // Windows of one screen share its focus, and the tests type: as many workers as there are screens for. A window waits more than it works.
  workers: hasScreen() ? 1 : 3,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
});
