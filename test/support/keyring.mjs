// @ts-check
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { command, give } from './person.mjs';
import { must, run, serve, stop } from './run.mjs';

const login = '/org/freedesktop/secrets/collection/login';
const password = 'throw-away';

/** @typedef {Awaited<ReturnType<typeof keyring>>} Keyring */

/**
 * A Secret Service of that home's own, on a bus of its own, unlocked.
 * @param {import('./person.mjs').Home} home
 */
export async function keyring(home) {
  const bus = await ownBus(home);
  const env = { ...home.env, DBUS_SESSION_BUS_ADDRESS: bus.address };
  const daemon = spawnDaemon(home, env);
  const ask = (/** @type {string} */ method, /** @type {string[]} */ ...words) =>
    command(home.person, [
      ...['dbus-send', '--session', '--print-reply', '--reply-timeout=2000', '--dest=org.freedesktop.secrets'],
      ...['/org/freedesktop/secrets', method, ...words],
    ]);
  const stopAll = async () => {
    await stop(daemon);
    await bus.stop();
  };
  try {
    await until('the keyring is open', async () => {
      const collections = ask(
        'org.freedesktop.DBus.Properties.Get',
        'string:org.freedesktop.Secret.Service',
        'string:Collections',
      );
      return (await run(collections, { env })).out.includes(login);
    });
  } catch (error) {
    await stopAll();
    throw error;
  }
  return {
    address: bus.address,
    lock: () => must(ask('org.freedesktop.Secret.Service.Lock', `array:objpath:${login}`), { env }),
    unlock: () =>
      must(command(home.person, [process.execPath, '--eval', unlocking, controlSocket(env)]), { env, input: password }),
    freeze: () => daemon.kill('SIGSTOP'),
    thaw: () => daemon.kill('SIGCONT'),
    stop: stopAll,
  };
}

/**
 * A bus that starts nothing by itself: a keyring that is gone stays gone, and no password prompt can come up.
 * @param {import('./person.mjs').Home} home
 */
async function ownBus({ env, path, person }) {
  const config = join(path, 'bus.conf');
  await writeFile(
    config,
    `<busconfig><type>session</type><listen>unix:path=${join(path, 'run', 'bus')}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`,
  );
  await give(person, config);
  const argv = ['dbus-daemon', `--config-file=${config}`, '--nofork', '--print-address'];
  const { child, line } = await serve(command(person, argv), { env });
  return { address: line, stop: () => stop(child) };
}

/**
 * @param {import('./person.mjs').Home} home
 * @param {NodeJS.ProcessEnv} env
 */
function spawnDaemon(home, env) {
  const argv = command(home.person, ['gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets']);
  const [file = '', ...args] = argv;
  const child = spawn(file, args, { env, stdio: ['pipe', 'ignore', 'ignore'] });
  child.on('error', () => {}); // told by the wait that follows
  child.stdin?.end(password);
  return child;
}

/**
 * @param {string} what
 * @param {() => Promise<boolean>} isSo
 */
async function until(what, isSo) {
  const deadline = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited 10 s in vain until ${what}`);
    await wait(30);
  }
}

const controlSocket = (/** @type {NodeJS.ProcessEnv} */ env) =>
  join(env['XDG_RUNTIME_DIR'] ?? '', 'keyring', 'control');

// What PAM sends at sign-in: a byte that carries the credentials, then length, operation 1 (unlock), length, password.
// Only the same user is heard, hence a process of its own.
const unlocking = `
const password = require('node:fs').readFileSync(0)
const packet = Buffer.alloc(1 + 12)
packet.writeUInt32BE(12 + password.length, 1)
packet.writeUInt32BE(1, 5)
packet.writeUInt32BE(password.length, 9)
const socket = require('node:net').connect(process.argv[1], () => socket.write(Buffer.concat([packet, password])))
socket.once('data', (answer) => { socket.destroy(); process.exitCode = answer.readUInt32BE(4) === 0 ? 0 : 1 })
socket.once('error', (error) => { console.error(error.message); process.exitCode = 1 })
`;
