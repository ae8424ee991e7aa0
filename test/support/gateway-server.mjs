// @ts-check
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';

/** @typedef {'pass' | 'refuse' | 'busy' | 'broken' | 'nonsense' | 'redirect' | 'silent'} GatewayMode */

/** RFC 6238, six digits. @param {Buffer} secret @param {number} [at] milliseconds */
export function totp(secret, at = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** @type {Record<Exclude<GatewayMode, 'pass' | 'silent'>, number>} */
const statuses = { refuse: 401, busy: 429, broken: 500, nonsense: 200, redirect: 302 };

/**
 * A gateway for text messages (`/messages`) and a verifier of one-time passwords (`/verify`) on loopback.
 * @param {object} [options]
 * @param {import('./certificates.mjs').Pair} [options.tls] makes it https
 * @param {string} [options.key] what `authorization` must be, where anything
 * @param {Readonly<Record<string, Buffer>>} [options.accounts] their secrets by account
 * @param {number} [options.port]
 * @param {(message: { to: string, text: string }) => void} [options.onMessage]
 */
export async function startGateway({ tls, key, accounts = {}, port = 0, onMessage = () => {} } = {}) {
  /** @type {GatewayMode} */
  let mode = 'pass';
  /** @type {{ to: string, text: string }[]} */
  const messages = [];
  /** @type {{ url: string, body: string }[]} */
  const requests = [];

  /** @param {string} body @param {string} type @returns {{ to?: string, text?: string, account?: string, code?: string }} */
  const read = (body, type) =>
    type.includes('json') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body).entries());

  /** @type {import('node:http').RequestListener} */
  const answer = async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const { url = '', headers, method } = request;
    requests.push({ url, body });
    if (mode === 'silent') return;
    if (method !== 'POST') return void response.writeHead(405, { allow: 'POST' }).end();
    if (mode !== 'pass') {
      response.writeHead(statuses[mode], {
        'content-type': 'application/json',
        location: 'https://elsewhere.example/',
      });
      return void response.end('"nonsense"');
    }
    if (key !== undefined && headers.authorization !== key) return void response.writeHead(401).end();
    const { to = '', text = '', account = '', code = '' } = read(body, headers['content-type'] ?? '');
    if (url.startsWith('/messages')) {
      messages.push({ to, text });
      onMessage({ to, text });
      return void response.writeHead(202).end();
    }
    const secret = accounts[account];
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ valid: secret !== undefined && code === totp(secret) }));
  };
  const onRequest = /** @type {import('node:http').RequestListener} */ (
    (request, response) => void Promise.resolve(answer(request, response)).catch(() => response.destroy())
  );
  const server = tls ? createHttpsServer(tls, onRequest) : createHttpServer(onRequest);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${address.port}`,
    messages,
    requests,
    /** From the next connection on, where it is https. @param {import('./certificates.mjs').Pair} next */
    present: (next) => {
      if ('setSecureContext' in server) server.setSecureContext(next);
      server.closeAllConnections();
    },
    /** @param {GatewayMode} next */
    set: (next) => void (mode = next),
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
