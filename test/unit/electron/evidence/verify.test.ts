import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { segmentName } from '../../../../electron/evidence/segment.js';
import { ok } from '../../../../shared/result.js';
import { createFakeDisk } from '../main/audit/fake-disk.js';
import { folder } from '../main/audit/journal-of.js';
import { deskOn, verdictOn, type Kept } from '../main/audit/retention/expiring-desk.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
afterEach(() => void vi.useRealTimers());

const path = `${folder}/${segmentName(1)}`;

/** What a desk leaves that recorded so many more entries. */
const worked = async (files: ReadonlyMap<string, Buffer>, keychain: Kept, entries: number) => {
  const disk = createFakeDisk(new Map(files));
  const desk = deskOn(disk, keychain);
  expect(await desk.opened()).toEqual(ok(undefined));
  await desk.works(entries);
  await desk.journal.close();
  return disk.afterKill();
};

test.each([
  ['the first two bytes', 0, 2],
  ['a sector in the middle', 300, 362],
])(
  'a write that a crash tore, of which only %s are gone, is no entry where the desk has told its end',
  async (_what, from, to) => {
    const keychain: Kept = new Map();
    const before = await worked(new Map(), keychain, 2);
    const whole = before.get(path) ?? Buffer.alloc(0);
    const longer = (await worked(before, new Map(keychain), 1)).get(path) ?? Buffer.alloc(0);
    const tail = Buffer.from(longer.subarray(whole.length)).fill(0, from, to);
    const torn = Buffer.concat([whole, tail]);
    const told = await worked(new Map(before).set(path, torn), keychain, 1);
    // The machine stopped once more before it was cut off.
    for (const bytes of [whole, torn])
      expect(await verdictOn(new Map(told).set(path, bytes))).toMatchObject({ sound: true, bad: null, entries: 4 });
    const changed = Buffer.from(torn);
    changed.writeUInt8(changed.readUInt8(whole.length - 5) ^ 1, whole.length - 5);
    expect(await verdictOn(new Map(told).set(path, changed))).toMatchObject({ sound: false, bad: { seq: 2 } });
  },
);
