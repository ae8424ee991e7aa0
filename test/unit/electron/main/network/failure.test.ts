import { describe, expect, it } from 'vitest';
import { networkFailure } from '../../../../../electron/main/network/failure.js';

describe('a net error', () => {
  it.each([
    ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy-refused'],
    ['ERR_PROXY_AUTH_REQUESTED', 'proxy-refused'],
    ['ERR_UNEXPECTED_PROXY_AUTH', 'proxy-refused'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy-blocked'],
    ['ERR_HTTPS_PROXY_TUNNEL_RESPONSE_REDIRECT', 'proxy-blocked'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy-unreachable'],
    ['ERR_PROXY_CERTIFICATE_INVALID', 'proxy-unreachable'],
    ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy-unreachable'],
    ['ERR_PAC_SCRIPT_FAILED', 'proxy-unreachable'],
    ['ERR_SOCKS_CONNECTION_FAILED', 'proxy-unreachable'],
    ['ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'client-certificate-missing'],
    ['ERR_BAD_SSL_CLIENT_AUTH_CERT', 'client-certificate-missing'],
    ['ERR_BLOCKED_BY_CLIENT', 'policy-invalid'],
  ])('%s is %s', (name, code) => {
    expect(networkFailure(`net::${name}`)).toBe(code);
  });

  it.each(['ERR_CONNECTION_REFUSED', 'ERR_CERT_AUTHORITY_INVALID', 'ERR_SSL_PROTOCOL_ERROR', 'ERR_NAME_NOT_RESOLVED'])(
    '%s is nobody’s on the way',
    (name) => {
      expect(networkFailure(`net::${name}`)).toBeNull();
    },
  );
});
