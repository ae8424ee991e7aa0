// @ts-check
import { benchFolder, inOurNode } from './append.mjs';

/** Fewer for a quick look; what is promised is promised of a million. */
const entries = Number(process.env['ENTRIES'] ?? 1_000_000);
/** Seconds for all of it, by format: an event of OCSF is five times as long as a row. Megabytes that it may hold at its most; and milliseconds for which it may keep a call waiting. */
const most = { seconds: { ocsf: 90, csv: 30 }, megabytes: 150, held: 50 };

/** The journal in each format an auditor may ask for. @param {import('./bench.mjs').Ground} ground @returns {Promise<readonly import('./bench.mjs').Figure[]>} */
export async function measure(ground) {
  /** @type {{ format: 'ocsf' | 'csv', seconds: number, megabytes: number, held: number, bytes: number }[]} */
  const taken = await inOurNode('test/bench/export.ts', 'benchExport', await benchFolder(ground), entries);
  return taken.map(({ format, seconds, megabytes, held, bytes }) => {
    console.log(
      `export-${format} ${entries}: ${Math.round(bytes / 1e6)} MB, ` +
        `${Math.round(megabytes)} MB of ${most.megabytes} in memory, ${Math.round(held)} ms of ${most.held} at a stretch`,
    );
    if (megabytes > most.megabytes || held > most.held) process.exitCode = 1;
    const name = `export-${format}`;
    const limit = most.seconds[format];
    return { name, ours: seconds, bare: limit, limit, by: 'limit', unit: 's', n: 1 };
  });
}
