// @ts-check
import { randomBytes } from 'node:crypto';
import { at, serve, stop } from './run.mjs';

/**
 * The SCIM server in a process of its own.
 * @param {string} [people] a file like the demo people's, in place of theirs
 */
export async function demoRegistry(people) {
  const token = `demo-${randomBytes(9).toString('base64url')}`;
  const argv = [process.execPath, at('test/support/scim-server.mjs'), '--port', '0', '--token', token];
  if (people) argv.push('--people', people);
  const { child, line } = await serve(argv, { env: process.env });
  /** @type {{ url: string }} */
  const { url } = JSON.parse(line);
  return { url, token, stop: () => stop(child) };
}
