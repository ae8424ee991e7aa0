import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageWithOptions } from '@electron/asar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkArchive } from '../../../../../electron/main/self-test/archive.js';

let folder: string;
let asar: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tunniste-asar-'));
  asar = join(folder, 'app.asar');
  await mkdir(join(folder, 'app', 'inner'), { recursive: true });
  await writeFile(join(folder, 'app', 'index.cjs'), 'the first file');
  await writeFile(join(folder, 'app', 'inner', 'ä.txt'), 'the second file');
  await writeFile(join(folder, 'app', 'native.node'), 'lies beside it');
  await createPackageWithOptions(join(folder, 'app'), asar, { unpack: '*.node' });
});
afterEach(() => rm(folder, { recursive: true }));

test('an archive as it was packed is sound', async () => {
  expect(await checkArchive(asar)).toMatchObject({ result: 'sound' });
});

test('each file with another byte is named', async () => {
  const bytes = await readFile(asar);
  bytes[bytes.indexOf('the second file')] = 0;
  await writeFile(asar, bytes);
  expect(await checkArchive(asar)).toEqual({ result: 'wrong', detail: 'altered: inner/ä.txt' });
});

test('an archive that ends too early is wrong', async () => {
  await writeFile(asar, (await readFile(asar)).subarray(0, -3));
  expect(await checkArchive(asar)).toMatchObject({ result: 'wrong' });
});
