import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disk, growFile, onDisk } from '../../../../../electron/main/audit/durable-file.js';
import { createDrafts } from '../../../../../electron/main/reports/drafts.js';

let parent: string;
let notes: string;
let chosen: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tunniste-drafts-'));
  [notes, chosen] = [join(parent, 'reports'), join(parent, 'chosen')];
  await mkdir(chosen);
});
afterEach(() => rm(parent, { recursive: true }));

const drafts = () =>
  createDrafts({
    ...{ folder: notes, files: disk },
    place: onDisk.place,
    grow: (path, draft) => growFile(disk, path, draft),
  });
/** A desk that was killed while it wrote a report. */
const killed = async () => {
  const file = await drafts().grow(join(chosen, 'report.csv'));
  await file.append(Buffer.from('half of it'));
};

test('a report that was being written when the desk was killed is gone after the next start, and nothing else is', async () => {
  await writeFile(join(chosen, '.tunniste-of-somebody.part'), 'not ours');
  await killed();
  expect(readdirSync(chosen)).toHaveLength(2);
  await drafts().sweep();
  expect(readdirSync(chosen)).toEqual(['.tunniste-of-somebody.part']);
  expect(readdirSync(notes)).toEqual([]);
});

test('a note that cannot be read keeps no other from being swept, and is looked at again', async () => {
  await killed();
  const unreadable = join(notes, '00000000-0000-4000-8000-000000000000.draft');
  await mkdir(unreadable);
  await drafts().sweep();
  expect(readdirSync(chosen)).toEqual([]);
  expect(readdirSync(notes)).toEqual(['00000000-0000-4000-8000-000000000000.draft']);
});

test('one that is being written now stays', async () => {
  const here = drafts();
  const file = await here.grow(join(chosen, 'report.csv'));
  await file.append(Buffer.from('all of it'));
  await here.sweep();
  await file.settle();
  await file.place();
  expect(readFileSync(join(chosen, 'report.csv'), 'utf8')).toBe('all of it');
  expect(readdirSync(notes)).toEqual([]);
});

test('one on a disk that was taken away is removed once that is back', async () => {
  await killed();
  await rename(chosen, join(parent, 'taken away'));
  await drafts().sweep();
  expect(readdirSync(notes)).toHaveLength(1);
  await rename(join(parent, 'taken away'), chosen);
  await drafts().sweep();
  expect([readdirSync(chosen), readdirSync(notes)]).toEqual([[], []]);
});

test('one that was dropped, or that cannot be begun, leaves nothing to be swept', async () => {
  const file = await drafts().grow(join(chosen, 'report.csv'));
  await file.append(Buffer.from('half of it'));
  await file.drop();
  await expect(drafts().grow(join(chosen, 'report.csv', 'within a file', 'report.csv'))).rejects.toThrow();
  expect(readdirSync(chosen)).toEqual([]);
  await rm(join(notes), { recursive: true });
  await drafts().sweep();
  expect(existsSync(notes)).toBe(false);
});
