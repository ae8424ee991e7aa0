import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRoot } from '../support/person.mjs';
import { run } from '../support/run.mjs';
import { createMachine, type Machine } from './machine.js';
import { packageNamed } from './surroundings.js';

const profile = '/etc/apparmor.d/tunniste';
/** Of the first that knows user namespaces; 0 where there is none. */
const parser = Number(/version (\d+)/.exec((await run(['apparmor_parser', '--version'])).out)?.[1] ?? 0);

describe.runIf(isRoot)('AppArmor', () => {
  let machine: Machine;
  beforeAll(async () => {
    machine = await createMachine(800);
    await machine.must(['dpkg', '--install', await packageNamed('.deb')]);
  });
  afterAll(() => machine.end());

  test.runIf(parser >= 4)(
    'is given a profile by which the program may have its sandbox, and it goes with the package',
    async () => {
      const read = ['apparmor_parser', '--skip-kernel-load', '--skip-cache', '--debug', profile];
      const compiled = await machine.must(read);
      expect(compiled).toMatch(/^Name:\s+tunniste$/m);
      expect(compiled).toMatch(/^userns,$/m);
      await machine.must(['dpkg', '--remove', 'tunniste']);
      expect(existsSync(join(machine.root, profile))).toBe(false);
    },
  );

  test.runIf(parser < 4)('that does not know user namespaces forbids none, and is given no profile', async () => {
    expect(existsSync(join(machine.root, profile))).toBe(false);
    expect((await machine.run(['dpkg', '--verify', 'tunniste'])).out).toBe('');
  });
});
