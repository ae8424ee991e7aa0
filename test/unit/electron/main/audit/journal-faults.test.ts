import { describe, expect, test } from 'vitest';
import { createFakeDisk, type FakeDisk, type Fault } from './fake-disk.js';
import { allOf, draft, folder, journalOn, segment } from './journal-of.js';

const typesOf = async (journal: ReturnType<typeof journalOn>) => (await allOf(journal)).map(({ type }) => type);
const outcomesOf = async (journal: ReturnType<typeof journalOn>) =>
  (await allOf(journal)).map(({ outcome }) => outcome);
const reopened = (disk: FakeDisk) => journalOn(createFakeDisk(disk.afterKill()));
const once = (operation: string, code: string): Fault => {
  let left = 1;
  return (kind) => (kind === operation && left-- > 0 ? code : undefined);
};

/** A journal of two entries in its first segment. */
const begun = async () => {
  const disk = createFakeDisk();
  const journal = journalOn(disk);
  await journal.append([draft('first')]);
  await journal.append([draft('second')]);
  return { disk, journal };
};

test('a short write is finished', async () => {
  const { disk, journal } = await begun();
  disk.failing((operation) => (operation === 'write' ? 11 : undefined));
  expect((await journal.append([draft('third', 300)])).ok).toBe(true);
  expect(await outcomesOf(reopened(disk))).toEqual(['first', 'second', 'third']);
});

test('one write and one sync make a record durable', async () => {
  const { disk, journal } = await begun();
  disk.log.length = 0;
  await journal.append([draft('a'), draft('b'), draft('c')]);
  expect(disk.log).toEqual(['write 000001.jsonl', 'datasync 000001.jsonl']);
});

test('callers that wait together share one sync, and each gets its own number', async () => {
  const { disk, journal } = await begun();
  const first = journal.append([draft('a')]);
  const together = [journal.append([draft('b'), draft('c')]), journal.append([draft('d')])];
  expect(await first).toEqual({ ok: true, value: 3 });
  disk.log.length = 0;
  expect(await Promise.all(together)).toEqual([
    { ok: true, value: 5 },
    { ok: true, value: 6 },
  ]);
  expect(disk.log).toEqual(['write 000001.jsonl', 'datasync 000001.jsonl']);
});

describe('after a write error', () => {
  test.each([
    ['EIO', 'audit-unavailable'],
    ['ENOSPC', 'disk-low'],
    ['EROFS', 'audit-unavailable'],
  ])('%s: the record is refused, what was written of it is cut, and the next one goes on', async (errno, code) => {
    const { disk, journal } = await begun();
    const before = disk.afterKill().get(segment(1));
    let writes = 0;
    disk.failing((operation) => (operation !== 'write' ? undefined : (writes += 1) === 1 ? 20 : errno));
    expect(await journal.append([draft('third')])).toEqual({ ok: false, error: { code } });
    expect(disk.afterKill().get(segment(1))).toEqual(before);
    disk.failing(() => undefined);
    expect(await journal.append([draft('fourth')])).toEqual({ ok: true, value: 3 });
    expect(await outcomesOf(reopened(disk))).toEqual(['first', 'second', 'fourth']);
  });

  test('when it cannot be cut either, the segment is left as it is and a new one says so', async () => {
    const { disk, journal } = await begun();
    const end = disk.afterKill().get(segment(1))?.length;
    let writes = 0;
    disk.failing((operation, path) => {
      if (operation === 'truncate') return 'EIO';
      return operation === 'write' && path === segment(1) ? ((writes += 1) === 1 ? 20 : 'EIO') : undefined;
    });
    expect((await journal.append([draft('third')])).ok).toBe(false);
    const [resumed] = (await allOf(journal)).slice(2);
    expect(resumed).toMatchObject({ seq: 3, type: 'journal.resumed', reason: `write-failed:000001.jsonl:${end}` });
    expect(disk.afterKill().get(segment(1))?.length).toBe((end ?? 0) + 20);
    expect(await typesOf(reopened(disk))).toEqual(['lookup.requested', 'lookup.requested', 'journal.resumed']);
  });
});

describe('after a sync error', () => {
  test('the record is refused, the file is never synced again, and a new segment names the last good hash and the cause', async () => {
    const { disk, journal } = await begun();
    const end = disk.afterKill().get(segment(1))?.length;
    disk.failing(once('datasync', 'EIO'));
    disk.log.length = 0;
    expect(await journal.append([draft('third')])).toEqual({ ok: false, error: { code: 'audit-unavailable' } });
    expect(disk.log.filter((line) => line.endsWith('sync 000001.jsonl'))).toEqual(['datasync 000001.jsonl']);
    expect(await journal.append([draft('fourth')])).toEqual({ ok: true, value: 4 });

    const again = reopened(disk);
    expect(await again.open()).toEqual({ ok: true, value: undefined });
    const [, second, resumed, fourth] = await allOf(again);
    expect(resumed).toMatchObject({ type: 'journal.resumed', reason: `fsync-failed:000001.jsonl:${end}`, seq: 3 });
    expect(second?.outcome).toBe('second');
    expect(fourth?.outcome).toBe('fourth');
    expect(await outcomesOf(again)).toEqual(['first', 'second', null, 'fourth']); // the third is in the file, and no entry
  });

  test('while no new segment can be begun, nothing may be disclosed; when one can, it goes on', async () => {
    const { disk, journal } = await begun();
    disk.failing((operation) => (operation === 'datasync' || operation === 'rename' ? 'EIO' : undefined));
    expect((await journal.append([draft('third')])).ok).toBe(false);
    expect(await journal.ready()).toEqual({ ok: false, error: { code: 'audit-unavailable' } });
    disk.failing(() => undefined);
    expect(await journal.ready()).toEqual({ ok: true, value: undefined });
    expect(await typesOf(reopened(disk))).toEqual(['lookup.requested', 'lookup.requested', 'journal.resumed']);
  });

  test('the entries of a killed predecessor that cannot be synced are not built on, however often it is tried', async () => {
    const { disk } = await begun();
    const next = createFakeDisk(disk.afterKill());
    next.failing(once('datasync', 'EIO'));
    const journal = journalOn(next);
    expect(await journal.append([draft('third')])).toEqual({ ok: false, error: { code: 'audit-unavailable' } });
    expect(await journal.append([draft('third')])).toEqual({ ok: false, error: { code: 'audit-unavailable' } });
    expect(next.log.filter((line) => line.startsWith('datasync'))).toHaveLength(1);
  });
});

test('a segment that is full is followed by another, and the chain goes on', async () => {
  const disk = createFakeDisk();
  const journal = journalOn(disk, { segmentBytes: 1000 });
  for (const outcome of ['a', 'b', 'c', 'd', 'e']) await journal.append([draft(outcome, 400)]);
  expect([...disk.afterKill().keys()].sort()).toEqual([segment(1), segment(2), segment(3)]);
  expect(await outcomesOf(reopened(disk))).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('lookups stop while less than 16 MiB are free, and entries still go through', async () => {
  const { disk, journal } = await begun();
  disk.setFree(16 * 1024 * 1024);
  expect(await journal.ready()).toEqual({ ok: false, error: { code: 'disk-low' } });
  expect((await journal.append([draft('call closed')])).ok).toBe(true);
  disk.setFree(17 * 1024 * 1024);
  expect(await journal.ready()).toEqual({ ok: true, value: undefined });
});

test('an entry too long for a line is its own caller’s bug', async () => {
  const { disk, journal } = await begun();
  const [long, other] = await Promise.allSettled([
    journal.append([draft('long', 200_000)]),
    journal.append([draft('other')]),
  ]);
  expect(long).toMatchObject({ status: 'rejected' });
  expect(other).toMatchObject({ status: 'fulfilled', value: { ok: true, value: 3 } });
  expect(await outcomesOf(reopened(disk))).toEqual(['first', 'second', 'other']);
});

test('who listens hears of the new head only when it is durable', async () => {
  const disk = createFakeDisk();
  const heads: number[] = [];
  const journal = journalOn(disk, { onAppended: (head) => heads.push(head) });
  await journal.append([draft('a'), draft('b')]);
  disk.failing((operation) => (operation === 'write' ? 'EIO' : undefined));
  await journal.append([draft('c')]);
  expect(heads).toEqual([2]);
});

test('what was given to append before close is written, what comes after is refused', async () => {
  const { disk, journal } = await begun();
  const before = journal.append([draft('third')]);
  await journal.close();
  expect((await before).ok).toBe(true);
  expect(await journal.append([draft('late')])).toEqual({ ok: false, error: { code: 'audit-not-open' } });
  expect(await outcomesOf(reopened(disk))).toEqual(['first', 'second', 'third']);
});

test('a new segment’s unfinished draft is swept away', async () => {
  const { disk } = await begun();
  const files = disk.afterKill().set(`${segment(2)}.new`, Buffer.from('{"half'));
  const next = createFakeDisk(files);
  expect(await journalOn(next).open()).toEqual({ ok: true, value: undefined });
  expect(await next.layer.readdir(folder)).toEqual(['000001.jsonl']);
});
