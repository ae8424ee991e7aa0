// @ts-check
import { at, run } from '../support/run.mjs';
import { setUp } from '../support/set-up.mjs';

// Builds, signs, installs, upgrades, spoils and removes the real packages: for a release, and for root.
const windows = process.arch === 'x64' ? /** @type {const} */ (['windows']) : []; // Wine runs nothing else
await setUp('electron', 'screen', 'keyring', 'packages', 'installed', 'trouble', ...windows);
const vitest = [
  process.execPath,
  at('node_modules/vitest/vitest.mjs'),
  'run',
  '--config',
  'test/dist/vitest.config.ts',
];
const { code } = await run([...vitest, ...process.argv.slice(2)], { show: true });
process.exitCode = code;
