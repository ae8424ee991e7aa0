import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAuditLog } from '../../../electron/main/audit/audit-log.js';
import { Withheld } from '../../../electron/main/audit/disclosure.js';
import { onDisk } from '../../../electron/main/audit/durable-file.js';
import { createEvidence } from '../../../electron/main/audit/evidence.js';
import { createJournal } from '../../../electron/main/audit/journal.js';
import { composeRetention } from '../../../electron/main/compose-retention.js';
import { createKeyFile } from '../../../electron/main/credentials/key-file.js';
import { signingKey } from '../../../electron/main/credentials/signing-key.js';
import { deviceKey } from '../../../electron/main/credentials/device-key.js';
import { createTurns } from '../../../electron/main/turns/turns.js';
import { verifyFolder } from '../../../electron/tunniste-audit/verify.js';
import { shipped, testPolicy } from '../../support/call-desk.js';
import { createMemoryKeychain } from '../../support/requests.js';

const domain = 'esimerkki.example';
let parent: string;
let keychain: ReturnType<typeof createMemoryKeychain>;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tunniste-retention-'));
  keychain = createMemoryKeychain();
});
afterEach(() => rm(parent, { recursive: true }));

/** The desk's own parts on a real disk, at a time that the test sets. */
const openDesk = async () => {
  let now = new Date();
  const keys = createKeyFile({ folder: join(parent, 'keys'), keychain, ...onDisk });
  await keys.open();
  const stamp = () => ({ agent: 'agent', role: 'agent', desk: 'desk', app: '0', policy: 'p' });
  const evidence = createEvidence({
    keychain,
    key: signingKey(keys, domain),
    record: (type, reason) => audit.record({ type, reason }),
    onChanged: () => undefined,
  });
  const journal = createJournal({ folder: join(parent, 'tunniste', 'audit'), stamp, evidence });
  const audit = createAuditLog({ journal, keys, stamp, now: () => now });
  expect(await audit.mayDisclose()).toMatchObject({ ok: true });
  const acknowledged = (): number => Number.POSITIVE_INFINITY;
  return {
    ...{ keys, audit, journal },
    retain: composeRetention({
      ...{ policy: testPolicy(() => shipped), audit, journal, evidence, keys, acknowledged },
      turns: createTurns(),
    }),
    lookUp: async (id: string, day: Date) => {
      now = day;
      const step = { type: 'lookup.answered', subject: new Withheld({ id }), sealed: { identifier: id } } as const;
      expect(
        await audit.record(step, { type: 'lookup.answered', outcome: 'none', sealed: { identifier: id } }),
      ).toMatchObject({ ok: true });
    },
  };
};

test('a desk removes what is older than the policy says, with the keys to it, and is sound without it', async () => {
  const desk = await openDesk();
  const longAgo = (month: number) => new Date(Date.UTC(2020, month, 10));
  await desk.lookUp('of January', longAgo(0));
  await desk.lookUp('of March', longAgo(2));
  await desk.lookUp('of both', longAgo(2));
  const january = await desk.keys.monthKey('2020-01');
  await desk.lookUp('of both', new Date());
  expect(await desk.retain()).toEqual({ ok: true, value: undefined });
  expect(desk.audit.first).toBe(7);
  expect(desk.keys.subjectKeys().size).toBe(1);
  expect(await desk.keys.monthKey('2020-01')).not.toEqual(january);
  await desk.audit.close();

  const again = await openDesk();
  expect(again.audit.first).toBe(7);
  const page = await again.audit.page(0, 100);
  expect(page.ok && page.value.map(({ seq, type }) => `${seq} ${type}`)).toEqual([
    '7 lookup.answered',
    '8 lookup.answered',
    '9 journal.expired',
  ]);
  await again.audit.close();
  const { folder } = again.journal;
  expect((await readdir(folder)).filter((name) => name.endsWith('.jsonl'))).toEqual(['000003.jsonl', '000004.jsonl']);
  expect(await readFile(join(folder, '000002.note'), 'utf8')).toContain('\n6\n');
  const key = deviceKey(domain, again.keys.deviceKey() ?? new Uint8Array(32)).public;
  const report = await verifyFolder({ path: folder, keys: [key], checkpoint: undefined });
  expect(report).toMatchObject({ sound: true, first: 7, expired: 9, entries: 9 });
});
