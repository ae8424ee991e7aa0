// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.mjs';
import { at, run } from './run.mjs';
import { setUp } from './set-up.mjs';
import { stage } from './stage.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

await setUp('electron', 'screen', 'keyring', 'certificates', 'accounts', 'connections');
await setUp('directory', 'collector', 'packages');
const reports = await mkdtemp(join(tmpdir(), 'tunniste-report-'));

const total = { passed: 0, failed: 0, skipped: 0 };
// Before check bundles it once more.
const app = await stage();
process.env['TUNNISTE_APP'] = app.path;
// A window waits more than it works: what needs none runs beside it.
await Promise.all([
  take('end to end', playwright),
  take('check', check).then(() => take('unit, integration and types', vitest)),
]);
await app.remove();
await rm(reports, { recursive: true });
console.log(`\n${sum(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @param {string} name @param {() => Promise<Count>} suite */
async function take(name, suite) {
  console.log(`\n── ${name} ──`);
  const started = Date.now();
  const count = await suite().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  // A suite that ran nothing has not passed.
  if (count.passed + count.failed === 0) count.failed = 1;
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += count[key];
  console.log(`${name}: ${sum(count)}, ${Math.round((Date.now() - started) / 1000)} s`);
}

/** @param {Count} count */
function sum({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @returns {Promise<Count>} */
async function vitest() {
  const file = join(reports, 'vitest.json');
  const argv = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { code, out } = await run([process.execPath, at('node_modules/vitest/vitest.mjs'), ...argv], { seconds: 900 });
  console.log(out);
  const report = JSON.parse(await readFile(file, 'utf8'));
  return honest(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(didNotLoad).length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

/** @param {{ status: string, assertionResults: unknown[] }} file */
function didNotLoad({ status, assertionResults }) {
  return status === 'failed' && assertionResults.length === 0;
}

/** @returns {Promise<Count>} */
async function playwright() {
  const file = join(reports, 'playwright.json');
  const env = { ...process.env, TUNNISTE_REPORT: file };
  const argv = [
    process.execPath,
    at('node_modules/@playwright/test/cli.js'),
    'test',
    '--config',
    'test/e2e/playwright.config.ts',
  ];
  const { code } = await run(argv, { env, show: true, seconds: 900 });
  const { expected, unexpected, flaky, skipped } = JSON.parse(await readFile(file, 'utf8')).stats;
  return honest(code, { passed: expected, failed: unexpected + flaky, skipped });
}

/**
 * A runner that fails without a failed test has still failed: a file did not load, a teardown broke.
 * @param {number} code
 * @param {Count} count
 */
function honest(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
