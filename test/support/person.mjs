// @ts-check
import { chown, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { must, run } from './run.mjs';

/**
 * Whom the app runs as. Chromium refuses its sandbox to root, so root lends the app an ordinary user.
 * @typedef {object} Person
 * @property {string} name
 * @property {number} uid
 * @property {number} gid
 * @property {boolean} lent
 *
 * @typedef {object} Home
 * @property {Person} person
 * @property {string} path
 * @property {Record<string, string>} env all that the person's programs see of the environment
 * @property {() => Promise<void>} remove
 */

export const isRoot = process.getuid?.() === 0;

/** @returns {Promise<Person>} */
export async function person() {
  if (!isRoot) {
    const { username, uid, gid } = userInfo();
    return { name: username, uid, gid, lent: false };
  }
  const name = 'tunniste-test';
  if ((await run(['id', name])).code !== 0) {
    await must(['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  }
  const number = async (/** @type {string} */ flag) => Number(await must(['id', flag, name]));
  return { name, uid: await number('-u'), gid: await number('-g'), lent: true };
}

/**
 * The command line that runs a command as that person.
 * @param {Person} as
 * @param {readonly string[]} argv
 */
export const command = (as, argv) =>
  as.lent ? ['setpriv', `--reuid=${as.uid}`, `--regid=${as.gid}`, '--init-groups', '--', ...argv] : [...argv];

/**
 * Gives a file or folder to that person.
 * @param {Person} as
 * @param {string} path
 */
export const give = async (as, path) => {
  if (as.lent) await chown(path, as.uid, as.gid);
};

/**
 * A fresh home that nobody else can read.
 * @param {Person} as
 * @returns {Promise<Home>}
 */
export async function home(as) {
  const path = await mkdtemp(join(tmpdir(), 'tunniste-home-'));
  await give(as, path);
  /** @type {Record<string, string>} */
  const env = { ...outside(), HOME: path, USER: as.name, LOGNAME: as.name };
  const rooms = {
    CONFIG_HOME: '.config',
    STATE_HOME: '.local/state',
    DATA_HOME: '.local/share',
    CACHE_HOME: '.cache',
    RUNTIME_DIR: 'run',
  };
  const folders = ['.local', ...Object.values(rooms)];
  for (const folder of folders) {
    await mkdir(join(path, folder), { mode: 0o700 });
    await give(as, join(path, folder));
  }
  for (const [name, folder] of Object.entries(rooms)) env[`XDG_${name}`] = join(path, folder);
  await keepDisplayRights(as, path, env);
  return {
    person: as,
    path,
    env,
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** What a program needs of the machine, and nothing of whoever runs the tests. */
function outside() {
  const kept = [
    'PATH',
    'LANG',
    'TMPDIR',
    'DISPLAY',
    'XDG_SESSION_TYPE',
    'SystemRoot',
    'SystemDrive',
    'windir',
    'TEMP',
    'TMP',
    'APPDATA',
    'LOCALAPPDATA',
    'USERPROFILE',
    'COMSPEC',
    'PATHEXT',
  ];
  /** @type {Record<string, string>} */
  const env = {};
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  if (isRoot) env['PATH'] = '/usr/local/bin:/usr/bin:/bin';
  return env;
}

/**
 * A real screen knows its person by a file in the home and a socket in the runtime folder, both replaced here.
 * @param {Person} as
 * @param {string} path
 * @param {Record<string, string>} env
 */
async function keepDisplayRights(as, path, env) {
  const {
    WAYLAND_DISPLAY: wayland,
    XDG_RUNTIME_DIR: runtime,
    XAUTHORITY: rights = join(homedir(), '.Xauthority'),
  } = process.env;
  if (wayland && runtime) env['WAYLAND_DISPLAY'] = isAbsolute(wayland) ? wayland : join(runtime, wayland);
  if (!env['DISPLAY']) return;
  const copy = join(path, '.Xauthority');
  const copied = await copyFile(rights, copy).then(
    () => true,
    () => false,
  );
  if (!copied) return;
  await give(as, copy);
  env['XAUTHORITY'] = copy;
}
