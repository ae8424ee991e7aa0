import { fail, type ErrorCode, type Failure } from '../../../../shared/result.js';

/** Why there was no answer of the provider, thrown through the library that asked. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

/** What the transport says of any server, said of the provider. */
const ofTransport: Readonly<Partial<Record<ErrorCode, ErrorCode>>> = {
  'registry-unreachable': 'provider-unreachable',
  'registry-timeout': 'provider-timeout',
  'registry-certificate': 'provider-certificate',
  'registry-redirected': 'provider-redirected',
  'registry-too-large': 'provider-too-large',
  'search-cancelled': 'sign-in-cancelled',
};

export const transportFailure = (code: ErrorCode): ProviderFailure =>
  new ProviderFailure(ofTransport[code] ?? 'provider-invalid');

/** openid-client's codes; what is not listed is an answer that makes no sense. */
const ofLibrary: Readonly<Record<string, ErrorCode>> = {
  OAUTH_AUTHORIZATION_RESPONSE_ERROR: 'sign-in-refused',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'provider-failed',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'provider-mismatch',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'sign-in-clock',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'id-token-invalid',
  OAUTH_KEY_SELECTION_FAILED: 'id-token-invalid',
  OAUTH_INVALID_RESPONSE: 'id-token-invalid',
};

const fieldOf = (cause: unknown, name: string): unknown =>
  typeof cause === 'object' && cause !== null && name in cause ? (cause as Record<string, unknown>)[name] : undefined;

const refusalOf = (cause: unknown): ErrorCode => {
  const status = fieldOf(cause, 'status');
  return typeof status === 'number' && status >= 500 ? 'provider-failed' : 'sign-in-refused';
};

const codeOf = (cause: unknown, depth = 0): ErrorCode => {
  if (cause instanceof ProviderFailure) return cause.code;
  const code = fieldOf(cause, 'code');
  if (code === 'OAUTH_RESPONSE_BODY_ERROR') return refusalOf(cause);
  if (typeof code === 'string' && ofLibrary[code]) return ofLibrary[code];
  const inner = fieldOf(cause, 'cause');
  return inner === undefined || depth > 5 ? 'provider-invalid' : codeOf(inner, depth + 1);
};

/** The failure that an error of the library means. Its message goes nowhere: it may quote a token. */
export const providerFailure = (cause: unknown): { ok: false; error: Failure } => fail(codeOf(cause));

/** Whether the provider says that the grant is over (RFC 6749 §5.2). */
export const isGrantOver = (cause: unknown): boolean => fieldOf(cause, 'error') === 'invalid_grant';
