import { net, type ClientRequest, type IncomingMessage, type Session } from 'electron';
import type { ErrorCode } from '../../../shared/result.js';
import { networkFailure } from '../network/failure.js';
import type { Network } from '../network/network.js';
import { createSend, type HttpRequest, type Listener, type Send } from './transport.js';

/** Chromium's names of what can go wrong at the registry; whatever is not listed means that it was not reached. */
const codes: readonly (readonly [RegExp, ErrorCode])[] = [
  [/ERR_(?:CERT_|SSL_|BAD_SSL|CERTIFICATE_|INSECURE_|TLS13_)/, 'registry-certificate'],
  [/ERR_(?:INVALID_HTTP_RESPONSE|CONTENT_DECODING|RESPONSE_HEADERS|INVALID_CHUNKED)/, 'registry-invalid'],
  [/ERR_TIMED_OUT|ERR_CONNECTION_TIMED_OUT/, 'registry-timeout'],
  [/[Rr]edirect/, 'registry-redirected'],
];

const codeOf = ({ message }: Error): ErrorCode =>
  networkFailure(message) ?? codes.find(([pattern]) => pattern.test(message))?.[1] ?? 'registry-unreachable';

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

const start = (session: Session, { method, url, headers, body }: HttpRequest, listener: Listener): ClientRequest => {
  const request = net.request({
    method,
    url,
    session,
    // SECURITY: an answer from anywhere else is not the registry's; the token goes nowhere else either.
    redirect: 'manual',
    // SECURITY: no cookies, and no signed-in account for a server; a proxy gets the account that the system offers it.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    bypassCustomProtocolHandlers: true,
  });
  for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
  request.on('redirect', () => listener.fail('registry-redirected'));
  request.on('login', ({ isProxy }, answer) => {
    // SECURITY: no password box of ours, for nobody.
    answer();
    if (isProxy) listener.fail('proxy-refused');
  });
  request.on('error', (error) => listener.fail(codeOf(error)));
  request.on('response', (response) => follow(response, listener));
  request.end(body ?? undefined);
  return request;
};

interface Parts {
  readonly network: Network;
  /** For the whole exchange; 10 s if not told. */
  readonly deadlineMilliseconds?: number;
}

/** Sends over Chromium's network stack, by the desk's own session. */
export const createNetSend = ({ network, deadlineMilliseconds }: Parts): Send =>
  createSend({
    open: (request, listener) => {
      const stop = new AbortController();
      const begin = (session: Session): void => {
        if (stop.signal.aborted) return;
        const started = start(session, request, listener);
        stop.signal.addEventListener('abort', () => started.abort());
      };
      network
        .session(new URL(request.url))
        .then(begin)
        .catch((error: unknown) => listener.fail(error instanceof Error ? codeOf(error) : 'registry-unreachable'));
      return () => stop.abort();
    },
    ...(deadlineMilliseconds !== undefined && { deadlineMilliseconds }),
  });
