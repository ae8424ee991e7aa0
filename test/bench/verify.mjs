// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../support/run.mjs';
import { verifier } from '../support/verifier.mjs';
import { bundle, callIn } from '../support/bundle.mjs';
import { quantile } from './desks.mjs';
import { benchFolder } from './append.mjs';

const entries = 1_000_000;
const rounds = 5;
/** Of the promise: seconds, and megabytes that the verifier may hold at its most. */
const most = { seconds: 5, megabytes: 200 };

/** The most memory a process ever held, in MB, as Linux tells it while it runs. @param {number | undefined} pid */
function peakOf(pid) {
  try {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0; // it has ended
  }
}

/** @param {readonly string[]} argv */
async function watched([file = '', ...args]) {
  const from = performance.now();
  const child = spawn(file, args, { stdio: 'ignore' });
  let peak = 0;
  const look = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 20);
  const [code] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 0) throw new Error(`"${file} ${args.join(' ')}" ended with ${code}`);
  return { seconds: (performance.now() - from) / 1000, peak };
}

/** A journal of a million entries against sha256sum of the same files. @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const folder = await benchFolder(ground);
  const laid = await callIn(await bundle('test/bench/long-journal.ts', folder), 'layJournal', [folder, entries]);
  const program = await verifier(folder);
  const files = readdirSync(laid.folder).filter((name) => name.endsWith('.jsonl'));
  const ours = [];
  const bare = [];
  const peaks = [];
  await must(['sha256sum', ...files.map((name) => join(laid.folder, name))]); // fills the caches of the disk for both
  for (let round = 0; round < rounds; round++) {
    bare.push((await watched(['sha256sum', ...files.map((name) => join(laid.folder, name))])).seconds);
    const { seconds, peak } = await watched([process.execPath, program, 'verify', laid.folder, '--key', laid.key]);
    ours.push(seconds);
    peaks.push(peak);
  }
  const [ourMedian, peak] = [quantile(ours, 0.5), Math.max(...peaks)];
  console.log(
    `verify ${entries}: ${ourMedian.toFixed(2)} s of ${most.seconds}, ${Math.round(peak)} MB of ${most.megabytes}`,
  );
  if (ourMedian > most.seconds || peak > most.megabytes) process.exitCode = 1;
  return { name: 'verify', ours: ourMedian, bare: quantile(bare, 0.5), limit: 3, by: 'ratio', unit: 's', n: rounds };
}
