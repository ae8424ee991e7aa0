import { statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { attempt } from '../../electron/main/audit/disk-failure.js';
import { disk } from '../../electron/main/audit/durable-file.js';
import { readLineProofs } from '../../electron/main/audit/checkpoints.js';
import { createSubjectTrail } from '../../electron/main/audit/subject-trail.js';
import { isWarning } from '../../electron/main/delivery/severity.js';
import { createReports } from '../../electron/main/reports/reports.js';
import { journalFormats, type JournalFormat } from '../../shared/report.js';
import { ok } from '../../shared/result.js';
import { keyOf } from '../support/made-journal.js';
import { benchDesk, makeSubjectKeys, memoryKeychain, timed } from './bench-desk.js';
import { anchorIn, layJournal } from './long-journal.js';
import { outsideOf } from './outside.js';

const megabyte = 1024 * 1024;

/** What work takes: seconds, megabytes more than before at the most, and milliseconds for which nobody else had a turn. */
const weighed = async (work: () => Promise<unknown>) => {
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const milliseconds = await timed(work);
  delay.disable();
  clearInterval(look);
  return { seconds: milliseconds / 1000, megabytes: (peak - before) / megabyte, held: delay.max / 1e6 };
};

/** Exports a journal of so many entries in each of its formats. */
export const benchExport = async (folder: string, entries: number) => {
  const keychain = memoryKeychain();
  await makeSubjectKeys(join(folder, 'keys'), keychain, []);
  const laid = layJournal(folder, entries);
  await keychain.set('anchor', anchorIn(laid.folder));
  const desk = await benchDesk(folder, keyOf('desk'), keychain);
  const path = join(folder, 'export');
  const { handlers } = createReports({
    ...outsideOf(path),
    audit: desk.audit,
    keyOf: async () => ok(null),
    trail: createSubjectTrail(disk, laid.folder),
    journal: () => ({
      ...{ origin: 'esimerkki.example', key: laid.key, isWarning },
      proofs: () => attempt(() => readLineProofs(disk, laid.folder)),
    }),
  });
  const exportAs = async (format: JournalFormat) => {
    const taken = await weighed(async () => {
      const saved = await handlers.saveJournal({ format, from: null });
      if (!saved.ok || saved.value.entries < entries) throw new Error(`${format} was not saved whole`);
    });
    return { format, ...taken, bytes: statSync(path).size };
  };
  const taken = [];
  for (const format of journalFormats) taken.push(await exportAs(format));
  await desk.close();
  return taken;
};
