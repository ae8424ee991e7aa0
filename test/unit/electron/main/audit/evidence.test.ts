import { beforeEach, describe, expect, test } from 'vitest';
import { parseCheckpoint } from '../../../../../electron/evidence/checkpoint.js';
import { openNote } from '../../../../../electron/evidence/note.js';
import { noteName } from '../../../../../electron/evidence/segment.js';
import { anchorBytes, readAnchor } from '../../../../../electron/main/audit/anchor.js';
import type { Draft } from '../../../../../electron/main/audit/entry.js';
import { createEvidence } from '../../../../../electron/main/audit/evidence.js';
import { fail, ok, type Result } from '../../../../../shared/result.js';
import { keyOf } from '../../../../support/made-journal.js';
import { createFakeDisk, type FakeDisk } from './fake-disk.js';
import { allOf, draft, folder, journalOn, segment } from './journal-of.js';

const key = keyOf('desk');

/** The keychain that all desks of a test share. */
let keychain: Map<string, Uint8Array>;
let keychainFails: 'keychain-denied' | null;
let mostAtOnce: number;
beforeEach(() => {
  keychain = new Map();
  keychainFails = null;
  mostAtOnce = 0;
});

const keychainPort = () => {
  let running = 0;
  const kept = keychain; // what a desk of an earlier test still has to write is that test's
  const inFlight = async <T>(answer: () => T): Promise<Result<T>> => {
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return keychainFails ? fail(keychainFails) : ok(answer());
  };
  return {
    get: (account: string) => inFlight(() => kept.get(account) ?? null),
    set: (account: string, bytes: Uint8Array) => inFlight(() => void kept.set(account, bytes)),
  };
};

/** A desk on a disk; segments end after about 2,500 bytes, which is a few entries. */
const deskOn = (disk: FakeDisk, own = key) => {
  const evidence = createEvidence({
    key: async () => ok(own),
    keychain: keychainPort(),
    record: async (type, reason) => journal.append([{ ...draft('', 0), type, reason }]),
    onChanged: () => undefined,
  });
  const journal = journalOn(disk, { segmentBytes: 2500, evidence });
  return { journal, evidence };
};

const closing: Draft = { ...draft('closed'), type: 'call.closed' };
const anchored = () => readAnchor(keychain.get('anchor') ?? new Uint8Array(32)).size;
const checkpointIn = (disk: FakeDisk, number: number) => {
  const note =
    disk
      .afterKill()
      .get(`${folder}/${noteName(number)}`)
      ?.toString() ?? '';
  return parseCheckpoint(openNote(note, [key.public]) ?? '');
};
const typesIn = async (disk: FakeDisk) => (await allOf(journalOn(disk))).map(({ type, reason }) => `${type} ${reason}`);

/** So many entries of about 1,000 bytes, and the desk closed. */
const worked = async (disk: FakeDisk, entries: number) => {
  const { journal } = deskOn(disk);
  expect(await journal.ready()).toEqual(ok(undefined));
  for (let nth = 0; nth < entries; nth += 1) await journal.append([draft(`${nth}`, 600)]);
  await journal.close();
  return disk.afterKill();
};

const refusedOn = async (files: Map<string, Buffer>) => {
  const disk = createFakeDisk(files);
  const { journal } = deskOn(disk);
  const ready = await journal.ready();
  return { ready, disk, journal };
};

describe('checkpoints', () => {
  test('are signed when whoever waits for the entry has been answered', async () => {
    const order: string[] = [];
    const sign = (text: string): string => {
      order.push('signed');
      return key.sign(text);
    };
    const { journal, evidence } = deskOn(createFakeDisk(), { ...key, sign });
    await journal.append([draft('first')]);
    expect(await evidence.vouch()).toEqual(ok(undefined));
    order.length = 0;
    await journal.append([closing]).then(() => order.push('answered'));
    await journal.close();
    expect(order.slice(0, 2)).toEqual(['answered', 'signed']);
  });

  test('are made when a call ends, every 50 entries and when the desk is closed, and anchored', async () => {
    const disk = createFakeDisk();
    const evidence = createEvidence({
      key: async () => ok(key),
      keychain: keychainPort(),
      record: async () => undefined,
      onChanged: () => undefined,
    });
    const journal = journalOn(disk, { evidence });
    await journal.ready();
    const until = (size: number) => expect.poll(anchored).toBe(size);
    await journal.append([draft('a'), closing]);
    await until(2);
    for (let nth = 0; nth < 49; nth += 1) await journal.append([draft('b')]);
    await until(2);
    await journal.append([draft('c')]);
    await until(52);
    expect(checkpointIn(disk, 1)).toMatchObject({ size: 52, origin: key.public.name });
    await journal.append([draft('d')]);
    await journal.close();
    await until(53);
    expect(checkpointIn(disk, 1)?.size).toBe(53);
    expect(mostAtOnce).toBe(1);
  });

  test('stand at the end of every segment that is finished', async () => {
    const disk = createFakeDisk();
    await worked(disk, 9);
    const entries = await allOf(journalOn(disk));
    expect(checkpointIn(disk, 1)?.size).toBe(3);
    expect(checkpointIn(disk, 2)?.size).toBe(6);
    expect(checkpointIn(disk, 3)?.size).toBe(entries.length);
  });

  test('a keychain that fails stops no entry, is told, and the next checkpoint is anchored', async () => {
    const disk = createFakeDisk();
    const { journal, evidence } = deskOn(disk);
    await journal.ready();
    keychainFails = 'keychain-denied';
    expect(await journal.append([closing])).toEqual(ok(1));
    await expect.poll(() => evidence.view().failure).toEqual({ code: 'keychain-denied' });
    keychainFails = null;
    await journal.append([closing]);
    await expect.poll(anchored).toBe(2);
    expect(evidence.view().failure).toBeNull();
  });
});

describe('when the journal is opened', () => {
  test('only the last segment is read, and every entry can still be paged', async () => {
    const files = await worked(createFakeDisk(), 12);
    const { ready, disk, journal } = await refusedOn(files);
    expect(ready).toEqual(ok(undefined));
    const entries = await allOf(journal);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, nth) => nth + 1));
    expect(disk.log.indexOf('open 000001.jsonl')).toBeGreaterThan(disk.log.indexOf('open 000004.jsonl'));
  });

  test('behind its anchor it is truncated: lookups are refused, on record, and nothing is signed over it', async () => {
    const disk = createFakeDisk();
    const old = await worked(disk, 4);
    await worked(disk, 5);
    const { ready, disk: restored, journal } = await refusedOn(old);
    expect(ready).toEqual(fail('audit-truncated'));
    expect(await journal.ready()).toEqual(fail('audit-truncated'));
    await journal.append([closing]);
    await journal.close();
    expect(anchored()).toBe(9);
    expect(await typesIn(restored)).toContain('journal.refused truncated:4:9');
    expect((await refusedOn(restored.afterKill())).ready.ok).toBe(false);
  });

  test('an empty folder in place of the journal is truncated too', async () => {
    await worked(createFakeDisk(), 4);
    expect((await refusedOn(new Map())).ready).toEqual(fail('audit-truncated'));
  });

  test('ahead by entries that follow it is accepted, on record', async () => {
    const disk = createFakeDisk();
    await worked(disk, 4);
    const before = keychain.get('anchor') ?? new Uint8Array(32);
    await worked(disk, 1);
    keychain.set('anchor', before);
    const { ready, disk: ahead, journal } = await refusedOn(disk.afterKill());
    expect(ready).toEqual(ok(undefined));
    await journal.close();
    expect(await typesIn(ahead)).toContain('journal.ahead 4:5');
    expect(anchored()).toBe(6);
  });

  test('another journal of the same length is refused', async () => {
    await worked(createFakeDisk(), 4);
    const { size } = readAnchor(keychain.get('anchor') ?? new Uint8Array(32));
    const files = await worked(createFakeDiskOf(), 4);
    keychain.set('anchor', anchorBytes({ size, root: 'a'.repeat(52) }));
    expect((await refusedOn(files)).ready).toEqual(fail('audit-damaged'));
  });

  test('checkpoints without an anchor are refused', async () => {
    const files = await worked(createFakeDisk(), 4);
    keychain.clear();
    expect((await refusedOn(files)).ready).toEqual(fail('audit-anchor-missing'));
  });

  test('a checkpoint that another desk signed is refused', async () => {
    const files = await worked(createFakeDisk(), 4);
    const { evidence, journal } = deskOn(createFakeDisk(files), keyOf('another desk'));
    expect(await journal.ready()).toEqual(fail('audit-damaged'));
    expect(evidence.view().failure).toEqual({ code: 'audit-damaged' });
  });

  test('damage in a segment that opening did not read is found afterwards, and lookups are refused', async () => {
    const files = await worked(createFakeDisk(), 12);
    const bytes = Buffer.from(files.get(segment(2)) ?? '');
    bytes.writeUInt8(bytes.readUInt8(40) ^ 4, 40);
    files.set(segment(2), bytes);
    const { disk, journal } = await refusedOn(files);
    await expect.poll(() => journal.ready()).toEqual(fail('audit-damaged'));
    await journal.close();
    expect(disk.afterKill().get(segment(2))).toEqual(bytes);
  });

  test('what was taken for granted is verified while the desk is open, and how far that is, is told', async () => {
    const disk = createFakeDisk(await worked(createFakeDisk(), 40));
    const told: { readonly to: number; readonly whole: boolean }[] = [];
    const evidence = createEvidence({
      key: async () => ok(key),
      keychain: keychainPort(),
      record: async () => undefined,
      onChanged: () => told.push(evidence.view().verified),
    });
    const journal = journalOn(disk, { segmentBytes: 2500, evidence });
    await journal.ready();
    await expect.poll(() => told.at(-1)?.whole).toBe(true);
    const onTheWay = told.filter(({ to, whole }) => !whole && to > 0 && to < journal.head);
    expect(onTheWay.length).toBeGreaterThan(0);
    await journal.close();
  });

  test('a journal of before there were checkpoints is read whole and gets them', async () => {
    const disk = createFakeDisk();
    const old = journalOn(disk, { segmentBytes: 2500 });
    for (let nth = 0; nth < 9; nth += 1) await old.append([draft(`${nth}`, 600)]);
    await old.close();
    await worked(disk, 1);
    expect([1, 2].map((number) => checkpointIn(disk, number)?.size)).toEqual([3, 6]);
    expect(anchored()).toBe(10);
  });
});

/** The same desk's, as if another folder had been used. */
const createFakeDiskOf = (): FakeDisk => {
  keychain.clear();
  return createFakeDisk();
};

test.each(['.note', '.tree'])('a %s that a crash tore is made again', async (ending) => {
  const files = await worked(createFakeDisk(), 9);
  for (const [name, bytes] of files) if (name.endsWith(ending)) files.set(name, bytes.subarray(0, 20));
  const { ready, disk, journal } = await refusedOn(files);
  expect(ready).toEqual(ok(undefined));
  await journal.close();
  expect([1, 2].map((number) => checkpointIn(disk, number)?.size)).toEqual([3, 6]);
});

test('a checkpoint that a crash tore while it took the place of the one before is made again, wherever it was torn', async () => {
  const disk = createFakeDisk();
  const older = await worked(disk, 4);
  const newer = await worked(disk, 1);
  const path = `${folder}/${noteName(2)}`;
  const [before, after] = [older.get(path) ?? Buffer.alloc(0), newer.get(path) ?? Buffer.alloc(0)];
  expect(before).not.toEqual(after);
  for (let torn = 1; torn < after.length; torn += 1) {
    const note = Buffer.concat([after.subarray(0, torn), before.subarray(torn)]);
    const { ready } = await refusedOn(new Map(newer).set(path, note));
    expect(ready, `torn at ${torn}`).toEqual(ok(undefined));
  }
});
