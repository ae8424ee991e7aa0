// @ts-check
import { randomBytes } from 'node:crypto';
import { at, serve, stop } from './run.mjs';

/**
 * The SCIM server with the demo people, in a process of its own.
 * @param {readonly string[]} [more] of its options
 */
export async function demoRegistry(more = []) {
  const token = `demo-${randomBytes(9).toString('base64url')}`;
  const argv = [process.execPath, at('test/support/scim-server.mjs'), '--port', '0', '--token', token, ...more];
  const { child, line } = await serve(argv, { env: process.env });
  /** @type {{ url: string }} */
  const { url } = JSON.parse(line);
  return { url, token, stop: () => stop(child) };
}
