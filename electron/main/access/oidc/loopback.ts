import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, ok, type Result } from '../../../../shared/result.js';

/** Where the browser brings the answer back (RFC 8252 §7.3). */
export interface Loopback {
  readonly redirectUri: string;
  /** The address the browser came to. Fails with `sign-in-timeout` or `sign-in-cancelled`. */
  readonly answered: Promise<Result<URL>>;
  close(): void;
}

interface Options {
  readonly signal: AbortSignal;
  /** Random when not told. */
  readonly path?: string | undefined;
  /** Milliseconds to wait for the browser. */
  readonly patience?: number;
}

const goodbye = [
  'Tunniste: voit sulkea tämän välilehden ja palata työpisteeseen.',
  'Tunniste: du kan stänga den här fliken och gå tillbaka till arbetsplatsen.',
  'Tunniste: you can close this tab and go back to the desk.',
].join('\n\n');

const say = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(text);
};

/** What a request line asks for; null when that is no address. */
const addressOf = (path: string, base: string): URL | null => {
  try {
    return new URL(path, base);
  } catch {
    return null;
  }
};

/**
 * Waits on 127.0.0.1, at a random port and path, for exactly one request; then nobody is listening any more. Fails with
 * `sign-in-listener` when that cannot be done.
 */
export const openLoopback = async ({ signal, path, patience = 180_000 }: Options): Promise<Result<Loopback>> => {
  const own = path ?? `/${randomBytes(24).toString('base64url')}`;
  let settle: (result: Result<URL>) => void = () => undefined;
  const answered = new Promise<Result<URL>>((resolve) => (settle = resolve));
  const server = createServer({ requestTimeout: 10_000 });

  const close = (): void => {
    clearTimeout(late);
    signal.removeEventListener('abort', cancel);
    server.close();
    server.closeIdleConnections();
  };
  const end = (result: Result<URL>): void => {
    settle(result);
    close();
  };
  const cancel = (): void => end(fail('sign-in-cancelled'));
  const late = setTimeout(() => end(fail('sign-in-timeout')), patience);
  signal.addEventListener('abort', cancel);

  const take = ({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void => {
    // SECURITY: a page of another origin that found the port would come by another name (DNS rebinding).
    if (headers.host !== host) return say(response, 421, '');
    const address = addressOf(url, redirectUri);
    if (method !== 'GET' || address?.origin !== `http://${host}` || address.pathname !== own)
      return say(response, 404, '');
    if (!server.listening) return say(response, 410, '');
    say(response, 200, goodbye);
    end(ok(address));
  };

  const listening = await listen(server);
  if (!listening || signal.aborted) {
    end(fail('sign-in-cancelled'));
    return fail(listening ? 'sign-in-cancelled' : 'sign-in-listener');
  }
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const redirectUri = `http://${host}${own}`;
  server.on('request', take);
  return ok({ redirectUri, answered, close: () => end(fail('sign-in-cancelled')) });
};

const listen = (server: ReturnType<typeof createServer>): Promise<boolean> =>
  new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(0, '127.0.0.1', () => resolve(true));
  });
