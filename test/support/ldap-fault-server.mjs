// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { elementAt, elements } from './ber.mjs';
import { faults } from './ldap-faults.mjs';

/** @typedef {keyof typeof faults} LdapFault */

const kinds = /** @type {const} */ ({ 0x60: 'bind', 0x63: 'search', 0x6e: 'compare' });

/** @param {import('node:net').Server} server */
async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
}

/** @param {import('node:net').Server} server @param {ReadonlySet<import('node:net').Socket>} sockets */
async function close(server, sockets) {
  const closed = once(server, 'close');
  server.close();
  for (const socket of sockets) socket.destroy();
  await closed;
}

/** Calls back with every whole message. @param {import('node:net').Socket} socket @param {(id: number, tag: number) => void} onMessage */
function hear(socket, onMessage) {
  let bytes = Buffer.alloc(0);
  socket.on('data', (part) => {
    bytes = Buffer.concat([bytes, part]);
    for (let next = elementAt(bytes); next; next = elementAt(bytes)) {
      const [id, operation] = elements(next.content);
      onMessage(id?.content.readIntBE(0, id.content.length) ?? 0, operation?.tag ?? 0);
      bytes = bytes.subarray(next.end);
    }
  });
}

/**
 * A directory over LDAPS that misbehaves as told; it begins with `sound`. `connections` counts who came, `sent` the bytes that were taken.
 * @param {import('node:tls').TlsOptions} tls
 */
export async function startLdapFaultServer(tls) {
  /** @type {LdapFault} */
  let fault = 'sound';
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const counted = { connections: 0, sent: 0 };
  const server = createTlsServer(tls, (socket) => {
    counted.connections += 1;
    sockets.add(socket);
    socket.on('error', () => {}); // the client hangs up in the middle of things
    socket.on('close', () => {
      counted.sent = socket.bytesWritten;
      sockets.delete(socket);
    });
    hear(socket, (id, tag) => {
      const kind = tag in kinds ? kinds[/** @type {keyof typeof kinds} */ (tag)] : 'other';
      if (kind !== 'other') faults[fault]({ id, kind, socket });
    });
  });
  server.on('tlsClientError', () => {});
  const port = await listen(server);
  return {
    ldaps: `ldaps://127.0.0.1:${port}`,
    counted,
    set: (/** @type {LdapFault} */ next) => void (fault = next),
    stop: () => close(server, sockets),
  };
}

/**
 * A directory that is asked for StartTLS and answers so; `clear` is all that it heard without encryption.
 * @param {Buffer | 'cuts' | 'silence'} answer
 */
export async function startClearServer(answer) {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  /** @type {Buffer[]} */
  const clear = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (part) => clear.push(part));
    socket.once('data', () => {
      if (answer === 'cuts') socket.destroy();
      else if (answer !== 'silence') socket.write(answer);
    });
  });
  const port = await listen(server);
  return { ldap: `ldap://127.0.0.1:${port}`, clear, stop: () => close(server, sockets) };
}
