import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';
import type { HttpAnswer, HttpRequest, Send } from '../registry/transport.js';

export interface GatewayParts {
  /** Whether the policy lets the desk talk to this address; asked before each request. */
  readonly allows: (url: URL) => boolean;
  readonly send: Send;
  /** The credential of that name in the key ring; null when there is none. */
  readonly secret: () => string | null;
}

/** What the transport says of any server, said of a gateway. */
const ofTransport: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  'registry-unreachable': 'gateway-unreachable',
  'registry-timeout': 'gateway-timeout',
  'registry-certificate': 'gateway-certificate',
  'registry-redirected': 'gateway-invalid',
  'registry-too-large': 'gateway-invalid',
  'registry-invalid': 'gateway-invalid',
};

const ofStatus = (status: number): ErrorCode => {
  if (status === 401 || status === 403) return 'gateway-unauthorised';
  if (status === 407) return 'proxy-refused';
  if (status === 429 || status === 503) return 'gateway-busy';
  return status >= 400 ? 'gateway-failed' : 'gateway-invalid';
};

/** The policy's headers with the credential in its place; null when one is wanted and there is none, or it could smuggle a header. */
const headersWith = (headers: Readonly<Record<string, string>>, secret: () => string | null) => {
  const wanted = Object.values(headers).some((value) => value.includes('{{secret}}'));
  const held = wanted ? secret() : '';
  if (held === null || !/^[\x20-\x7e]*$/.test(held)) return null;
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.replaceAll('{{secret}}', () => held)]),
  );
};

/** Asks a gateway of the policy and answers what it said with 2xx. Fails with a `gateway-…` code, `proxy-…` or `policy-invalid`. */
export const askGateway = async (
  { allows, send, secret }: GatewayParts,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<Result<HttpAnswer>> => {
  if (!allows(new URL(request.url))) return fail('policy-invalid');
  const headers = headersWith(request.headers, secret);
  if (!headers) return fail('gateway-secret-missing');
  const answer = await send({ ...request, headers }, signal);
  if (!answer.ok) return fail(ofTransport[answer.error.code] ?? answer.error.code);
  const { status } = answer.value;
  return status >= 200 && status < 300 ? ok(answer.value) : fail(ofStatus(status));
};
