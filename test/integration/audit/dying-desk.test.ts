import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { crash } from '../../faults/crash/crash.js';
import { full } from '../../faults/full/full.js';
import { kill } from '../../faults/kill/kill.js';
import { keyring } from '../../support/keyring.mjs';
import { command, give, home, person } from '../../support/person.mjs';
import { bundled } from './bundled.js';

const all = { lost: 0, example: null };

test.runIf(process.platform === 'linux')(
  'a desk that is killed at random moments, and its keychain with it, loses nothing it acknowledged and opens again',
  async () => {
    const program = await bundled('test/faults/kill/killed-desk.ts');
    onTestFinished(program.remove);
    await chmod(dirname(program.path), 0o755);
    const own = await home(await person());
    onTestFinished(own.remove);
    const keys = await keyring(own);
    onTestFinished(keys.stop);
    const folder = join(own.path, 'desks');
    await mkdir(folder, { mode: 0o700 });
    await give(own.person, folder);
    const argv = command(own.person, [process.execPath, program.path]);
    const env = { ...own.env, DBUS_SESSION_BUS_ADDRESS: keys.address };
    const killed = await kill({ argv, env, folder }, 'small', 4, 20261124);
    expect(killed).toMatchObject({ ...all, survived: 4 });
    expect(killed.acknowledged).toBeGreaterThan(0);
  },
  60_000,
);

test.each(['begins', 'works', 'erases', 'retains', 'rotates'] as const)(
  'a machine that dies while a desk %s leaves what opens again, with everything that was acknowledged',
  async (chapter) => {
    expect(await crash(chapter, 40, 20261123)).toMatchObject(all);
  },
  60_000,
);

test('a desk on a volume that is full, wherever that is, says so and loses nothing it acknowledged', async () => {
  expect(await full('volumes', 0, 36_000, 613, 20261125)).toMatchObject(all);
}, 60_000);
