import { vi } from 'vitest';
import type { Report } from '../../../../../../electron/evidence/report.js';
import { verifyJournal } from '../../../../../../electron/evidence/verify.js';
import { scanSegment } from '../../../../../../electron/evidence/scan.js';
import { segmentName } from '../../../../../../electron/evidence/segment.js';
import { readSealed } from '../../../../../../electron/main/audit/checkpoint-files.js';
import type { Draft, StoredEntry } from '../../../../../../electron/main/audit/entry.js';
import { issueReceipt } from '../../../../../../electron/main/audit/disclosure.js';
import { createEvidence } from '../../../../../../electron/main/audit/evidence.js';
import type { Step } from '../../../../../../electron/main/audit/audit-log.js';
import { createRetention, type RetentionParts } from '../../../../../../electron/main/audit/retention/retention.js';
import { ok } from '../../../../../../shared/result.js';
import { keyOf } from '../../../../../support/made-journal.js';
import type { FakeDisk } from '../fake-disk.js';
import { draft, folder, journalOn } from '../journal-of.js';

const key = keyOf('desk');

/** The keychain, which outlives every crash. */
export type Kept = Map<string, Uint8Array>;

/** A desk on a disk, at a time that the test sets; a segment ends after three entries, or with its month. */
export const deskOn = (disk: FakeDisk, keychain: Kept, more: Partial<RetentionParts> = {}, own = key) => {
  let now = new Date('2026-01-10T10:00:00.000Z');
  const draftOf = (part: Partial<Draft>): Draft => ({ ...draft('', 600), ...part, time: now.toISOString() });
  const evidence = createEvidence({
    key: async () => ok(own),
    keychain: {
      get: async (account) => ok(keychain.get(account) ?? null),
      set: async (account, bytes) => ok(void keychain.set(account, bytes)),
    },
    record: (type, reason) => journal.append([draftOf({ type, reason })]),
    onChanged: () => undefined,
  });
  const journal = journalOn(disk, { segmentBytes: 2500, evidence, now: () => now });
  const record = async ({ type, reason }: Step) => {
    const appended = await journal.append([draftOf({ type, reason: reason ?? null })]);
    return appended.ok ? ok(issueReceipt(appended.value, [])) : appended;
  };
  const retain = createRetention({
    audit: { record, stored: (after, limit) => journal.page(after, limit) },
    journal,
    evidence,
    keys: { holds: () => none, subjectKeys: () => new Map(), dropBefore: async () => ok(undefined) },
    sealedTo: async (number) => (await readSealed(disk.layer, folder, number))?.checkpoint.size ?? null,
    terms: { retentionDays: 60, flaggedRetentionDays: 120 },
    acknowledged: () => Number.POSITIVE_INFINITY,
    now: () => now,
    ...more,
  });
  return {
    journal,
    evidence,
    retain,
    /** The day it is (UTC), at ten. */
    on: (day: string) => void (now = new Date(`${day}T10:00:00.000Z`)),
    works: async (entries: number, part: Partial<Draft> = {}) => {
      for (let nth = 0; nth < entries; nth += 1) await journal.append([draftOf(part)]);
    },
    /** The journal is open, judged and verified to its end; needs Vitest's timers. */
    opened: async () => {
      const ready = await journal.ready();
      for (let tries = 0; ready.ok && tries < 1000 && !evidence.view().verified.whole; tries += 1)
        await vi.advanceTimersByTimeAsync(20);
      return ready;
    },
    all: async (): Promise<readonly StoredEntry[]> => {
      const page = await journal.page(0, 1000);
      return page.ok ? page.value : [];
    },
  };
};

const none: readonly [] = [];

/** What the stand-alone verifier says of these files. */
export const verdictOn = (
  files: ReadonlyMap<string, Buffer>,
  outside?: string,
  pinned = key.public,
): Promise<Report> => {
  const named = new Map([...files].map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
  return verifyJournal({
    source: { names: [...named.keys()], read: (name) => named.get(name) ?? null },
    scan: async (number) =>
      scanSegment(number, Buffer.concat([Buffer.alloc(1), named.get(segmentName(number)) ?? Buffer.alloc(0)])),
    keys: [pinned],
    outside,
  });
};
