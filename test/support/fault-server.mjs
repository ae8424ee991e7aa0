// @ts-check
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { faults } from './faults.mjs';

/**
 * @typedef {keyof typeof faults | 'refuse'} FaultName
 *
 * @typedef {object} Seen
 * @property {string} method
 * @property {string} url path and query
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} body
 *
 * @typedef {object} Options
 * @property {string} [upstream] base URL of the real SCIM server, for `pass`
 * @property {import('node:tls').SecureContextOptions} [tls] makes it https
 */

/** TLS 1.1 and nothing newer, for `tls`. */
export const onlyOldTls = /** @satisfies {import('node:tls').SecureContextOptions} */ ({
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.1',
  ciphers: 'DEFAULT@SECLEVEL=0',
});

/**
 * A real server on loopback that misbehaves as told; it begins with `pass`. `requests` is every request that came, in order.
 * @param {Options} [options]
 */
export async function startFaultServer({ upstream, tls } = {}) {
  /** @type {FaultName} */
  let fault = 'pass';
  /** @type {Seen[]} */
  const requests = [];

  /** @type {import('node:http').RequestListener} */
  const answer = async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    if (fault !== 'refuse') faults[fault]({ request, response, body, upstream });
  };
  const onRequest = /** @type {import('node:http').RequestListener} */ (
    (request, response) => void Promise.resolve(answer(request, response)).catch(() => response.destroy())
  );
  const server = tls ? createHttpsServer(tls, onRequest) : createHttpServer(onRequest);
  let port = 0;

  const listen = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  };
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };

  await listen();
  return {
    /** Base URL of the SCIM service. */
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}/scim/v2`,
    requests,
    /** From the next connection on, where it is https. @param {import('node:tls').SecureContextOptions} next */
    present: (next) => {
      if ('setSecureContext' in server) server.setSecureContext(next);
      server.closeAllConnections();
    },
    /** @param {FaultName} next */
    set: async (next) => {
      fault = next;
      if (next === 'refuse') await close();
      else if (!server.listening) await listen();
    },
    stop: close,
  };
}
