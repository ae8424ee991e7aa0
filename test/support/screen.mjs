// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { stop } from './run.mjs';

/** Whether a window would be seen by anyone. */
export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * Sees to it that windows can be opened: a virtual screen where there is none.
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function screen() {
  if (hasScreen()) return { stop: async () => {} };
  const argv = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', argv, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const lines = createInterface({ input: /** @type {import('node:stream').Readable} */ (server.stdio[3]) });
  const [number] = await Promise.race([
    once(lines, 'line'),
    once(server, 'exit').then(() => Promise.reject(new Error('Xvfb ended before its screen was up'))),
  ]);
  process.env['DISPLAY'] = `:${number}`;
  return {
    stop: async () => {
      delete process.env['DISPLAY'];
      await stop(server);
    },
  };
}
