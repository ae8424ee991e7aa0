import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditLog, type Step } from '../../electron/main/audit/audit-log.js';
import { readLineProofs } from '../../electron/main/audit/checkpoints.js';
import { attempt } from '../../electron/main/audit/disk-failure.js';
import { Withheld } from '../../electron/main/audit/disclosure.js';
import { disk, growFile, onDisk, type GrowingFile } from '../../electron/main/audit/durable-file.js';
import { createJournal } from '../../electron/main/audit/journal.js';
import { createSealedTrail } from '../../electron/main/audit/sealed-trail.js';
import { createSubjectTrail } from '../../electron/main/audit/subject-trail.js';
import { createKeyFile } from '../../electron/main/credentials/key-file.js';
import { createReports, type ReportsParts } from '../../electron/main/reports/reports.js';
import { fail, ok, type Failure } from '../../shared/result.js';

/** A folder with a journal, keys and a place for reports; a clock that a test sets, and what may go wrong around a report. */
export const reportPlace = async () => {
  const parent = await mkdtemp(join(tmpdir(), 'tunniste-reports-'));
  const folder = join(parent, 'tunniste', 'audit');
  let now = new Date('2026-11-20T10:00:00.000Z');
  const kept = new Map<string, Uint8Array>();
  const keys = createKeyFile({
    folder: join(parent, 'keys'),
    ...onDisk,
    keychain: {
      get: async (account) => ok(kept.get(account) ?? null),
      set: async (account, key) => ok(void kept.set(account, key)),
      delete: async (account) => ok(kept.delete(account)),
    },
  });
  await keys.open();
  let agent = 'agent-veikko';
  const stamp = () => ({ agent, role: 'agent', desk: 'desk-veikko', app: '0', policy: 'test' });
  const audit = createAuditLog({ journal: createJournal({ folder, stamp }), keys, stamp, now: () => now });
  const sealed = createSealedTrail(disk, folder);
  const given = {
    path: join(parent, 'report') as string | null,
    refusal: null as Failure | null,
    grow: null as ((path: string) => Promise<GrowingFile>) | null,
    ask: null as ReportsParts['askSecondAgent'],
  };
  const { handlers, stop } = createReports({
    audit,
    askWhere: async () => given.path,
    grow: (path) => (given.grow ?? ((to: string) => growFile(disk, to, join(parent, '.part'))))(path),
    whyNot: () => given.refusal,
    agent: () => agent,
    tell: () => undefined,
    keyOf: async (pseudonym) => {
      const whose = await sealed.whose(pseudonym, keys.subjectKeys());
      return whose.ok ? ok(keys.subjectKeys().get(whose.value ?? '') ?? null) : whose;
    },
    trail: createSubjectTrail(disk, folder),
    organisation: 'Esimerkki Oy',
    timeZone: 'Europe/Helsinki',
    print: async () => fail('report-unprintable'),
    journal: () => ({
      ...{ origin: 'esimerkki.example/desk', key: 'key', isWarning: () => false },
      proofs: () => attempt(() => readLineProofs(disk, folder)),
    }),
    askSecondAgent: (...asked) => (given.ask ? given.ask(...asked) : Promise.resolve(neverAsked)),
    now: () => now,
  });
  return {
    ...{ parent, folder, keys, audit, reports: handlers, stop, given },
    setNow: (time: string) => void (now = new Date(time)),
    setAgent: (name: string) => void (agent = name),
    /** Puts a step about a person on record, by the registry's id; answers the entry. */
    about: async (id: string, step: Omit<Step, 'subject'>) => {
      const recorded = await audit.record({ ...step, subject: new Withheld({ id }) });
      if (!recorded.ok) throw new Error(recorded.error.code);
      const page = await audit.stored(recorded.value.seq - 1, 1);
      const entry = page.ok && page.value[0];
      if (!entry) throw new Error('the entry is not there');
      return entry;
    },
    entries: async () => {
      const page = await audit.page(0, 1000);
      return page.ok ? page.value : [];
    },
    end: async () => {
      await audit.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
};

const neverAsked = { ...fail('approver-missing'), agent: null };

export type ReportPlace = Awaited<ReturnType<typeof reportPlace>>;
