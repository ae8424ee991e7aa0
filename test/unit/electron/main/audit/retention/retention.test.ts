import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noteName, segmentName, treeName } from '../../../../../../electron/evidence/segment.js';
import { readAnchor } from '../../../../../../electron/main/audit/anchor.js';
import { newKey } from '../../../../../../electron/main/credentials/ring.js';
import { seal } from '../../../../../../electron/main/audit/seal.js';
import type { Holding } from '../../../../../../electron/main/audit/retention/holding.js';
import { fail, ok } from '../../../../../../shared/result.js';
import { createFakeDisk, type FakeDisk } from '../fake-disk.js';
import { draft, folder, journalOn, segment } from '../journal-of.js';
import { deskOn, verdictOn, type Kept } from './expiring-desk.js';

let keychain: Kept;
beforeEach(() => {
  keychain = new Map();
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => void vi.useRealTimers());

const segmentsOn = (disk: FakeDisk): string[] =>
  [...disk.afterKill().keys()].filter((path) => path.endsWith('.jsonl')).map((path) => path.slice(folder.length + 1));

/** Seven entries of January in three segments, four of February in two, two of April in one: 1–3, 4–6, 7 · 8–10, 11 · 12–13. */
const filled = async (disk: FakeDisk, more: Parameters<typeof deskOn>[2] = {}) => {
  const desk = deskOn(disk, keychain, more);
  await desk.opened();
  await desk.works(7);
  desk.on('2026-02-10');
  await desk.works(4);
  desk.on('2026-04-01');
  await desk.works(2);
  return desk;
};

/** What a desk finds that is opened on these files. */
const reopened = async (files: ReadonlyMap<string, Buffer>) => {
  const disk = createFakeDisk(files);
  const desk = deskOn(disk, keychain);
  desk.on('2026-04-02');
  return { desk, disk, ready: await desk.opened() };
};

const gone = new Map<string, (number: number) => string>([
  ['lines', segmentName],
  ['checkpoint', noteName],
  ['tree', treeName],
]);
/** The files without what lies there of those segments. */
const without = (files: ReadonlyMap<string, Buffer>, numbers: readonly number[], what = [...gone.keys()]) => {
  const names = numbers.flatMap((number) => what.map((each) => `${folder}/${gone.get(each)?.(number)}`));
  return new Map([...files].filter(([path]) => !names.includes(path)));
};

describe('what has been kept for long enough', () => {
  test('is removed by whole segments, and what is left is sound to the desk and to the verifier, that say where it begins', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk);
    expect(segmentsOn(disk)).toHaveLength(6);
    expect(await desk.retain()).toEqual(ok(undefined));
    expect(desk.journal.first).toBe(8);
    expect((await desk.all()).map(({ seq }) => seq)).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect((await desk.all()).at(-1)).toMatchObject({ type: 'journal.expired', reason: '000003.jsonl:7' });
    await desk.journal.close();
    const left = disk.afterKill();
    expect(await verdictOn(left)).toMatchObject({ sound: true, first: 8, expired: 14, entries: 14, sealed: 14 });
    const again = await reopened(left);
    expect(again.ready).toEqual(ok(undefined));
    expect(again.desk.evidence.view().verified).toEqual({ to: 14, whole: true });
    expect(again.desk.journal.first).toBe(8);
    expect((await again.desk.all()).map(({ seq }) => seq)).toEqual([8, 9, 10, 11, 12, 13, 14]);
    await again.desk.works(1);
    await again.desk.journal.close();
    expect(await verdictOn(again.disk.afterKill())).toMatchObject({ sound: true, first: 8, entries: 15 });
  });

  test('goes on going, and its keys with it', async () => {
    const dropped: string[] = [];
    const disk = createFakeDisk();
    const keys = {
      holds: () => none,
      subjectKeys: () => new Map(),
      dropBefore: async (month: string) => ok(void dropped.push(month)),
    };
    const desk = await filled(disk, { keys });
    for (const day of ['2026-04-02', '2026-06-01', '2027-01-01']) {
      desk.on(day);
      expect(await desk.retain()).toEqual(ok(undefined));
      await desk.works(1);
    }
    expect(dropped).toEqual(['2026-02', '2026-04', '2026-06']);
    await desk.journal.close();
    const report = await verdictOn(disk.afterKill());
    expect(report).toMatchObject({ sound: true, first: 16, expired: 18 });
  });

  test('is on record, signed and anchored before the first of it goes', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk);
    await desk.retain();
    const [removed, placed] = [disk.log.indexOf('unlink 000001.jsonl'), disk.log.lastIndexOf('rename 000007.jsonl')];
    expect(placed).toBeGreaterThan(0);
    expect(removed).toBeGreaterThan(placed);
    expect(disk.log.lastIndexOf('write 000007.note')).toBeGreaterThan(placed);
    expect(disk.log.lastIndexOf('write 000007.note')).toBeLessThan(removed);
    expect(readAnchor(keychain.get('anchor') ?? new Uint8Array(32)).size).toBe(14);
  });

  test('does not go without its record, nor while the keychain does not take the anchor', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk, { evidence: { vouch: async () => fail('keychain-denied') } });
    expect(await desk.retain()).toEqual(fail('keychain-denied'));
    expect(segmentsOn(disk)).toHaveLength(6);
    keychain = new Map();
    const other = createFakeDisk();
    const unrecorded = await filled(other);
    other.failing((operation) => (operation === 'rename' ? 'EIO' : undefined));
    expect(await unrecorded.retain()).toEqual(fail('audit-unavailable'));
    expect(segmentsOn(other)).toHaveLength(6);
  });

  test('a disk that does not let it go is told of, asked again, and no second entry says so', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk);
    disk.failing((operation) => (operation === 'unlink' ? 'EACCES' : undefined));
    expect(await desk.retain()).toEqual(fail('audit-unavailable'));
    const { ready } = await reopened(disk.afterKill());
    expect(ready).toEqual(ok(undefined));
    disk.failing(() => undefined);
    expect(await desk.retain()).toEqual(ok(undefined));
    expect(segmentsOn(disk)[0]).toBe('000004.jsonl');
    expect((await desk.all()).filter(({ type }) => type === 'journal.expired')).toHaveLength(1);
  });
});

const none: readonly Holding[] = [];

describe('where the clock stood wrong for a while', () => {
  /** Two days of a year that is far away, then the right ones. */
  const wrongAt = async (wrong: string, disk = createFakeDisk()) => {
    const dropped: string[] = [];
    const keys = {
      holds: () => none,
      subjectKeys: () => new Map(),
      dropBefore: async (month: string) => ok(void dropped.push(month)),
    };
    const desk = deskOn(disk, keychain, { keys });
    desk.on(wrong);
    await desk.opened();
    await desk.works(1);
    for (const day of ['2026-01-10', '2026-02-10', '2026-06-01']) {
      desk.on(day);
      await desk.works(1);
    }
    expect(await desk.retain()).toEqual(ok(undefined));
    const { first } = desk.journal;
    await desk.journal.close();
    return { first, dropped, files: disk.afterKill() };
  };

  test('ahead, no key goes of what stays, for however long that is', async () => {
    const { first, dropped, files } = await wrongAt('2099-01-01');
    expect([first, dropped]).toEqual([1, ['2026-01']]);
    expect(await verdictOn(files)).toMatchObject({ sound: true, entries: 4 });
  });

  test('behind, what seems to be old goes, and nothing after it too early', async () => {
    const { first, dropped, files } = await wrongAt('1999-01-01');
    expect([first, dropped]).toEqual([4, ['2026-06']]);
    expect(await verdictOn(files)).toMatchObject({ sound: true, first: 4 });
  });

  test('back an hour over the end of a month, the order is the order in which it was recorded', async () => {
    const disk = createFakeDisk();
    const desk = deskOn(disk, keychain);
    const outcomes = ['before', 'back', 'again'];
    await desk.opened();
    for (const [nth, day] of ['2026-02-01', '2026-01-31', '2026-02-01'].entries()) {
      desk.on(day);
      await desk.works(1, { outcome: outcomes[nth] ?? null });
    }
    await desk.journal.close();
    const { desk: again, ready } = await reopened(disk.afterKill());
    expect(ready).toEqual(ok(undefined));
    expect((await again.all()).map(({ outcome }) => outcome)).toEqual(outcomes);
    await again.journal.close();
    expect(await verdictOn(disk.afterKill())).toMatchObject({ sound: true, entries: 3 });
  });
});

describe('stays', () => {
  const firstLeft = async (more: Parameters<typeof deskOn>[2]) => {
    keychain = new Map();
    const disk = createFakeDisk();
    const desk = await filled(disk, more);
    await desk.retain();
    const { first } = desk.journal;
    await desk.journal.close();
    expect(await verdictOn(disk.afterKill())).toMatchObject({ sound: true, first });
    return first;
  };
  const held = (holds: readonly Holding[]) => ({
    keys: { holds: () => holds, subjectKeys: () => new Map(), dropBefore: async () => ok(undefined) },
  });

  test('what a collector does not have, and the rest of its segment', async () => {
    expect(await firstLeft({ acknowledged: () => 5 })).toBe(4);
    expect(await firstLeft({ acknowledged: () => 0 })).toBe(1);
  });

  test('what is under a legal hold, and all after it', async () => {
    expect(await firstLeft(held([{ over: { from: '2026-01-01', to: '2026-01-31' }, key: null }]))).toBe(1);
    expect(await firstLeft(held([{ over: { from: '2026-02-01', to: '2026-02-28' }, key: null }]))).toBe(8);
    expect(await firstLeft(held([{ over: { from: '2025-01-01', to: '2025-12-31' }, key: null }]))).toBe(8);
  });

  test('what is about a person under a legal hold, by the pseudonym or by what is sealed', async () => {
    const disk = createFakeDisk();
    const own = newKey();
    const holds: Holding[] = [{ over: { subject: 'pseudonym of May' }, key: 'name' }];
    const keys = { ...held(holds).keys, subjectKeys: () => new Map([['name', own]]) };
    const desk = deskOn(disk, keychain, { keys });
    await desk.opened();
    await desk.works(3);
    await desk.works(1, { subject: 'pseudonym of January', sealed: seal({ identifier: 'x' }, own, null) });
    await desk.works(5);
    desk.on('2026-05-01');
    await desk.works(1, { subject: 'pseudonym of May' });
    desk.on('2027-01-01');
    await desk.works(1);
    await desk.retain();
    expect(desk.journal.first).toBe(4);
  });

  test('a hold that is set while it is put on record', async () => {
    let holds: readonly Holding[] = none;
    const desk = await filled(createFakeDisk(), {
      ...held(none),
      keys: { ...held(none).keys, holds: () => holds },
      evidence: {
        vouch: async () => {
          if (desk.journal.head > 13) holds = [{ over: { from: '2026-01-01', to: '2026-01-31' }, key: null }];
          return ok(undefined);
        },
      },
    });
    await desk.retain();
    expect(desk.journal.first).toBe(1);
  });

  test('a bypass, a lock, a flag and suspected fraud for the longer time', async () => {
    for (const part of [{ type: 'call.bypassed' }, { type: 'flag.raised' }, { outcome: 'suspected-fraud' }] as const) {
      keychain = new Map();
      const desk = deskOn(createFakeDisk(), keychain);
      await desk.opened();
      await desk.works(4);
      await desk.works(1, part);
      desk.on('2026-04-01');
      await desk.works(1);
      await desk.retain();
      expect(desk.journal.first).toBe(4);
      desk.on('2026-05-11');
      await desk.retain();
      expect(desk.journal.first).toBe(6);
    }
  });

  test('the segment that is written, however old all in it is', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk);
    desk.on('2030-01-01');
    await desk.retain();
    expect(desk.journal.first).toBe(12);
    desk.on('2040-01-01');
    await desk.retain();
    expect(await desk.all()).not.toEqual([]);
  });
});

test('a removal that is interrupted anywhere leaves a journal that opens, is sound, and is removed from again', async () => {
  const whole = createFakeDisk();
  const desk = await filled(whole);
  await desk.journal.close();
  const [before, anchored] = [whole.afterKill(), new Map(keychain)];
  const seen = new Set<string>();
  const isNew = (files: ReadonlyMap<string, Buffer>): boolean => {
    const state = JSON.stringify([[...files], [...keychain]]);
    return !seen.has(state) && seen.add(state) !== null;
  };
  let isDone = false;
  for (let operations = 1; !isDone; operations += 1) {
    keychain = new Map(anchored);
    const disk = createFakeDisk(before);
    const dying = deskOn(disk, keychain);
    dying.on('2026-04-02');
    await dying.opened();
    disk.dieAfter(operations);
    isDone = await Promise.race([dying.retain().then(() => true), disk.death.then(() => false)]);
    const atDeath = new Map(keychain);
    for (const files of [disk.afterKill(), disk.afterPowerCut(() => 0), disk.afterPowerCut((below) => below - 1)]) {
      keychain = new Map(atDeath);
      if (!isNew(files)) continue;
      const again = await reopened(files);
      expect(again.ready).toEqual(ok(undefined));
      expect((await again.desk.all()).filter(({ seq }) => seq > 7 && seq < 14)).toHaveLength(6);
      expect(await again.desk.retain()).toEqual(ok(undefined));
      expect(again.desk.journal.first).toBe(8);
      await again.desk.journal.close();
      expect(await verdictOn(again.disk.afterKill())).toMatchObject({ sound: true, first: 8 });
    }
  }
  expect(seen.size).toBeGreaterThan(8);
});

describe('segments that are not there', () => {
  test.each([[['lines']], [['lines', 'tree']], [['lines', 'checkpoint', 'tree']]])(
    'and no entry says so, without %j, are missing to the desk and to the verifier',
    async (what) => {
      const disk = createFakeDisk();
      const desk = await filled(disk);
      await desk.journal.close();
      const files = without(disk.afterKill(), [1, 2, 3], what);
      expect(await verdictOn(files)).toMatchObject({ sound: false, bad: { seq: 1, kind: 'missing' }, expired: null });
      expect((await reopened(files)).ready).toEqual(fail('audit-damaged'));
    },
  );

  test('and more of them than an entry says are missing', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk);
    await desk.retain();
    await desk.journal.close();
    const files = without(disk.afterKill(), [4], ['lines']);
    expect(await verdictOn(files)).toMatchObject({ sound: false, bad: { seq: 8, to: 10, kind: 'missing' } });
    expect((await reopened(files)).ready).toEqual(fail('audit-damaged'));
  });

  test('are not missing for what the entry that tells of them says once it is changed itself', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk);
    await desk.retain();
    await desk.journal.close();
    const files = disk.afterKill();
    const told = files.get(segment(7))?.toString() ?? '';
    files.set(segment(7), Buffer.from(told.replace('000003.jsonl:7"', '000003.jsonl:5"')));
    expect(await verdictOn(files)).toMatchObject({ sound: false, bad: { seq: 14, to: 14, kind: 'changed' } });
  });

  test('and an entry that nobody signed says so at the end, are missing', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk);
    await desk.journal.close();
    const own = createFakeDisk(disk.afterKill());
    const forger = journalOn(own);
    await forger.append([{ ...draft(''), type: 'journal.expired', reason: '000003.jsonl:7' }]);
    expect(segmentsOn(own)).toHaveLength(7);
    const files = without(own.afterKill(), [1, 2, 3], ['lines']);
    expect(await verdictOn(files)).toMatchObject({ sound: false, bad: { seq: 1, kind: 'missing' } });
    expect((await reopened(files)).ready).toEqual(fail('audit-damaged'));
  });

  test('and the checkpoint before what is left is another desk’s: refused', async () => {
    const disk = createFakeDisk();
    const desk = await filled(disk);
    await desk.retain();
    await desk.journal.close();
    const files = disk.afterKill();
    const note = files.get(`${folder}/${noteName(3)}`)?.toString() ?? '';
    files.set(`${folder}/${noteName(3)}`, Buffer.from(note.replace(/— (\S+) (....)/, '— $1 AAAA')));
    expect((await verdictOn(files)).sound).toBe(false);
    expect((await reopened(files)).ready).toEqual(fail('audit-damaged'));
  });
});

test('a checkpoint from outside that is older than what is left says nothing, and is told so', async () => {
  const disk = createFakeDisk();
  const desk = await filled(disk);
  await desk.journal.close();
  const files = disk.afterKill();
  const outside = (number: number) => files.get(`${folder}/${noteName(number)}`)?.toString() ?? '';
  const again = await reopened(files);
  await again.desk.retain();
  await again.desk.journal.close();
  const left = again.disk.afterKill();
  expect(left.has(segment(1))).toBe(false);
  expect(await verdictOn(left, outside(1))).toMatchObject({ sound: false, outside: 'removed', bad: null });
  expect(await verdictOn(left, outside(3))).toMatchObject({ sound: true, outside: null });
  expect(await verdictOn(left, outside(5))).toMatchObject({ sound: true, outside: null });
});
