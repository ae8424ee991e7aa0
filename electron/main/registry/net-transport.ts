import { net, session, type ClientRequest, type IncomingMessage, type Session } from 'electron';
import type { ErrorCode } from '../../../shared/result.js';
import { createSend, type HttpRequest, type Listener, type Send } from './transport.js';

/** Chromium's names of what can go wrong; whatever is not listed means that the registry was not reached. */
const codes: readonly (readonly [RegExp, ErrorCode])[] = [
  [/ERR_(?:CERT_|SSL_|BAD_SSL|CERTIFICATE_|INSECURE_|TLS13_)/, 'registry-certificate'],
  [/ERR_(?:INVALID_HTTP_RESPONSE|CONTENT_DECODING|RESPONSE_HEADERS|INVALID_CHUNKED)/, 'registry-invalid'],
  [/ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, 'registry-timeout'],
  [/[Rr]edirect/, 'registry-redirected'],
];

const codeOf = ({ message }: Error): ErrorCode =>
  codes.find(([pattern]) => pattern.test(message))?.[1] ?? 'registry-unreachable';

const header = ({ headers }: IncomingMessage, name: string): string | null => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
};

const follow = (response: IncomingMessage, listener: Listener): void => {
  listener.head({
    status: response.statusCode,
    contentType: header(response, 'content-type') ?? '',
    retryAfter: header(response, 'retry-after'),
    dpopNonce: header(response, 'dpop-nonce'),
  });
  response.on('data', (part) => listener.data(part));
  response.on('end', () => listener.end());
  response.on('error', (error: Error) => listener.fail(codeOf(error)));
  response.on('aborted', () => listener.fail('registry-unreachable'));
};

const start = (own: Session, { method, url, headers, body }: HttpRequest, listener: Listener): ClientRequest => {
  const request = net.request({
    method,
    url,
    session: own,
    // SECURITY: an answer from anywhere else is not the registry's; the token goes nowhere else either.
    redirect: 'manual',
    // SECURITY: no cookies, no client certificate, no password box of a server or proxy.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    bypassCustomProtocolHandlers: true,
  });
  for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
  request.on('redirect', () => listener.fail('registry-redirected'));
  request.on('login', (_about, answer) => answer());
  request.on('error', (error) => listener.fail(codeOf(error)));
  request.on('response', (response) => follow(response, listener));
  request.end(body ?? undefined);
  return request;
};

/** A session of its own, in memory: nothing of the server is cached, and nothing of the window's or of another server's reaches it. */
const ownSession = (name: string): Session => {
  const own = session.fromPartition(name, { cache: false });
  // SECURITY: older TLS can be read on the way. Certificates are judged by Chromium and the system's store; nothing here may overrule that.
  own.setSSLConfig({ minVersion: 'tls1.2' });
  return own;
};

interface NetOptions {
  readonly partition?: string;
  readonly deadlineMilliseconds?: number;
}

/**
 * Sends over Chromium's network stack, with the system's proxy and certificate store. The session is made with the first request, when
 * Electron is ready for sure.
 * @param partition the name of the session, one for each kind of server
 * @param deadlineMilliseconds for the whole exchange; 10 s if not told
 */
export const createNetSend = ({ partition = 'registry', deadlineMilliseconds }: NetOptions = {}): Send => {
  let own: Session | null = null;
  return createSend({
    open: (request, listener) => {
      const started = start((own ??= ownSession(partition)), request, listener);
      return () => started.abort();
    },
    ...(deadlineMilliseconds !== undefined && { deadlineMilliseconds }),
  });
};
