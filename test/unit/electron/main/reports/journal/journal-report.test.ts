import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkProof, parseProof } from '../../../../../../electron/evidence/proof.js';
import { sha256 } from '../../../../../../electron/evidence/sha256.js';
import { createAuditLog } from '../../../../../../electron/main/audit/audit-log.js';
import { readLineProofs } from '../../../../../../electron/main/audit/checkpoints.js';
import { disk } from '../../../../../../electron/main/audit/durable-file.js';
import { createJournal } from '../../../../../../electron/main/audit/journal.js';
import { journalReport } from '../../../../../../electron/main/reports/journal/journal-report.js';
import type { Make } from '../../../../../../electron/main/reports/making.js';
import { entryTypes } from '../../../../../../shared/audit-entry.js';
import type { JournalFormat } from '../../../../../../shared/report.js';
import { fail, ok } from '../../../../../../shared/result.js';
import { draftOf, keyOf, makeJournal } from '../../../../../support/made-journal.js';
import { ocsfProblems } from '../../../../../support/ocsf-schema.js';
import { stamp } from '../../audit/journal-of.js';

type Event = Record<string, unknown> & {
  metadata: { uid: string; sequence: number; labels?: string[] };
  type_uid: number;
  message: string;
  raw_data: string;
  raw_data_hash: { value: string };
  unmapped: { proof: string };
  attestation_list: [{ fingerprint?: { value: string }; prev_event?: { uid: string; fingerprint: { value: string } } }];
};

const key = keyOf('desk');
const entries = 150;
let own: string;
let folder: string;
let audit: ReturnType<typeof createAuditLog>;

/** Every type there is, signed by a key that the test knows, in several segments. */
beforeAll(async () => {
  own = mkdtempSync(join(tmpdir(), 'tunniste-journal-report-'));
  folder = join(own, 'tunniste', 'audit');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const typeOf = (nth: number) => entryTypes[nth % entryTypes.length] ?? 'desk.started';
  const draft = (nth: number) => ({
    ...draftOf(nth),
    type: typeOf(nth),
    ...(nth % 40 === 0 && { agent: null, call: null }),
    ...(nth === 60 && { drill: true as const, ticket: '=HYPERLINK("https://attacker.example")' }),
  });
  const put = (name: string, bytes: Buffer) => writeFileSync(join(folder, name), bytes, { mode: 0o600 });
  makeJournal({ entries, key, segmentSize: 20_000, draft, put });
  audit = createAuditLog({ journal: createJournal({ folder, stamp }), keys: noKeys, stamp });
  await audit.open();
});
afterAll(async () => {
  await audit.close();
  rmSync(own, { recursive: true });
});
const noKeys = {
  pepper: async () => fail('keychain-locked'),
  monthKey: async () => fail('keychain-locked'),
  subjectKey: async () => fail('keychain-locked'),
};

const textOf = async (make: Make): Promise<string> => {
  const parts: string[] = [];
  await make({ write: async (text) => void parts.push(Buffer.from(text).toString()), goesOn: () => true });
  return parts.join('');
};
const written = (format: JournalFormat, from: string | null = null) =>
  textOf(
    journalReport(
      {
        ...{ audit, origin: key.public.name, key: 'key', isWarning: (type) => type === 'flag.raised' },
        proofs: async () => ok(await readLineProofs(disk, folder)),
      },
      format,
      from,
    ),
  );
const events = async (from: string | null = null): Promise<Event[]> =>
  (await written('ocsf', from))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Event);
const fingerprintOf = (event: Event): string => {
  const { fingerprint: _own, ...attested } = event.attestation_list[0];
  return sha256(Buffer.from(canonicalize({ ...event, attestation_list: [attested] }) ?? ''));
};

describe('the journal for an auditor', () => {
  test('is events of OCSF 1.9.0, of whatever type an entry is', async () => {
    const all = await events();
    expect(new Set(all.map(({ message }) => message)).size).toBe(entryTypes.length + 1);
    for (const event of all) expect(ocsfProblems(event), event.message).toEqual([]);
    for (const { metadata } of all)
      expect(metadata).toMatchObject({ version: '1.9.0', profiles: ['record_integrity'] });
    expect(all.filter(({ metadata: { labels } }) => labels).map(({ metadata }) => metadata.sequence)).toEqual([61]);
  });

  test('chains its events by their canonical form, so that one that is changed or missing shows', async () => {
    const all = await events();
    let before: Event | undefined;
    for (const event of all) {
      const [attested] = event.attestation_list;
      expect(attested.fingerprint?.value).toBe(fingerprintOf(event));
      expect(attested.prev_event?.uid).toBe(before?.metadata.uid);
      expect(attested.prev_event?.fingerprint.value).toBe(before && fingerprintOf(before));
      before = event;
    }
  });

  test('holds each line of the journal with the hash that the next line names', async () => {
    const lines = (await events()).filter(({ raw_data }) => raw_data);
    expect(lines.map(({ metadata }) => metadata.sequence)).toEqual(
      Array.from({ length: entries }, (_, nth) => nth + 1),
    );
    let prev = '0'.repeat(64);
    for (const { raw_data, raw_data_hash } of lines) {
      expect(JSON.parse(raw_data)).toMatchObject({ prev });
      expect(sha256(Buffer.from(raw_data))).toBe((prev = raw_data_hash.value));
    }
  });

  test('brings proofs that lead its lines to checkpoints of the desk’s key', async () => {
    const all = await events();
    const proofs = all.flatMap((event, nth) => (event.message === 'journal.checkpoint' ? [{ event, nth }] : []));
    expect(proofs.length).toBeGreaterThan(2);
    for (const { event, nth } of proofs) {
      const proof = parseProof(event.unmapped.proof);
      expect(proof && Buffer.from(proof.line).toString()).toBe(all[nth - 1]?.raw_data);
      expect(proof && checkProof(proof, [key.public])).toMatchObject({ size: all[nth - 1]?.metadata.sequence });
    }
    expect(all.at(-1)?.message).toBe('journal.checkpoint');
  });

  test('begins on the day that is asked for, and leaves nothing out after it', async () => {
    const day = '2026-11-22T10:01:40.000Z';
    const sequence = (await events(day)).flatMap(({ metadata }) => metadata.sequence ?? []);
    expect(sequence).toEqual(Array.from({ length: entries - 100 }, (_, nth) => nth + 101));
    expect(await events('2030-01-01')).toEqual([]);
  });

  test('is a table in which no cell is a formula', async () => {
    const [head = '', ...lines] = (await written('csv')).split('\r\n').slice(0, -1);
    expect(head).toMatch(/^\ufeff"seq","time","type",.*,"prev","sha256"$/);
    expect(lines).toHaveLength(entries);
    expect(lines[60]).toContain(`,"'=HYPERLINK(""https://attacker.example"")",`);
  });

  test('fails as the journal does', async () => {
    const parts = { audit, origin: '', key: '', isWarning: () => false, proofs: async () => fail('audit-unavailable') };
    const making = { write: async () => undefined, goesOn: () => true };
    const unavailable = { ok: false, error: { code: 'audit-unavailable' } };
    expect(await journalReport(parts, 'ocsf', null)(making)).toEqual(unavailable);
    const unread = { ...parts, audit: { head: 1, lines: parts.proofs }, proofs: async () => ok(new Map()) };
    expect(await journalReport(unread, 'csv', null)(making)).toEqual(unavailable);
  });
});
