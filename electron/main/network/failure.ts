import type { ErrorCode } from '../../../shared/result.js';

/** Chromium's names of what can go wrong on the way, before any server is asked anything. */
const known: readonly (readonly [RegExp, ErrorCode])[] = [
  [/ERR_(?:UNEXPECTED_)?PROXY_AUTH/, 'proxy-refused'],
  [/ERR_TUNNEL_CONNECTION_FAILED|ERR_HTTPS_PROXY_TUNNEL_RESPONSE/, 'proxy-blocked'],
  [/ERR_(?:PROXY_|MANDATORY_PROXY|PAC_|NO_SUPPORTED_PROXIES|SOCKS_)/, 'proxy-unreachable'],
  [/ERR_(?:BAD_)?SSL_CLIENT_AUTH/, 'client-certificate-missing'],
  [/ERR_BLOCKED_BY_CLIENT/, 'policy-invalid'],
];

/** What a net error (`net::ERR_…`) of the desk's session means when it is the network's and no server's; else null. */
export const networkFailure = (message: string): ErrorCode | null =>
  known.find(([pattern]) => pattern.test(message))?.[1] ?? null;
