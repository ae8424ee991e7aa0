import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFakeDisk } from './fake-disk.js';
import { allOf, draft, journalOn, segment } from './journal-of.js';

let files: Map<string, Buffer>;

/** Nine entries of 1 kB: the first three segments are full, the third holds three of which the last two were one write. */
beforeEach(async () => {
  const disk = createFakeDisk();
  const journal = journalOn(disk, { segmentBytes: 2500 });
  for (const outcome of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await journal.append([draft(outcome, 600)]);
  await journal.append([draft('h', 600), draft('i', 600)]);
  files = disk.afterKill();
});

const last = () => files.get(segment(3)) ?? Buffer.alloc(0);
const opened = async () => {
  const disk = createFakeDisk(files);
  const journal = journalOn(disk);
  return { disk, journal, open: await journal.open() };
};

const expectDamaged = async () => {
  const before = new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes)]));
  const { disk, journal, open } = await opened();
  const damaged = { ok: false, error: { code: 'audit-damaged' } };
  expect(open).toEqual(damaged);
  expect(await journal.append([draft('more')])).toEqual(damaged);
  expect(await journal.ready()).toEqual(damaged);
  expect(disk.afterKill()).toEqual(before);
};

/** The outcomes that stay, and the bytes the cut tells of. */
const expectCut = async (stay: number, bytes: number) => {
  const { journal, open, disk } = await opened();
  expect(open).toEqual({ ok: true, value: undefined });
  const entries = await allOf(journal);
  expect(entries).toHaveLength(stay + 1);
  const end = disk.afterKill().get(segment(3))?.length;
  expect(entries.at(-1)).toMatchObject({ type: 'journal.cut', reason: `torn-tail:000003.jsonl:${end}:${bytes}` });
  expect(await journalOn(createFakeDisk(disk.afterKill())).open()).toEqual({ ok: true, value: undefined });
};

test('the untouched journal opens', async () => {
  expect((await opened()).open).toEqual({ ok: true, value: undefined });
});

describe('a torn tail is cut and the cut is on record', () => {
  test('a piece of a line', async () => {
    files.set(segment(3), Buffer.concat([last(), Buffer.from('{"agent":"agent-1","app":"0.1')]));
    await expectCut(9, 29);
  });

  test('a last line that lost its end', async () => {
    files.set(segment(3), last().subarray(0, -10));
    const lost = last().length - last().lastIndexOf('\n') - 1;
    await expectCut(8, lost);
  });

  test('a last line that lost its newline only', async () => {
    files.set(segment(3), last().subarray(0, -1));
    await expectCut(8, last().length - last().lastIndexOf('\n') - 1);
  });

  test('a last write with a hole of zeros in its first line, though its second is whole', async () => {
    const start = last().indexOf('"outcome":"h"');
    files.set(segment(3), Buffer.from(last()).fill(0, start, start + 200));
    const { journal, open } = await opened();
    expect(open.ok).toBe(true);
    expect((await allOf(journal)).map(({ outcome }) => outcome)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', null]);
  });

  test('zeros where nothing of the last write came through', async () => {
    files.set(segment(3), Buffer.concat([last(), Buffer.alloc(5000)]));
    await expectCut(9, 5000);
  });
});

describe('damage is refused and the files are left as they are', () => {
  test('a bit that turned in a line before the last write', async () => {
    const bytes = Buffer.from(last());
    const at = bytes.indexOf('"outcome":"g"') + 12;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    files.set(segment(3), bytes);
    await expectDamaged();
  });

  test('a hole of zeros in an acknowledged line before the last write', async () => {
    const start = last().indexOf('"outcome":"g"');
    files.set(segment(3), Buffer.from(last()).fill(0, start, start + 20));
    await expectDamaged();
  });

  test('a bit that turned in an older segment', async () => {
    const bytes = Buffer.from(files.get(segment(1)) ?? '');
    bytes.writeUInt8(bytes.readUInt8(40) ^ 4, 40);
    files.set(segment(1), bytes);
    await expectDamaged();
  });

  test('an older segment that lost its end', async () => {
    files.set(segment(2), (files.get(segment(2)) ?? Buffer.alloc(0)).subarray(0, -1));
    await expectDamaged();
  });

  test.each([1, 2])('segment %i taken away', async (number) => {
    files.delete(segment(number));
    await expectDamaged();
  });

  test('an empty segment', async () => {
    files.set(segment(4), Buffer.alloc(0));
    await expectDamaged();
  });

  test('a line taken out', async () => {
    const first = last().indexOf('\n') + 1;
    files.set(segment(3), last().subarray(first));
    await expectDamaged();
  });

  test('two lines put in each other’s place', async () => {
    const lines = last().toString().trimEnd().split('\n');
    files.set(segment(3), Buffer.from(`${[lines[0], lines[2], lines[1]].join('\n')}\n`));
    await expectDamaged();
  });

  test('a whole line added that does not follow', async () => {
    const line = JSON.stringify({ v: 1, seq: 10, prev: createHash('sha256').update('guess').digest('hex') });
    files.set(segment(3), Buffer.concat([last(), Buffer.from(`${line}\n`)]));
    await expectDamaged();
  });

  test('a tail longer than a line can be', async () => {
    files.set(segment(3), Buffer.concat([last(), Buffer.alloc(200_000, 'x')]));
    await expectDamaged();
  });

  test('several broken lines at the end', async () => {
    files.set(segment(3), Buffer.concat([last(), Buffer.from('{"half\n{"half\n')]));
    await expectDamaged();
  });
});
