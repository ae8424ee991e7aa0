import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { demoRegistry } from '../support/demo-registry.mjs';
import { keyring } from '../support/keyring.mjs';
import { home, person } from '../support/person.mjs';
import { screen } from '../support/screen.mjs';

/** A package of the build under test, by the end of its name. */
export const packageNamed = async (end: string): Promise<string> => {
  const { folder } = inject('dist');
  return join(folder, (await readdir(folder)).find((name) => name.endsWith(end)) ?? `no ${end}`);
};

/** What an agent has around an installed desk: a screen, a home with an open keyring, a registry to ask; and a folder for the test itself. */
export const surroundings = async () => {
  const work = await mkdtemp(join(tmpdir(), 'tunniste-around-'));
  const display = await screen();
  const registry = await demoRegistry();
  const own = await home(await person());
  const bus = await keyring(own);
  return {
    work,
    registry,
    own,
    /** As programs are told of it. */
    bus: { DBUS_SESSION_BUS_ADDRESS: bus.address },
    end: async () => {
      await bus.stop();
      await own.remove();
      await registry.stop();
      await display.stop();
      await rm(work, { recursive: true, force: true });
    },
  };
};

export type Surroundings = Awaited<ReturnType<typeof surroundings>>;
