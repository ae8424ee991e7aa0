import { isIP } from 'node:net';
import { connect, type ConnectionOptions } from 'node:tls';
import { fail, ok, type Result } from '../../../../shared/result.js';
import { syslogFailure } from './failure.js';

/** PEM. */
export interface Trust {
  readonly authorities: readonly string[];
  /** What the desk proves itself with, where the collector asks for it. */
  readonly own: { readonly cert: string; readonly key: string } | null;
}

export interface Patience {
  /** Milliseconds for everything, from the first packet to the last. */
  readonly deadline: number;
  /** Milliseconds between the last byte and the end of the connection. */
  readonly lingering: number;
}

/** RFC 5425 §4.1. */
const usualPort = 6514;

const optionsOf = (url: URL, { authorities, own }: Trust): ConnectionOptions => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: url.port === '' ? usualPort : Number(url.port),
    // An address is checked against the certificate too, but is no name to ask for (RFC 6066 §3).
    ...(isIP(host) === 0 && { servername: host }),
    ca: [...authorities],
    ...own,
    // SECURITY: older TLS can be read on the way.
    minVersion: 'TLSv1.2',
    // SECURITY: said aloud, because an environment variable could switch it off for the whole process.
    rejectUnauthorized: true,
  };
};

/**
 * Hands bytes over on a connection of their own and answers ok when the other end has closed it in order, after us.
 *
 * Syslog knows no acknowledgement (RFC 5425 §4.4 has only the end of a connection). An end that follows our own says that the collector's side
 * has taken everything before it: whoever closes with something unread resets the connection, and whoever closed first is found out because
 * we linger. It does not say that anything is on a disk there, and somebody on the way could forge it; the entries' numbers and hashes show
 * the collector what it misses. Whatever ends otherwise may have arrived in part.
 *
 * Fails with `collector-unreachable`, `-certificate`, `-unauthorised`, `-timeout` or `-cut`.
 */
export const handOver = (
  url: URL,
  bytes: Buffer,
  trust: Trust,
  over: AbortSignal,
  { deadline, lingering }: Patience,
): Promise<Result<void>> =>
  new Promise((resolve) => {
    const socket = connect(optionsOf(url, trust));
    const timers: NodeJS.Timeout[] = [];
    let secured = false;
    let ended = false;
    const settle = (result: Result<void>): void => {
      timers.forEach(clearTimeout);
      over.removeEventListener('abort', giveUp);
      socket.destroy();
      resolve(result);
    };
    const giveUp = (): void => settle(fail('collector-timeout'));
    const end = (): void => void socket.end(() => (ended = true));
    socket.on('error', (error) => settle(syslogFailure(error, secured)));
    socket.on('end', () => settle(ended ? ok(undefined) : fail('collector-cut')));
    socket.on('close', () => settle(fail('collector-cut')));
    socket.once('secureConnect', () => {
      secured = true;
      socket.write(bytes, () => timers.push(setTimeout(end, lingering)));
    });
    // What it says is nothing we know; it is read so that its end is seen.
    socket.resume();
    timers.push(setTimeout(giveUp, deadline));
    over.addEventListener('abort', giveUp);
    if (over.aborted) giveUp();
  });
