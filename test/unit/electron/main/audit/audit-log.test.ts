import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compactDecrypt, decodeProtectedHeader } from 'jose';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAuditLog, type Step } from '../../../../../electron/main/audit/audit-log.js';
import { disclose, Withheld } from '../../../../../electron/main/audit/disclosure.js';
import { lineOf, type StoredEntry } from '../../../../../electron/main/audit/entry.js';
import type { KeyRing } from '../../../../../electron/main/audit/key-ring.js';
import { fail, ok } from '../../../../../shared/result.js';
import { createFakeDisk, type FakeDisk } from './fake-disk.js';
import { journalOn, segment, stamp } from './journal-of.js';

const keyFrom = (name: string): Uint8Array => Buffer.alloc(32, name);
const openRing: KeyRing = {
  pepper: async (month) => ok(keyFrom(`pepper ${month}`)),
  monthKey: async (month) => ok(keyFrom(`month ${month}`)),
  subjectKey: async (id) => ok(keyFrom(`subject ${id}`)),
};
const lockedRing: KeyRing = {
  pepper: async () => fail('keychain-locked'),
  monthKey: async () => fail('keychain-locked'),
  subjectKey: async () => fail('keychain-locked'),
};

let disk: FakeDisk;
let time: Date;
const logWith = (keys: KeyRing) => createAuditLog({ journal: journalOn(disk), keys, stamp, now: () => time });
const lines = () => (disk.afterKill().get(segment(1)) ?? '').toString().trimEnd().split('\n');
const stored = (): StoredEntry[] => lines().map((line) => JSON.parse(line) as StoredEntry);

const subject = new Withheld({ id: 'registry-id-1', name: 'Maija Canary' });
const answered: Step = {
  type: 'lookup.answered',
  call: 'K7Q2',
  subject,
  fields: ['name'],
  outcome: 'found',
  sealed: { identifier: 'canary@acme.example' },
};

beforeEach(() => {
  disk = createFakeDisk();
  time = new Date('2026-11-22T10:11:12.345Z');
});

test('what was recorded is durable before the receipt is there, and the receipt discloses its subjects only', async () => {
  const recorded = await logWith(openRing).record({ type: 'call.started' }, answered);
  expect(
    createFakeDisk(disk.afterPowerCut(() => 0))
      .afterKill()
      .get(segment(1))
      ?.toString(),
  ).toContain('lookup.answered');
  if (!recorded.ok) throw new Error('refused');
  expect(recorded.value.seq).toBe(2);
  expect(disclose(recorded.value, subject, ({ name }) => name)).toBe('Maija Canary');
  expect(() => disclose(recorded.value, new Withheld({ id: 'registry-id-1' }), ({ id }) => id)).toThrow();
});

test('no record, no receipt', async () => {
  disk.failing((operation) => (operation === 'write' ? 'ENOSPC' : undefined));
  expect(await logWith(openRing).record(answered)).toEqual({ ok: false, error: { code: 'disk-low' } });
});

test('an entry has every part, and its line is the canonical one (RFC 8785)', async () => {
  await logWith(openRing).record({ type: 'desk.started' }, answered);
  const [first, second] = stored();
  expect(first).toMatchObject({
    v: 1,
    seq: 1,
    time: '2026-11-22T10:11:12.345Z',
    type: 'desk.started',
    ...stamp(),
    prev: '0'.repeat(64),
    sealed: null,
  });
  expect(second).toMatchObject({
    call: 'K7Q2',
    fields: ['name'],
    outcome: 'found',
    reason: null,
    purpose: null,
    ticket: null,
  });
  for (const line of lines()) expect(line).toBe(canonicalize(JSON.parse(line)));
});

test('any entry’s line is the canonical one', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null));
  const record = {
    agent: text,
    app: text,
    outcome: text,
    reason: text,
    ticket: text,
    fields: fc.array(fc.string()),
    seq: fc.nat(),
  };
  const rest = {
    call: null,
    desk: 'd',
    id: 'i',
    policy: null,
    prev: 'p',
    purpose: null,
    role: null,
    sealed: null,
    subject: null,
    time: 't',
    type: 'audit.read',
    v: 1,
  };
  fc.assert(
    fc.property(fc.record(record), (some) => {
      const entry = { ...some, ...rest } as StoredEntry;
      expect(lineOf(entry).toString()).toBe(Buffer.from(canonicalize(entry) ?? '').toString());
    }),
  );
});

describe('pseudonyms', () => {
  test('are the same for a subject within a month and differ between months and subjects', async () => {
    const audit = logWith(openRing);
    await audit.record({ type: 'subject.chosen', subject });
    await audit.record({ type: 'subject.chosen', subject: new Withheld({ id: 'registry-id-1' }) });
    await audit.record({ type: 'subject.chosen', subject: new Withheld({ id: 'registry-id-2' }) });
    time = new Date('2026-12-01T00:00:00.000Z');
    await audit.record({ type: 'subject.chosen', subject });
    const [first, same, other, later] = stored().map((entry) => entry.subject);
    expect(same).toBe(first);
    expect(new Set([first, other, later]).size).toBe(3);
  });
});

describe('the sealed part', () => {
  test('opens with the subject’s key by another program’s hand (jose)', async () => {
    await logWith(openRing).record(answered);
    const sealed = stored()[0]?.sealed ?? '';
    expect(decodeProtectedHeader(sealed)).toEqual({ alg: 'dir', enc: 'A256GCM' });
    const { plaintext } = await compactDecrypt(sealed, keyFrom('subject registry-id-1'));
    expect(JSON.parse(Buffer.from(plaintext).toString())).toEqual({ identifier: 'canary@acme.example' });
    await expect(compactDecrypt(sealed, keyFrom('subject registry-id-2'))).rejects.toThrow();
  });

  test('is under the month’s key, named, when there is no subject', async () => {
    await logWith(openRing).record({ type: 'lookup.answered', outcome: 'none', sealed: { identifier: 'x' } });
    const sealed = stored()[0]?.sealed ?? '';
    expect(decodeProtectedHeader(sealed)).toEqual({ alg: 'dir', enc: 'A256GCM', kid: '2026-11' });
    await expect(compactDecrypt(sealed, keyFrom('month 2026-11'))).resolves.toBeDefined();
  });

  test('is never the same twice, and its length does not tell what is in it', async () => {
    const audit = logWith(openRing);
    for (const identifier of ['a', 'a', 'a longer identifier'])
      await audit.record({ ...answered, sealed: { identifier } });
    const sealed = stored().map((entry) => entry.sealed ?? '');
    expect(new Set(sealed).size).toBe(3);
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
  });

  test('leaves no plain value in the segment, in UTF-8, UTF-16 or base64', async () => {
    const canary = 'maija.canary@acme.example';
    await logWith(openRing).record({ ...answered, sealed: { identifier: canary, note: 'registry-id-1' } });
    const bytes = disk.afterKill().get(segment(1)) ?? Buffer.alloc(0);
    for (const value of [canary, 'registry-id-1', 'Maija Canary']) {
      for (const form of formsOf(value)) expect(bytes.includes(form), form.toString()).toBe(false);
    }
  });
});

/** A value as it could stand in a file: base64 in each of the three places it may begin within a group. */
const formsOf = (value: string): Buffer[] => {
  const inBase64 = [0, 1, 2].flatMap((lead) => {
    const inner = Buffer.from('x'.repeat(lead) + value)
      .toString('base64')
      .slice(lead === 0 ? 0 : 4, -4);
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
  return [
    Buffer.from(value),
    Buffer.from(value, 'utf16le'),
    Buffer.from(value, 'utf16le').swap16(),
    ...inBase64.map((text) => Buffer.from(text)),
  ];
};

describe('without keys', () => {
  test('steps that need none are recorded, the others are refused with the key file’s code', async () => {
    const audit = logWith(lockedRing);
    expect((await audit.record({ type: 'keychain.refused', reason: 'keychain-locked' })).ok).toBe(true);
    expect(await audit.record(answered)).toEqual({ ok: false, error: { code: 'keychain-locked' } });
    expect(
      await audit.record({ type: 'call.started' }, { type: 'lookup.answered', sealed: { identifier: 'x' } }),
    ).toEqual({
      ok: false,
      error: { code: 'keychain-locked' },
    });
    expect(stored().map(({ type }) => type)).toEqual(['keychain.refused']);
  });
});

test('entries stand in the order in which they were recorded, though some take longer to seal', async () => {
  let unseal: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (unseal = resolve));
  const audit = logWith({
    ...openRing,
    subjectKey: async (id, month) => slow.then(() => openRing.subjectKey(id, month)),
  });
  const first = audit.record(answered);
  const second = audit.record({ type: 'call.closed' });
  unseal();
  await Promise.all([first, second]);
  expect(stored().map(({ type }) => type)).toEqual(['lookup.answered', 'call.closed']);
});

test('a page holds neither the sealed part nor the chain', async () => {
  const audit = logWith(openRing);
  await audit.record(answered, { type: 'call.closed' });
  const page = await audit.page(0, 10);
  if (!page.ok) throw new Error('refused');
  expect(page.value.map(({ seq }) => seq)).toEqual([1, 2]);
  for (const entry of page.value) expect(Object.keys(entry)).not.toEqual(expect.arrayContaining(['sealed']));
  expect(JSON.stringify(page.value)).not.toMatch(/"prev"|"sealed"/);
});

test('any page after any number is what stands there', async () => {
  const audit = logWith(openRing);
  for (let nth = 0; nth < 30; nth += 1) {
    await audit.record(
      ...Array.from({ length: 10 }, (_, place): Step => ({
        type: 'field.revealed',
        outcome: `${nth * 10 + place + 1}`,
      })),
    );
  }
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 310 }), fc.integer({ min: 1, max: 200 }), async (after, limit) => {
      const page = await audit.page(after, limit);
      const expected = Array.from(
        { length: Math.max(0, Math.min(limit, 300 - after)) },
        (_, place) => `${after + place + 1}`,
      );
      expect(page.ok && page.value.map(({ outcome }) => outcome)).toEqual(expected);
    }),
  );
});

test('recording nothing is a bug', async () => {
  await expect(logWith(openRing).record()).rejects.toThrow(RangeError);
});

test('what was recorded does not stay in memory', async () => {
  const audit = logWith(openRing);
  const step = (): { step: Step; ref: WeakRef<object> } => {
    const fields = [`field ${Math.random()}`];
    return { step: { type: 'field.revealed', fields }, ref: new WeakRef(fields) };
  };
  const refs: WeakRef<object>[] = [];
  for (let nth = 0; nth < 50; nth += 1) {
    const made = step();
    refs.push(made.ref);
    await audit.record(made.step);
  }
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  await new Promise(setImmediate); // a WeakRef holds until the turn ends
  collect();
  expect(refs.filter((ref) => ref.deref() !== undefined).length).toBeLessThan(5);
});
