import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keyring, type Keyring } from '../../support/keyring.mjs';
import { command, give, home, person, type Home } from '../../support/person.mjs';
import { serve } from '../../support/run.mjs';
import { bundled } from '../audit/bundled.js';

const done = { ok: true };
const refused = (code: string) => ({ ok: false, error: { code } });

describe.runIf(process.platform === 'linux')('with a real Secret Service', () => {
  let program: Awaited<ReturnType<typeof bundled>>;
  let at: Home;
  let ring: Keyring;
  let folder: string;
  let running: ChildProcess[];

  beforeAll(async () => {
    program = await bundled('test/integration/credentials/key-program.ts');
    await chmod(join(program.path, '..'), 0o755);
  });
  afterAll(() => program.remove());
  beforeEach(async () => {
    at = await home(await person());
    ring = await keyring(at);
    folder = join(at.path, 'state');
    await mkdir(folder, { mode: 0o700 });
    await give(at.person, folder);
    running = [];
  });
  afterEach(async () => {
    for (const child of running) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    await ring.stop();
    await at.remove();
  });

  /** A process with its own keychain; answers what came of an order. */
  const start = (patience = 15_000, address = ring.address) => {
    const [file = '', ...args] = command(at.person, [process.execPath, program.path, folder, String(patience)]);
    const child = spawn(file, args, {
      env: { ...at.env, DBUS_SESSION_BUS_ADDRESS: address },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    running.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return async (order: string): Promise<unknown> => {
      child.stdin.write(`${order}\n`);
      const { value } = (await lines.next()) as { value: string };
      return JSON.parse(value);
    };
  };

  test('a key that was set is got by another process, until it is deleted', async () => {
    expect(await start()('get')).toEqual({ ok: true, same: false });
    expect(await start()('set')).toEqual(done);
    expect(await start()('get')).toEqual({ ok: true, same: true });
    expect(await start()('delete')).toEqual({ ok: true, value: true });
    expect(await start()('get')).toEqual({ ok: true, same: false });
  });

  test('a locked keyring locks the key file, makes no new key, and once unlocked it opens without a restart', async () => {
    const first = start();
    expect(await first('open')).toEqual(done);
    expect(await first('keep')).toEqual(done);
    await ring.lock();
    const second = start();
    expect(await second('open')).toEqual(refused('keychain-locked'));
    expect((await readdir(join(folder))).sort()).toEqual(['keys.json', 'keys.sealed']);
    await ring.unlock();
    expect(await second('open')).toEqual(done);
    expect(await second('token')).toBe('a-token');
  });

  test('a first start with a locked keyring is refused and leaves nothing', async () => {
    await ring.lock();
    expect(await start(2000)('open')).toEqual(refused('keychain-locked'));
    expect(await readdir(folder)).toEqual([]);
  });

  test('a frozen keyring times out, and answers again when it is thawed', async () => {
    await start()('set');
    const asked = start(300);
    expect(await asked('get')).toEqual({ ok: true, same: true });
    ring.freeze();
    expect(await asked('get')).toEqual(refused('keychain-timeout'));
    expect(await asked('set')).toEqual(refused('keychain-timeout'));
    ring.thaw();
    expect(await start()('get')).toEqual({ ok: true, same: true });
  });

  test('no bus is a missing keychain', async () => {
    expect(await start(15_000, `unix:path=${join(folder, 'nothing')}`)('open')).toEqual(refused('keychain-missing'));
  });

  test('a bus without a keyring is a missing keychain', async () => {
    const address = `unix:path=${join(at.path, 'run', 'bare-bus')}`;
    const argv = [
      'dbus-daemon',
      `--config-file=${join(at.path, 'bus.conf')}`,
      '--nofork',
      '--print-address',
      `--address=${address}`,
    ];
    const bus = await serve(command(at.person, argv), { env: at.env });
    running.push(bus.child);
    expect(await start(15_000, address)('open')).toEqual(refused('keychain-missing'));
  });
});
