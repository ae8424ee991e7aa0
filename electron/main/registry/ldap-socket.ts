import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';
import { startTls } from './ldap-start-tls.js';

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly startTls: boolean;
}

/** `ldaps://[::1]:636` taken apart; the ports are those of RFC 4516 and of use. */
export const addressOf = (url: URL, startTls: boolean): Address => ({
  host: url.hostname.replace(/^\[|\]$/g, ''),
  port: url.port === '' ? (url.protocol === 'ldap:' ? 389 : 636) : Number(url.port),
  startTls,
});

/** What the system says of a connection; anything else that ends a handshake is about trust. */
const connectionErrors = /^(?:ECONN|EHOST|ENET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_|EADDR|ENOTCONN|EACCES|EPERM)/;

const codeOf = ({ code = '' }: NodeJS.ErrnoException, handshake: boolean): ErrorCode => {
  if (code === 'ETIMEDOUT') return 'registry-timeout';
  return handshake && !connectionErrors.test(code) ? 'registry-certificate' : 'registry-unreachable';
};

/** Destroys a socket when `over` fires; answers how to leave that to somebody else. */
const endWith = (socket: Socket, over: AbortSignal): (() => void) => {
  const end = () => socket.destroy();
  over.addEventListener('abort', end);
  if (over.aborted) end();
  return () => over.removeEventListener('abort', end);
};

/** Waits until a socket can be used. */
const ready = <T extends Socket>(socket: T, event: 'connect' | 'secureConnect'): Promise<Result<T>> =>
  new Promise((resolve) => {
    socket.once(event, () => resolve(ok(socket)));
    // Stays for as long as the socket: an error that nobody listens to would end the app.
    socket.on('error', (error) => resolve(fail(codeOf(error, event === 'secureConnect'))));
    socket.once('close', () => resolve(fail('registry-unreachable')));
  });

const secured = (plain: Socket, host: string, secureContext: SecureContext): TLSSocket =>
  connectTls({
    socket: plain,
    host,
    // An address is checked against the certificate too, but is no name to ask for (RFC 6066 §3).
    ...(isIP(host) === 0 && { servername: host }),
    secureContext,
    // SECURITY: said aloud, because an environment variable could switch it off for the whole process.
    rejectUnauthorized: true,
  });

/**
 * A connection that is encrypted and whose certificate names the host; nothing but StartTLS has been said on it.
 * Fails with `registry-unreachable`, `-certificate`, `-timeout` or `-unencrypted`.
 */
export const openSocket = async (
  { host, port, startTls: begins }: Address,
  secureContext: SecureContext,
  over: AbortSignal,
): Promise<Result<TLSSocket>> => {
  const socket = connect({ host, port, noDelay: true });
  const letGo = endWith(socket, over);
  const plain = await ready(socket, 'connect');
  if (!plain.ok) return plain;
  const begun = begins ? await startTls(socket) : ok(undefined);
  if (!begun.ok) return begun;
  const encrypted = secured(socket, host, secureContext);
  // Who wraps a connection ends it: Node crashes when it is pulled from under its encryption.
  letGo();
  endWith(encrypted, over);
  return ready(encrypted, 'secureConnect');
};
