import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a collector that carries bytes as they are, and can be cut after so many of a connection's. */
export const startLine = async (url: string) => {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  let most = Number.POSITIVE_INFINITY;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let carried = 0;
    const cut = (): void => {
      near.resetAndDestroy();
      far.destroy();
    };
    for (const end of [near, far]) {
      open.add(end);
      end.on('error', cut);
      end.on('close', () => open.delete(end));
    }
    near.on('data', (part: Buffer) => {
      carried += part.length;
      far.write(part);
      if (carried > most) cut();
    });
    near.on('end', () => far.end());
    far.pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `tls://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutsAfter: (bytes: number) => void (most = bytes),
    stop: async (): Promise<void> => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
