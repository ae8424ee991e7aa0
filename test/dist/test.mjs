// @ts-check
import { at, run } from '../support/run.mjs';
import { setUp } from '../support/set-up.mjs';

// Builds, signs, installs, upgrades, spoils and removes the real packages: for a release, and for root.
await setUp('electron', 'screen', 'keyring', 'packages', 'installed', 'windows', 'trouble');
const vitest = [
  process.execPath,
  at('node_modules/vitest/vitest.mjs'),
  'run',
  '--config',
  'test/dist/vitest.config.ts',
];
const { code } = await run([...vitest, ...process.argv.slice(2)], { show: true });
process.exitCode = code;
