import { join } from 'node:path';
import { createAuditLog, type Step } from '../../electron/main/audit/audit-log.js';
import { Withheld } from '../../electron/main/audit/disclosure.js';
import { onDisk } from '../../electron/main/audit/durable-file.js';
import { createEvidence } from '../../electron/main/audit/evidence.js';
import { createJournal } from '../../electron/main/audit/journal.js';
import type { DeviceKey } from '../../electron/main/credentials/device-key.js';
import { createKeyFile } from '../../electron/main/credentials/key-file.js';
import type { Keychain } from '../../electron/main/credentials/keychain.js';
import { signingKey } from '../../electron/main/credentials/signing-key.js';
import { ok } from '../../shared/result.js';

/** Steps come at a person's pace: neither side may profit from the disk still being at work on the other. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
};

export const timed = async (work: () => Promise<unknown>): Promise<number> => {
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

export const memoryKeychain = (): Keychain => {
  const keys = new Map<string, Uint8Array>();
  return {
    get: async (account) => ok(keys.get(account) ?? null),
    set: async (account, key) => ok(void keys.set(account, key)),
    delete: async (account) => ok(keys.delete(account)),
  };
};

/** Keys in a new key file for so many people, by their ids. */
export const makeSubjectKeys = async (
  folder: string,
  keychain: Keychain,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const keys = createKeyFile({ folder, keychain, ...onDisk });
  await keys.open();
  const answers = await Promise.all(ids.map((id) => keys.subjectKey(id, '2026-11')));
  return new Map(answers.flatMap((key, nth) => (key.ok ? [[ids[nth] ?? '', key.value]] : [])));
};

/** The journal of a desk with all that goes with it, on the disk; its keychain is in memory. @param own signs in place of a key of the desk's own */
export const benchDesk = async (folder: string, own?: DeviceKey, keychain = memoryKeychain()) => {
  const keys = createKeyFile({ folder: join(folder, 'keys'), keychain, ...onDisk });
  await keys.open();
  const evidence = createEvidence({
    key: own ? async () => ok(own) : signingKey(keys, 'esimerkki.example'),
    keychain,
    record: (type, reason) => audit.record({ type, reason }),
    onChanged: () => undefined,
  });
  const journal = createJournal({ folder: join(folder, 'tunniste', 'audit'), stamp, evidence });
  const audit = createAuditLog({ journal, keys, stamp });
  const relied = await journal.ready();
  if (!relied.ok) throw new Error(relied.error.code);
  const record = async (id: string): Promise<void> => {
    const recorded = await audit.record(stepFor(id));
    if (!recorded.ok) throw new Error(recorded.error.code);
  };
  return { journal, audit, keys, record, close: () => audit.close() };
};
