import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';
import type { HttpAnswer } from './transport.js';

const codes: Readonly<Record<number, ErrorCode>> = {
  401: 'registry-unauthorised',
  403: 'registry-forbidden',
  404: 'registry-not-found',
  407: 'proxy-refused',
  429: 'registry-busy',
};

const codeOf = (status: number): ErrorCode => {
  if (status >= 300 && status < 400) return 'registry-redirected';
  return codes[status] ?? (status >= 400 ? 'registry-failed' : 'registry-invalid');
};

/** Nobody waits at a desk for longer; a server that says so is not believed. */
const longestWait = 24 * 60 * 60;

/** Seconds to wait: Retry-After is a number of seconds or an HTTP date (RFC 9110 §10.2.3). */
const waitOf = (retryAfter: string | null, now: Date): { retryAfterSeconds?: number } => {
  if (retryAfter === null) return {};
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - now.getTime()) / 1000);
  return Number.isNaN(seconds) ? {} : { retryAfterSeconds: Math.min(Math.max(seconds, 0), longestWait) };
};

const isJson = (contentType: string): boolean => /^application\/(?:scim\+)?json\s*(?:;|$)/i.test(contentType);

const parsed = (body: Uint8Array): Result<unknown> => {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch {
    return fail('registry-invalid');
  }
};

/** The JSON of a good answer, else the `registry-…` code its status or its form means. */
export const jsonOf = (answer: HttpAnswer, now: Date): Result<unknown> => {
  const { status, contentType, retryAfter, body } = answer;
  if (status !== 200) return fail(codeOf(status), status === 429 || status === 503 ? waitOf(retryAfter, now) : {});
  return isJson(contentType) ? parsed(body) : fail('registry-invalid');
};
