import { defineConfig } from '@playwright/test';
import e2e from '../e2e/playwright.config.js';

/** Pictures, not promises: run by `npm run tour`, never by `npm test`. */
export default defineConfig({ ...e2e, testDir: '.', reporter: 'list' });
