import { defineConfig } from '@playwright/test';

const report = process.env['TUNNISTE_REPORT'];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../results',
  globalSetup: '../support/global-set-up.ts',
  // Windows of one screen share its focus, and the tests type.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
});
