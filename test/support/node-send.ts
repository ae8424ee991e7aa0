import { request as plain, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import type { ErrorCode } from '../../shared/result.js';
import { createSend, type Listener, type Open, type Send } from '../../electron/main/registry/transport.js';

interface Options {
  /** PEM of the authority to trust. */
  readonly ca?: string;
  readonly deadlineMilliseconds?: number;
}

const codeOf = (error: NodeJS.ErrnoException): ErrorCode => {
  if (/CERT|SIGNATURE|SSL|TLS|EPROTO/.test(error.code ?? '')) return 'registry-certificate';
  return error.code?.startsWith('HPE_') ? 'registry-invalid' : 'registry-unreachable';
};

const follow = (response: IncomingMessage, listener: Listener): void => {
  const { 'content-type': contentType = '', 'retry-after': retryAfter = null, 'dpop-nonce': nonce } = response.headers;
  const dpopNonce = typeof nonce === 'string' ? nonce : null;
  listener.head({ status: response.statusCode ?? 0, contentType, retryAfter, dpopNonce });
  response.on('data', (part: Buffer) => listener.data(part));
  response.on('end', () => listener.end());
  response.on('error', (error) => listener.fail(codeOf(error)));
};

/** The product's exchange over Node's own stack, so that everything but Chromium is proven without a window. */
export const createNodeSend = ({ ca, deadlineMilliseconds }: Options = {}): Send => {
  const open: Open = ({ method, url, headers, body }, listener) => {
    const start = url.startsWith('https:') ? secure : plain;
    const request = start(url, { method, headers, agent: false, minVersion: 'TLSv1.2', ...(ca && { ca }) });
    request.on('response', (response) => follow(response, listener));
    request.on('error', (error) => listener.fail(codeOf(error)));
    request.end(body ?? undefined);
    return () => request.destroy();
  };
  return createSend({ open, ...(deadlineMilliseconds !== undefined && { deadlineMilliseconds }) });
};
