import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuditLog, type Step } from '../../electron/main/audit/audit-log.js';
import { Withheld } from '../../electron/main/audit/disclosure.js';
import { disk, placeFile } from '../../electron/main/audit/durable-file.js';
import { createJournal } from '../../electron/main/audit/journal.js';
import { createKeyFile } from '../../electron/main/credentials/key-file.js';
import type { Keychain } from '../../electron/main/credentials/keychain.js';

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

/** Steps come at a person's pace: neither side may profit from the disk still being at work on the other. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

const blocks = 12;
const typicalP99 = (values: readonly number[]): number => {
  const length = Math.floor(values.length / blocks);
  const each = Array.from({ length: blocks }, (_, block) =>
    quantile(values.slice(block * length, (block + 1) * length), 0.99),
  );
  return quantile(each, 0.5);
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const stamp = () => ({ agent: 'agent-1', role: 'agent', desk: 'desk-1', app: '0.1.0', policy: 'bench' });

/** What a find records for a hit: a subject and a sealed identifier. */
const stepFor = (id: string): Step => ({
  type: 'lookup.answered',
  call: 'K7Q2-M4XD',
  purpose: 'support',
  ticket: 'INC-20418',
  subject: new Withheld({ id }),
  fields: ['name', 'organisation', 'workEmail'],
  outcome: 'found',
  reason: 'by-workEmail',
  sealed: { identifier: 'maija.virtanen@acme.example' },
});

const memoryKeychain = (): Keychain => {
  const keys = new Map<string, Uint8Array>();
  return {
    get: async (account) => ({ ok: true, value: keys.get(account) ?? null }),
    set: async (account, key) => ({ ok: true, value: void keys.set(account, key) }),
    delete: async (account) => ({ ok: true, value: keys.delete(account) }),
  };
};

/**
 * One durable entry through the whole audit log (pseudonym, sealed part, chain, write, fdatasync) against write + fdatasync of as many
 * bytes on the same file system, in turns.
 */
export const benchAppend = async (parent: string, n = 3600): Promise<AppendFigures> => {
  const folder = await mkdtemp(join(parent, 'append-'));
  const keys = createKeyFile({
    folder: join(folder, 'keys'),
    keychain: memoryKeychain(),
    place: (path, bytes) => placeFile(disk, path, bytes),
  });
  const journal = createJournal({ folder: join(folder, 'tunniste', 'audit'), stamp });
  const audit = createAuditLog({ journal, keys, stamp });
  const bareFile = await open(join(folder, 'bare'), 'w');
  const record = async (id: string): Promise<void> => {
    const recorded = await audit.record(stepFor(id));
    if (!recorded.ok) throw new Error(recorded.error.code);
  };
  try {
    await keys.open();
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
    await audit.close();
    await rm(folder, { recursive: true });
  }
};

/** Bytes of an entry as it stands in the journal. */
const lineLength = async (journal: ReturnType<typeof createJournal>): Promise<number> => {
  const page = await journal.page(journal.head - 1, 1);
  if (!page.ok) throw new Error(page.error.code);
  return Buffer.byteLength(JSON.stringify(page.value[0])) + 1;
};
