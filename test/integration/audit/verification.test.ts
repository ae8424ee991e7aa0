import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkBeside, type Check } from '../../../electron/main/audit/verification/beside.js';
import type { Asked } from '../../../electron/main/audit/verification/check-folder.js';
import { layJournal } from '../../bench/long-journal.js';
import { bundle } from '../../support/bundle.mjs';

const entries = 30_000;
let parent: string;
let check: Check;
let asked: Asked;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tunniste-thread-'));
  check = checkBeside(await bundle('electron/main/audit/verification/verification-worker.ts', parent));
  const { folder, key } = layJournal(parent, entries);
  asked = { folder, key, until: { number: 5, seq: entries, files: new Map() } };
});
afterAll(() => rm(parent, { recursive: true }));
let told: number[];
beforeEach(() => void (told = []));
const tell = (seq: number): void => void told.push(seq);

test('the thread verifies every entry, segment by segment, and the desk has its turn meanwhile', async () => {
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 1);
  const report = await check(asked, tell, new AbortController().signal);
  clearInterval(ticking);
  expect(report).toMatchObject({ sound: true, first: 1, entries, sealed: entries });
  expect(told.length).toBe(report?.checkpoints.length);
  expect(turns).toBeGreaterThan(10);
});

test('the thread ends when it is cancelled on its way, and tells nothing after it', async () => {
  const abort = new AbortController();
  const report = await check(asked, (seq) => (tell(seq), abort.abort()), abort.signal);
  expect(report).toBeNull();
  expect(told.length).toBe(1);
});

test('a thread that is cancelled before it begins does not', async () => {
  expect(await check(asked, tell, AbortSignal.abort())).toBeNull();
  expect(told).toEqual([]);
});

test('a folder that cannot be read is no end of the desk', async () => {
  const gone = { ...asked, folder: join(parent, 'nowhere') };
  await expect(check(gone, tell, new AbortController().signal)).rejects.toMatchObject({ code: 'ENOENT' });
});
