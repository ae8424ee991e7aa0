import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journal } from '../../electron/main/audit/journal.js';
import { benchDesk, pause, quantile, timed } from './bench-desk.js';

/** Milliseconds. `ours` and `bare` are medians over blocks of each block’s p99, so that one busy moment of the machine is not all; the limit is on their ratio. */
export interface AppendFigures {
  readonly ours: number;
  readonly bare: number;
  readonly n: number;
  readonly median: { readonly ours: number; readonly bare: number };
  /** The first entry about a subject, whose key has to be on disk before it. */
  readonly newSubject: { readonly median: number; readonly p99: number; readonly n: number };
}

/** Rounds not counted, until the compiler and the heap have settled: their work would be most of a percent of so few entries. */
const warmUp = 8000;
const subjects = 20;

const blocks = 12;
const typicalP99 = (values: readonly number[]): number => {
  const length = Math.floor(values.length / blocks);
  const each = Array.from({ length: blocks }, (_, block) =>
    quantile(values.slice(block * length, (block + 1) * length), 0.99),
  );
  return quantile(each, 0.5);
};

/**
 * One durable entry through the whole audit log (pseudonym, sealed part, chain, write, fdatasync) against write + fdatasync of as many
 * bytes on the same file system, in turns.
 */
export const benchAppend = async (parent: string, n = 3600): Promise<AppendFigures> => {
  const folder = await mkdtemp(join(parent, 'append-'));
  const { journal, record, close } = await benchDesk(folder);
  const bareFile = await open(join(folder, 'bare'), 'w');
  try {
    for (let subject = 0; subject < subjects; subject += 1) await record(`subject-${subject}`);
    const line = await lineLength(journal);
    const bytes = Buffer.alloc(line, 'x');
    const writeBare = async (nth: number): Promise<void> => {
      await bareFile.write(bytes, 0, line, nth * line);
      await bareFile.datasync();
    };
    const bare: number[] = [];
    const ours: number[] = [];
    for (let nth = 0; nth < warmUp; nth += 1) {
      await writeBare(nth);
      await record(`subject-${nth % subjects}`);
    }
    for (let nth = warmUp; nth < warmUp + n; nth += 1) {
      await pause();
      bare.push(await timed(() => writeBare(nth)));
      await pause();
      ours.push(await timed(() => record(`subject-${nth % subjects}`)));
    }
    const fresh: number[] = [];
    for (let nth = 0; nth < 200; nth += 1) fresh.push(await timed(() => record(`new-${nth}`)));
    return {
      ours: typicalP99(ours),
      bare: typicalP99(bare),
      n,
      median: { ours: quantile(ours, 0.5), bare: quantile(bare, 0.5) },
      newSubject: { median: quantile(fresh, 0.5), p99: quantile(fresh, 0.99), n: fresh.length },
    };
  } finally {
    await bareFile.close();
    await close();
    await rm(folder, { recursive: true });
  }
};

/** Bytes of an entry as it stands in the journal. */
const lineLength = async (journal: Journal): Promise<number> => {
  const page = await journal.page(journal.head - 1, 1);
  if (!page.ok) throw new Error(page.error.code);
  return Buffer.byteLength(JSON.stringify(page.value[0])) + 1;
};
