import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeFuses, readFuses } from '../../../../../electron/main/self-test/fuse-wire.js';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'tunniste-fuses-'))));
afterAll(() => rm(folder, { recursive: true }));

const programWith = async (wire: string, before: number): Promise<string> => {
  const path = join(folder, `program-${before}`);
  const parts = [
    Buffer.alloc(before),
    'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX',
    Buffer.of(1, wire.length),
    wire,
    Buffer.alloc(9),
  ];
  await writeFile(path, Buffer.concat(parts.map((part) => Buffer.from(part))));
  return path;
};

test.each([0, 5, 4 * 1024 * 1024 - 7, 4 * 1024 * 1024, 9_000_000])(
  'the fuses are found %i bytes into a program',
  async (before) => {
    expect(await readFuses(await programWith('01r10', before))).toBe('01r10');
  },
);

test('a program without fuses has none', async () => {
  const path = join(folder, 'none');
  await writeFile(path, Buffer.alloc(5_000_000));
  expect(await readFuses(path)).toBeNull();
});

test('every fuse that the runtime has must be as it was decided', () => {
  const decided = { 0: false, 1: true, 2: false, 7: true, version: '1' };
  expect(judgeFuses('010', decided).result).toBe('sound');
  expect(judgeFuses('01r', decided).result).toBe('sound'); // taken out of Electron
  expect(judgeFuses('110', decided)).toEqual({ result: 'wrong', detail: 'not as built: 0 of 110' });
  expect(judgeFuses('0101', { ...decided, 3: false })).toEqual({ result: 'wrong', detail: 'not as built: 3 of 0101' });
});

test('a fuse that nobody decided about is not as built', () => {
  expect(judgeFuses('011', { 0: false, 1: true })).toEqual({ result: 'wrong', detail: 'not as built: 2 of 011' });
});
