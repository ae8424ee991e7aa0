// @ts-check
import { parseArgs } from 'node:util';
import { at, run } from './run.mjs';
import { setUp } from './set-up.mjs';

// Pictures of every screen of the running app:
//   npm run tour -- [--to FOLDER] [--theme light,dark] [--language en,fi,sv]
const { to, theme, language } = parseArgs({
  options: {
    to: { type: 'string', default: at('test/results/tour') },
    theme: { type: 'string', default: 'light,dark' },
    language: { type: 'string', default: 'en' },
  },
}).values;

await setUp('electron', 'screen', 'keyring');
const argv = [
  process.execPath,
  at('node_modules/@playwright/test/cli.js'),
  'test',
  '-c',
  'test/tour/playwright.config.ts',
];
const { code } = await run(argv, {
  env: {
    ...process.env,
    TUNNISTE_TOUR_FOLDER: to,
    TUNNISTE_TOUR_THEMES: theme,
    TUNNISTE_TOUR_LANGUAGES: language,
  },
  show: true,
});
console.log(code === 0 ? `The pictures are in ${to}` : 'The tour did not reach its end.');
process.exitCode = code;
