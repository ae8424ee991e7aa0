// @ts-check
import { randomBytes } from 'node:crypto';
import { at, serve, stop } from './run.mjs';

/** The SCIM server with the demo people, in a process of its own. */
export async function demoRegistry() {
  const token = `demo-${randomBytes(9).toString('base64url')}`;
  const argv = [process.execPath, at('test/support/scim-server.mjs'), '--port', '0', '--token', token];
  const { child, line } = await serve(argv, { env: process.env });
  /** @type {{ url: string }} */
  const { url } = JSON.parse(line);
  return { url, token, stop: () => stop(child) };
}
