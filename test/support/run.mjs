// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** How npm is called; on Windows it is a script that only a shell can start. */
export const npm = process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];

/** A path inside the work tree. @param {...string} parts */
export const at = (...parts) => join(root, ...parts);

/**
 * @typedef {object} Options
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {string} [input]
 * @property {boolean} [show] let the command print as it goes
 * @property {number} [seconds] end it after so long
 */

/**
 * Runs a command to its end; a command that cannot be started ends with code 127.
 * @param {readonly string[]} argv
 * @param {Options} [options]
 * @returns {Promise<{ code: number, out: string }>}
 */
export function run([file = '', ...args], { env, cwd = root, input = '', show = false, seconds } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { env, cwd, timeout: seconds && seconds * 1000, stdio: 'pipe' });
    let out = '';
    for (const [from, to] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      from.on('data', (/** @type {Buffer} */ part) => {
        out += part.toString();
        if (show) to.write(part);
      });
    }
    child.on('error', (error) => resolve({ code: 127, out: `${out}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, out }));
    child.stdin.on('error', () => {}); // it may end without reading
    child.stdin.end(input);
  });
}

/**
 * Runs a command that has to succeed; returns what it printed.
 * @param {readonly string[]} argv
 * @param {Options} [options]
 */
export async function must(argv, options) {
  const { code, out } = await run(argv, options);
  if (code !== 0) throw new Error(`"${argv.join(' ')}" ended with ${code}${options?.show ? '' : `\n${out}`}`);
  return out;
}

/**
 * Starts a command that goes on running and returns it with the first line it prints.
 * @param {readonly string[]} argv
 * @param {{ env?: NodeJS.ProcessEnv, input?: string, seconds?: number }} [options]
 */
export async function serve([file = '', ...args], { env, input, seconds = 20 } = {}) {
  const child = spawn(file, args, { env, cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (part) => (complaint = `${complaint}${part}`.slice(-4000)));
  child.stdin.on('error', () => {});
  if (input !== undefined) child.stdin.end(input); // else it stays open: the SCIM server ends when its stdin does
  const lines = createInterface({ input: child.stdout });
  const said = new Promise((resolve, reject) => {
    lines.once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}\n${complaint}`)));
    setTimeout(() => reject(new Error(`${file} said nothing for ${seconds} s\n${complaint}`)), seconds * 1000).unref();
  });
  try {
    return { child, line: String(await said) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/**
 * Ends one process of ours, by force if it does not go by itself.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  child.kill('SIGCONT'); // a frozen process does not hear SIGTERM
  const force = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(force);
}
