// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';

/** @typedef {import('node:stream').Duplex} Duplex */

/** @param {string} status @param {readonly string[]} [headers] @param {string} [body] */
const says =
  (status, headers = [], body = '<!doctype html><title>The proxy</title>') =>
  (/** @type {Duplex} */ client) => {
    // It closes, and says so: else the next request may come on a connection that is about to go.
    const closing = ['Connection: close', 'Proxy-Connection: close', 'Content-Type: text/html'];
    const head = [`HTTP/1.1 ${status}`, ...closing, `Content-Length: ${body.length}`, ...headers];
    client.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  };

/** What the proxy can do instead of its work. `refuse` is not here: then nobody listens. */
const faults = {
  basic: says('407 Proxy Authentication Required', ['Proxy-Authenticate: Basic realm="The network"']),
  digest: says('407 Proxy Authentication Required', ['Proxy-Authenticate: Digest realm="The network", nonce="n"']),
  negotiate: says('407 Proxy Authentication Required', ['Proxy-Authenticate: Negotiate']),
  ntlm: says('407 Proxy Authentication Required', ['Proxy-Authenticate: NTLM']),
  forbidden: says('403 Forbidden'),
  badGateway: says('502 Bad Gateway'),
  html: says('200 OK'),
  portal: says('302 Found', ['Location: http://portal.example/']),
  rubbish: (/** @type {Duplex} */ client) => void client.end('what?\r\n\r\n'),
  reset: (/** @type {Duplex} */ client) => void client.destroy(),
  silent: () => {},
};

/**
 * `signedIn` passes whoever shows a ticket (RFC 4559), and asks everybody else for one.
 * @typedef {keyof typeof faults | 'pass' | 'signedIn' | 'refuse'} ProxyFault
 */

/**
 * A real forward proxy on loopback, of the kind that tunnels by CONNECT (RFC 9110 §9.3.6), and the script that tells of it. It begins
 * with `pass`. Names it does not know, it does not reach. `asked` is every target asked for, in order, with its credentials.
 * @param {Record<string, number>} hosts the loopback port behind each `host:port`
 */
export async function startForwardProxy(hosts) {
  /** @type {ProxyFault} */
  let fault = 'pass';
  let port = 0;
  /** @type {{ target: string, credentials: string | undefined }[]} */
  const asked = [];
  let scriptsRead = 0;
  /** @type {Set<Duplex>} */
  const open = new Set();

  const script = () => `function FindProxyForURL(url, host) { return 'PROXY 127.0.0.1:${port}'; }`;
  const server = createServer((request, response) => {
    if (request.url !== '/proxy.pac') {
      asked.push({ target: request.url ?? '', credentials: request.headers['proxy-authorization'] });
      return void response.writeHead(501).end();
    }
    scriptsRead += 1;
    response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' }).end(script());
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.on('connect', (request, client, head) => {
    const target = request.url ?? '';
    asked.push({ target, credentials: request.headers['proxy-authorization'] });
    client.on('error', () => {});
    const signedIn = /^Negotiate [\w+/=]{100,}$/.test(request.headers['proxy-authorization'] ?? '');
    if (fault === 'signedIn' && !signedIn) return faults.negotiate(client);
    if (fault !== 'pass' && fault !== 'signedIn' && fault !== 'refuse') return faults[fault](client);
    const behind = hosts[target];
    if (behind === undefined) return faults.badGateway(client);
    const onward = connect(behind, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      client.pipe(onward).pipe(client);
    });
    onward.on('error', () => client.destroy());
    client.on('close', () => onward.destroy());
  });

  const listen = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  };
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };

  await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    pac: `http://127.0.0.1:${port}/proxy.pac`,
    asked,
    scriptsRead: () => scriptsRead,
    /** Tunnels that were open are cut. @param {ProxyFault} next */
    set: async (next) => {
      fault = next;
      await close();
      if (next !== 'refuse') await listen();
    },
    stop: close,
  };
}
