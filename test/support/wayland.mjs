// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './person.mjs';
import { stop } from './run.mjs';

const name = 'wayland-tunniste';

/**
 * A Wayland screen on the X screen there is, because a seat has to have a keyboard. Answers what that person's programs see of the environment
 * then: nothing of X.
 * @param {import('./person.mjs').Home} home
 */
export async function waylandScreen({ person, env }) {
  const argv = ['weston', '--backend=x11-backend.so', `--socket=${name}`, '--no-config', '--idle-time=0'];
  const [file = '', ...args] = command(person, argv);
  const compositor = spawn(file, args, { env, stdio: 'ignore' });
  const gone = new Promise((_, reject) => {
    compositor.once('error', reject);
    compositor.once('exit', (code) => reject(new Error(`weston ended with ${code}`)));
  });
  gone.catch(() => {}); // who stops it knows
  const deadline = Date.now() + 20_000;
  while (!existsSync(join(env['XDG_RUNTIME_DIR'] ?? '', name))) {
    if (Date.now() > deadline) throw new Error('Waited in vain for weston');
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 30))]);
  }
  const { DISPLAY: _, XAUTHORITY: __, ...rest } = env;
  return { env: { ...rest, WAYLAND_DISPLAY: name, XDG_SESSION_TYPE: 'wayland' }, stop: () => stop(compositor) };
}
