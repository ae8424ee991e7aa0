// @ts-check
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifier } from '../../test/support/verifier.mjs';

/**
 * The stand-alone verifier as one file that Node 18 or newer runs: whoever examines a journal installs no desk for it, and need not
 * trust the desk's own program. The same source gives the same bytes.
 * @param {string} out
 * @param {import('./source.mjs').Source} source
 * @param {string} work
 */
export async function makeAuditor(out, { version }, work) {
  const bundled = await verifier(work);
  const program = join(out, `tunniste-audit-${version}.cjs`);
  await writeFile(program, `#!/usr/bin/env node\n${await readFile(bundled, 'utf8')}`);
  await chmod(program, 0o755);
  await rm(bundled);
}
