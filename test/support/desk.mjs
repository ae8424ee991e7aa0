// @ts-check
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron } from '@playwright/test';
import { command } from './person.mjs';

/** @typedef {Awaited<ReturnType<typeof launchDesk>>} Desk */

/**
 * The app in real Electron as an ordinary user, its sandbox on, with nothing of this machine's but what is given.
 * @param {object} options
 * @param {string} options.app the staged app
 * @param {import('./runtime.mjs').Runtime} options.runtime
 * @param {import('./person.mjs').Home} options.home
 * @param {string | undefined} [options.bus] the address of the bus with the keyring
 * @param {string} options.policy the policy's file
 * @param {readonly string[]} [options.args]
 * @param {Record<string, string>} [options.env] of the machine, such as its proxy
 * @param {boolean} [options.held] whether the app waits for the driver; a start that is measured does not
 */
export async function launchDesk({ app, runtime, home, bus, policy, args = [], env = {}, held = true }) {
  const electron = await _electron
    .launch({
      executablePath: await program(home, runtime.path),
      args: [...profile(home), app, `--policy=${policy}`, ...args],
      env: {
        ...home.env,
        ...env,
        ...(held && { TUNNISTE_HELD: '1' }),
        ...(bus !== undefined && { DBUS_SESSION_BUS_ADDRESS: bus }),
      },
      cwd: home.path,
      chromiumSandbox: true, // else Playwright adds --no-sandbox
      timeout: held ? 20_000 : 5000,
    })
    .catch(async (error) => {
      await endAll(`--policy=${policy}`);
      throw error;
    });
  const process_ = electron.process();
  const gone = new Promise((resolve) => process_.once('exit', resolve));
  /** As a crash or `kill -9` ends it: nothing is told. */
  const kill = async () => {
    process_.kill('SIGKILL');
    await gone;
  };
  const close = async () => {
    if (process_.exitCode !== null || process_.signalCode !== null) return;
    await Promise.race([electron.close(), wait(10_000, undefined, { ref: false }).then(kill)]);
    await gone;
  };
  try {
    const page = await electron.firstWindow({ timeout: 20_000 });
    return { electron, page, close, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** What the driver gave up on goes on under another account's name. @param {string} argument that no other process has */
async function endAll(argument) {
  if (process.platform !== 'linux') return;
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const words = await readFile(join('/proc', id, 'cmdline'), 'utf8').catch(() => '');
    if (words.split('\0').includes(argument)) process.kill(Number(id), 'SIGKILL');
  }
}

/** Where XDG folders are not known, the home is told this way. @param {import('./person.mjs').Home} home */
export const profile = (home) =>
  process.platform === 'linux' ? [] : [`--user-data-dir=${join(home.path, 'profile')}`];

/**
 * Playwright starts a program, not a command line.
 * @param {import('./person.mjs').Home} home
 * @param {string} path
 */
async function program(home, path) {
  if (!home.person.lent) return path;
  const script = join(home.path, 'electron.sh');
  await writeFile(script, `#!/bin/sh\nexec ${command(home.person, [path]).join(' ')} "$@"\n`);
  await chmod(script, 0o755);
  return script;
}
