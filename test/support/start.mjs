// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { createEnding } from './ending.mjs';
import { hasScreen } from './screen.mjs';
import { setUp } from './set-up.mjs';

const { picture } = parseArgs({ options: { picture: { type: 'string' } } }).values;
const seen = hasScreen();
await setUp('electron', 'keyring', ...(seen ? [] : /** @type {const} */ (['screen'])));

// What follows needs what was just set up.
const { command, home, person } = await import('./person.mjs');
const { demoPolicy, writePolicy } = await import('./policy.mjs');
const { demoPost } = await import('./demo-post.mjs');
const { demoRegistry } = await import('./demo-registry.mjs');
const { keyring } = await import('./keyring.mjs');
const { screen } = await import('./screen.mjs');
const { stage } = await import('./stage.mjs');
const { runtime } = await import('./runtime.mjs');
const { stop } = await import('./run.mjs');
const { launchDesk, profile } = await import('./desk.mjs');

// Chromium tells of every system service that a bare machine lacks.
const quiet = ['--log-level=3'];

const ending = createEnding();
try {
  await demo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await ending.end();
}

async function demo() {
  const electron = await runtime();
  const app = await stage();
  ending.undo(app.remove);
  const display = await screen();
  ending.undo(display.stop);
  const registry = await demoRegistry();
  ending.undo(registry.stop);
  const post = await demoPost(console.log);
  ending.undo(post.stop);
  const policy = await writePolicy(post.in(await demoPolicy(registry.url)));
  ending.undo(policy.remove);
  const own = await home(await person());
  ending.undo(own.remove);
  const bus = process.platform === 'linux' ? await ownKeyring(own) : emptyDemoKeychain();

  console.log(
    `\nDEMO. Sign in with this registry token: ${registry.token}\nCodes that the desk sends are shown here.\n`,
  );
  if (picture) {
    const desk = await launchDesk({ app: app.path, runtime: electron, home: own, bus, policy: policy.path });
    ending.undo(desk.close);
    await desk.page.locator('input').first().waitFor();
    await desk.page.screenshot({ path: picture });
    return;
  }
  if (!seen) console.log('No display here: the window is on a virtual screen. npm start -- --picture FILE shows it.');
  await showWindow(own, bus, [electron.path, ...profile(own), ...quiet, app.path, `--policy=${policy.path}`]);
}

/** @param {import('./person.mjs').Home} own */
async function ownKeyring(own) {
  const { address, stop } = await keyring(own);
  ending.undo(stop);
  return address;
}

/** Elsewhere the system's keychain cannot be lent: the demo uses names of its own there, and takes them out again. */
function emptyDemoKeychain() {
  ending.undo(async () => {
    const { deletePassword, findCredentials } = (await import('keytar')).default;
    for (const { account } of await findCredentials('tunniste-demo')) await deletePassword('tunniste-demo', account);
  });
  return undefined;
}

/**
 * @param {import('./person.mjs').Home} own
 * @param {string | undefined} bus
 * @param {readonly string[]} argv
 */
async function showWindow(own, bus, argv) {
  const [file = '', ...args] = command(own.person, argv);
  const env = bus === undefined ? own.env : { ...own.env, DBUS_SESSION_BUS_ADDRESS: bus };
  const window = spawn(file, args, { env, cwd: own.path, stdio: ['ignore', 'inherit', 'inherit'] });
  ending.undo(() => stop(window));
  const [code] = await once(window, 'exit');
  process.exitCode = code ?? 1;
}
