// @ts-check
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle, callIn } from '../support/bundle.mjs';
import { keyring } from '../support/keyring.mjs';
import { command, give, home, person } from '../support/person.mjs';
import { runtime } from '../support/runtime.mjs';

/** Each waits more than it works. */
const atOnce = 4;

/**
 * A desk in a process of its own, on the disk and with a Secret Service, that is killed at random moments.
 * @param {import('./faults.mjs').Ground} ground
 * @returns {AsyncGenerator<import('./faults.mjs').Trial>}
 */
export async function* trials({ folder, tries = 1000, seed = 20261124, undo }) {
  const [program, desk] = [
    await bundle('test/faults/kill/kill.ts', folder),
    await bundle('test/faults/kill/killed-desk.ts', folder),
  ];
  await chmod(folder, 0o755);
  const { path } = await runtime();
  const each = Array.from({ length: atOnce }, (_, place) => place).map(async (place) => {
    const own = await home(await person());
    undo(own.remove);
    const keys = await keyring(own);
    undo(keys.stop);
    const at = join(own.path, 'desks');
    await mkdir(at, { mode: 0o700 });
    await give(own.person, at);
    const ground = {
      argv: command(own.person, [path, desk]),
      env: { ...own.env, DBUS_SESSION_BUS_ADDRESS: keys.address, ELECTRON_RUN_AS_NODE: '1' },
      folder: at,
    };
    return callIn(program, 'kill', [ground, `desk ${place + 1}`, Math.ceil(tries / atOnce), seed + place]);
  });
  for (const trial of each) {
    const { acknowledged, early, ...told } = await trial;
    console.log(`${acknowledged} entries were acknowledged; ${early} runs ended before the first one`);
    yield { ...told, name: `kill: ${told.name}` };
  }
}
