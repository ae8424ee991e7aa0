import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { protocol, type Protocol, type ProtocolRequest, type ProtocolResponse } from 'electron';

const scheme = 'app';
/** The only origin there is; `ipc.ts` answers nobody else. */
export const origin = `${scheme}://desk`;
export const startPage = `${origin}/index.html`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

// SECURITY: (7) nothing is loaded, connected to, framed or submitted to but our own files; no inline code, no eval, no network.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), clipboard-read=()',
};

/** Before `ready`. The scheme is standard (it has an origin) and secure, and may do nothing else a scheme can be allowed to. */
export const declareScheme = (): void => {
  // SECURITY: (1, 18) the page comes from our own scheme, not from the network and not from file://, which could read any file.
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
};

export interface PageFile {
  readonly bytes: Buffer;
  readonly type: string;
}

/** The page's files by their path in a URL. What is not in this list does not exist, whatever a URL is made to look like. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Read at once and before Chromium has started, so that the page never waits for the disk. */
export const readPageFiles = (folder: string): PageFiles =>
  new Map(
    readdirSync(folder, { withFileTypes: true }).flatMap((item): [string, PageFile][] => {
      const path = join(folder, item.name);
      if (item.isDirectory()) return [...readPageFiles(path)].map(([name, file]) => [`/${item.name}${name}`, file]);
      return [
        [`/${item.name}`, { bytes: readFileSync(path), type: types[extname(path)] ?? 'application/octet-stream' }],
      ];
    }),
  );

/** What a page goes through on its way out. */
type Dress = (page: Buffer) => Buffer;

const answer = (files: PageFiles, dress: Dress, { url, method }: ProtocolRequest): ProtocolResponse => {
  const { host, pathname } = new URL(url);
  const file = method === 'GET' && `${scheme}://${host}` === origin ? files.get(pathname) : undefined;
  if (!file) return { statusCode: 404, headers, data: Buffer.alloc(0) };
  const data = file.type === types['.html'] ? dress(file.bytes) : file.bytes;
  return { statusCode: 200, headers: { ...headers, 'Content-Type': file.type }, data };
};

interface Serving {
  /** The session's that is to see them; the window's unless told otherwise. */
  readonly way?: Protocol;
  readonly dress?: Dress;
}

/**
 * Serves files under `app://desk`, each with the headers above. Answers how to end it.
 * Not with `handle`: that loads the whole of `fetch` into main, while the agent waits for the first byte, and keeps it there.
 */
export const serveFiles = (
  files: PageFiles,
  { way = protocol, dress = (page) => page }: Serving = {},
): (() => void) => {
  way.registerBufferProtocol(scheme, (request, give) => give(answer(files, dress, request)));
  return () => void way.unregisterProtocol(scheme);
};
