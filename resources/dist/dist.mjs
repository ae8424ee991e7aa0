// @ts-check
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { at } from '../../test/support/run.mjs';
import { setUp } from '../../test/support/set-up.mjs';
import { exitCodes, readAsked, Refusal } from './asked.mjs';
import { checkKeys } from './keys.mjs';

const otherArch = process.arch === 'arm64' ? 'x64' : 'arm64';

/** What this host cannot make is said, never left out in silence. */
const unbuilt = /** @type {Record<string, string[]>} */ ({
  linux: [
    'Windows: no MSI and no NSIS installer for x64 and arm64; they are built on Windows by the same command.',
    'macOS: no pkg and no dmg for x64 and arm64; they are built on macOS by the same command.',
    `Linux ${otherArch}: no .deb and no .rpm; they are built on such a host by the same command.`,
  ],
  win32: ['Linux and macOS packages are built on those systems by the same command.'],
  darwin: ['Linux and Windows packages are built on those systems by the same command.'],
});

async function main() {
  const asked = readAsked(process.argv.slice(2));
  checkKeys(asked, process.platform, process.env);
  await setUp('electron', ...(process.platform === 'linux' ? /** @type {const} */ (['packages']) : []));
  const { readSource } = await import('./source.mjs');
  const source = await readSource(asked);
  const out = resolve(at(), asked.out);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const work = await mkdtemp(join(tmpdir(), 'tunniste-dist-'));
  try {
    if (process.platform === 'linux') await (await import('./dist-linux.mjs')).make({ asked, source, out, work });
    else await (await import('./dist-elsewhere.mjs')).make({ asked, source, out, work });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  for (const line of unbuilt[process.platform] ?? []) console.log(`not built here · ${line}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = error instanceof Refusal ? error.code : exitCodes.failed;
}
