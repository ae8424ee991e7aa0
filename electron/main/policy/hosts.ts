import type { PolicyProblem } from '../../../shared/desk-state.js';
import type { Policy } from './schema.js';

interface Found {
  readonly path: readonly string[];
  readonly kind: PolicyProblem['kind'];
  readonly detail: string;
}

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether the policy lists this host; an entry without a port allows every port of that host. */
const isAllowedHost = (url: URL, allowedHosts: readonly string[]): boolean =>
  allowedHosts.some((allowed) => allowed === url.host || allowed === url.hostname);

/** Plain http leaves nothing on the wire only when the wire never leaves this machine (as RFC 8252 §8.3 has it for loopback). */
const isAllowedScheme = (url: URL, demo: boolean): boolean =>
  url.protocol === 'https:' || (demo && url.protocol === 'http:' && loopback.has(url.hostname));

/** Whether the desk may talk to an address at all; without a policy it may talk to none. */
export const allowedBy =
  (policy: Policy | null) =>
  (url: URL): boolean =>
    policy !== null && isAllowedHost(url, policy.allowedHosts) && isAllowedScheme(url, policy.demo);

/** What a schema cannot say: that every address named in the policy is one the policy allows. */
export const hostProblems = (policy: Policy): Found[] => {
  const problemsOf = (path: readonly string[], address: string): Found[] => {
    const url = new URL(address);
    return [
      ...(isAllowedHost(url, policy.allowedHosts)
        ? []
        : [{ path, kind: 'host-not-allowed' as const, detail: url.host }]),
      ...(isAllowedScheme(url, policy.demo) ? [] : [{ path, kind: 'plain-http' as const, detail: url.protocol }]),
    ];
  };
  return [
    ...problemsOf(['registry', 'url'], policy.registry.url),
    ...(policy.signIn.kind === 'oidc' ? problemsOf(['signIn', 'issuer'], policy.signIn.issuer) : []),
  ];
};
