// @ts-check
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A port that is free now; for servers that cannot be asked to choose one by themselves. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** Some servers say that they start before anybody can connect. @param {string} host @param {number} port */
export async function listening(host, port) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const socket = connect(port, host);
    const reached = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (reached) return;
    if (Date.now() > deadline) throw new Error(`nobody listens on ${host}:${port}`);
    await wait(10);
  }
}
