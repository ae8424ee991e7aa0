/** Every way an operation can be refused. A new code does not compile until `renderer/messages` has words for it in three languages. */
export type ErrorCode =
  // the door
  | 'unexpected'
  | 'invalid-request'
  | 'policy-invalid'
  | 'not-signed-in'
  | 'desk-locked'
  | 'not-same-agent'
  | 'forbidden'
  // credentials
  | 'keychain-missing'
  | 'keychain-locked'
  | 'keychain-denied'
  | 'keychain-timeout'
  | 'key-file-unreadable'
  | 'token-invalid'
  // sign-in
  | 'sign-in-kind'
  | 'sign-in-listener'
  | 'sign-in-browser'
  | 'sign-in-too-often'
  | 'sign-in-timeout'
  | 'sign-in-cancelled'
  | 'sign-in-state'
  | 'sign-in-refused'
  | 'sign-in-clock'
  | 'sign-in-no-name'
  | 'sign-in-no-role'
  | 'session-ended'
  | 'another-person'
  | 'second-agent-same'
  | 'second-agent-role'
  | 'provider-unreachable'
  | 'provider-timeout'
  | 'provider-certificate'
  | 'provider-failed'
  | 'provider-redirected'
  | 'provider-too-large'
  | 'provider-invalid'
  | 'provider-mismatch'
  | 'id-token-invalid'
  // audit
  | 'audit-unavailable'
  | 'audit-damaged'
  | 'audit-truncated'
  | 'audit-anchor-missing'
  | 'audit-in-use'
  | 'audit-folder-unsafe'
  | 'audit-not-open'
  | 'disk-low'
  // registry
  | 'registry-unreachable'
  | 'registry-timeout'
  | 'registry-certificate'
  | 'registry-unencrypted'
  | 'registry-unauthorised'
  | 'registry-key-missing'
  | 'registry-key-refused'
  | 'registry-forbidden'
  | 'registry-not-found'
  | 'registry-busy'
  | 'registry-failed'
  | 'registry-redirected'
  | 'registry-too-large'
  | 'registry-invalid'
  | 'search-cancelled'
  // the way there
  | 'proxy-refused'
  | 'proxy-blocked'
  | 'proxy-unreachable'
  | 'client-certificate-missing'
  // mail
  | 'mail-address-invalid'
  | 'mail-unreachable'
  | 'mail-timeout'
  | 'mail-certificate'
  | 'mail-unencrypted'
  | 'mail-unauthorised'
  | 'mail-refused'
  | 'mail-busy'
  // gateways: text messages, one-time passwords
  | 'gateway-unreachable'
  | 'gateway-timeout'
  | 'gateway-certificate'
  | 'gateway-unauthorised'
  | 'gateway-busy'
  | 'gateway-failed'
  | 'gateway-invalid'
  | 'gateway-secret-missing'
  // what the agent typed
  | 'purpose-unknown'
  | 'ticket-invalid'
  | 'link-off'
  | 'link-invalid'
  | 'identifier-too-short'
  | 'identifier-too-long'
  | 'identifier-invalid'
  | 'identifier-lookalike'
  | 'claims-missing'
  // the call's order
  | 'call-open'
  | 'no-call'
  | 'wrong-step'
  | 'candidate-unknown'
  | 'factor-unavailable'
  | 'dial-failed'
  | 'code-too-soon'
  | 'code-not-sent'
  | 'code-malformed'
  | 'code-expired'
  | 'field-not-allowed'
  | 'field-empty'
  | 'not-verified'
  | 'verification-expired'
  | 'not-revealed'
  | 'call-locked'
  | 'bypass-not-allowed'
  // requests
  | 'request-invalid'
  | 'request-filed'
  | 'request-unknown'
  | 'request-waiting'
  | 'request-nowhere'
  | 'request-unreadable'
  | 'requests-unavailable'
  // erasure
  | 'legal-hold'
  | 'nothing-sealed'
  | 'hold-invalid'
  | 'hold-unknown'
  // the watch
  | 'notice-not-accepted'
  | 'budget-exceeded'
  | 'reason-invalid'
  | 'flag-unknown'
  | 'lock-unknown';

export interface Failure {
  readonly code: ErrorCode;
  /** Seconds until trying again makes sense (HTTP Retry-After, RFC 9110 §10.2.3). */
  readonly retryAfterSeconds?: number;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: ErrorCode, more: Omit<Failure, 'code'> = {}): { ok: false; error: Failure } => ({
  ok: false,
  error: { code, ...more },
});
