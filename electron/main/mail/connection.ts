import { connect, type Socket } from 'node:net';

export interface RelayAddress {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else by STARTTLS. */
  readonly secure: boolean;
}

/** `smtps://[::1]:465` taken apart; the ports are those of RFC 8314 §3.3 and RFC 6409. */
export const relayAddress = (url: URL): RelayAddress => {
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
  };
};

/** A connection that nothing has been said on. Rejects with the system's error. */
export const openConnection = ({ host, port }: RelayAddress): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
