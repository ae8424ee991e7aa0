import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onDisk } from '../../../../../electron/main/audit/durable-file.js';
import { createCursorStore } from '../../../../../electron/main/delivery/cursor-store.js';
import { ok } from '../../../../../shared/result.js';

let parent = '';
beforeEach(async () => void (parent = await mkdtemp(join(tmpdir(), 'tunniste-cursor-'))));
afterEach(() => rm(parent, { recursive: true, force: true }));

const url = 'tls://siem.example:6514';
const storeOf = (address = url, placing = onDisk.place) =>
  createCursorStore({ folder: join(parent, 'delivery'), place: placing }, address);
const tip = { seq: 41, hash: 'a'.repeat(64) };

it('keeps how far a collector is over a restart, each collector for itself', async () => {
  expect(await storeOf().load()).toEqual(ok(null));
  expect(await storeOf().save(tip)).toEqual(ok(undefined));
  expect(await storeOf().load()).toEqual(ok(tip));
  expect(await storeOf('tls://other.example').load()).toEqual(ok(null));
});

it('tells nothing where the file holds no cursor, or that of another collector', async () => {
  await storeOf().save(tip);
  const [name = ''] = await readdir(join(parent, 'delivery'));
  const path = join(parent, 'delivery', name);
  const text = await readFile(path, 'utf8');
  for (const damaged of [
    '',
    '{',
    text.replace('41', '-1'),
    text.replace('aaaa', 'zzzz'),
    text.replace('siem', 'mine'),
  ]) {
    await writeFile(path, damaged);
    expect(await storeOf().load()).toEqual(ok(null));
  }
});

it('keeps the old one, and says so, where the disk is full or the folder is not to be used', async () => {
  await storeOf().save(tip);
  const full = storeOf(url, () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })));
  expect(await full.save({ ...tip, seq: 42 })).toMatchObject({ ok: false, error: { code: 'disk-low' } });
  expect(await storeOf().load()).toEqual(ok(tip));
  await rm(join(parent, 'delivery'), { recursive: true });
  await writeFile(join(parent, 'delivery'), 'a file in its place');
  await chmod(join(parent, 'delivery'), 0o600);
  expect(await storeOf().load()).toMatchObject({ ok: false, error: { code: 'delivery-unavailable' } });
  expect(await storeOf().save(tip)).toMatchObject({ ok: false, error: { code: 'delivery-unavailable' } });
});
