// @ts-check
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from '../../test/support/set-up.mjs';
import { exitCodes } from './asked.mjs';

// The packages of Windows and macOS are signed where they are built; what lies beside them, on Linux, where GnuPG is.
const { values } = parseArgs({ options: { in: { type: 'string', default: 'dist' } } });
const folder = resolve(values.in);
if (process.env['TUNNISTE_GPG_KEY']) await sign();
else refuse('No key to sign with. Set TUNNISTE_GPG_KEY.');

async function sign() {
  await setUp('packages');
  const { openGpg } = await import('./gpg.mjs');
  const { signAll } = await import('./sign-all.mjs');
  const { listed } = await import('./sums.mjs');
  const { checkSums } = await import('./verify/signatures.mjs');
  try {
    await checkSums(folder, await listed(folder));
  } catch (error) {
    return refuse(`Nothing was signed: ${/** @type {Error} */ (error).message}`);
  }
  const gpg = await openGpg(process.env);
  try {
    await signAll(folder, gpg);
  } finally {
    await gpg.end();
  }
}

/** @param {string} why */
function refuse(why) {
  console.error(why);
  process.exitCode = exitCodes.refused;
}
