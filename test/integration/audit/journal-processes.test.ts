import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createJournal } from '../../../electron/main/audit/journal.js';
import { bundled } from './bundled.js';

const stamp = () => ({ agent: null, role: null, desk: 'desk-1', app: '0.1.0', policy: null });

let program: Awaited<ReturnType<typeof bundled>>;
let base: string;
let folder: string;
let running: ChildProcess[];

beforeAll(async () => {
  program = await bundled('test/integration/audit/recording-program.ts');
});
afterAll(() => program.remove());
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'tunniste-journal-'));
  folder = join(base, 'tunniste', 'audit');
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map(kill));
  await rm(base, { recursive: true });
});

const kill = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

/** Starts a process that records, and answers the last line it printed once there were so many; it then still records. */
const record = async (lines: number) => {
  const child = spawn(process.execPath, [program.path, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  let count = 0;
  let last = '';
  const reader = createInterface({ input: child.stdout });
  const enough = new Promise<void>((resolve) => {
    reader.on('line', (line) => {
      last = line;
      if ((count += 1) >= lines) resolve();
    });
    reader.on('close', resolve);
  });
  await enough;
  return { child, last: () => last };
};

test('a second process is refused while the first one records, and let in when that was killed', async () => {
  const first = await record(1);
  const second = await record(1);
  expect(second.last()).toBe('audit-in-use');
  const journal = createJournal({ folder, stamp });
  expect(await journal.open()).toEqual({ ok: false, error: { code: 'audit-in-use' } });
  await kill(first.child);
  expect(await journal.open()).toEqual({ ok: true, value: undefined });
  await journal.close();
});

test('a journal that was closed lets the next one in, within a process too', async () => {
  const first = createJournal({ folder, stamp });
  await first.open();
  const second = createJournal({ folder, stamp });
  expect(await second.open()).toEqual({ ok: false, error: { code: 'audit-in-use' } });
  await first.close();
  expect(await second.open()).toEqual({ ok: true, value: undefined });
  await second.close();
});
