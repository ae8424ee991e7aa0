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
const isAllowedScheme = ({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>, demo: boolean): boolean =>
  protocol === 'https:' || (demo && protocol === 'http:' && loopback.has(hostname));

/** SECURITY: a directory is talked to over TLS, from the start or by StartTLS before anything else; in a demo too. */
const schemeProblem = ({ registry, demo }: Policy, { protocol, hostname }: URL): Found['kind'] | null => {
  if (registry.kind === 'scim') return isAllowedScheme({ protocol, hostname }, demo) ? null : 'plain-http';
  if (protocol === 'ldap:') return registry.startTls ? null : 'plain-http';
  return registry.startTls ? 'wrong-value' : null;
};

/** Whether the desk may talk to its registry at this address. */
export const isAllowedRegistry = (url: URL, policy: Policy): boolean =>
  isAllowedHost(url, policy.allowedHosts) && schemeProblem(policy, url) === null;

/** Whether the desk may hand mail to a relay at this address; either scheme is encrypted before anything is said. */
export const isAllowedRelay = (url: URL, { allowedHosts }: Policy): boolean =>
  /^smtps?:$/.test(url.protocol) && isAllowedHost(url, allowedHosts);

/** Whether the desk may hand its record to a collector at this address. */
export const isAllowedCollector = (url: URL, { allowedHosts, demo }: Policy): boolean =>
  isAllowedHost(url, allowedHosts) && (url.protocol === 'tls:' || isAllowedScheme(url, demo));

/** Whether the desk may talk to an address at all; without a policy it may talk to none. */
export const allowedBy =
  (policy: Policy | null) =>
  (url: URL): boolean =>
    policy !== null && isAllowedHost(url, policy.allowedHosts) && isAllowedScheme(url, policy.demo);

/** What factors ask over HTTPS, and where the policy says so. */
const gatewaysOf = ({ factors: { smsCode, totp } }: Policy): [path: readonly string[], url: URL][] => [
  ...(smsCode.gateway
    ? [[['factors', 'smsCode', 'gateway', 'url'], new URL(smsCode.gateway.url)] as [string[], URL]]
    : []),
  ...(totp.verifier ? [[['factors', 'totp', 'verifier', 'url'], new URL(totp.verifier.url)] as [string[], URL]] : []),
];

const collectorsOf = ({ audit }: Policy): [path: readonly string[], url: URL][] =>
  audit.deliver.map(({ url }, index) => [['audit', 'deliver', String(index), 'url'], new URL(url)]);

/** What a schema cannot say: that every address named in the policy is one the policy allows. */
export const hostProblems = (policy: Policy): Found[] => {
  const problemsOf = (path: readonly string[], url: URL, scheme: Found['kind'] | null): Found[] => [
    ...(isAllowedHost(url, policy.allowedHosts) ? [] : [{ path, kind: 'host-not-allowed' as const, detail: url.host }]),
    ...(scheme === null ? [] : [{ path, kind: scheme, detail: url.protocol }]),
  ];
  const registry = new URL(policy.registry.url);
  const problems = [
    ...problemsOf(['registry', 'url'], registry, schemeProblem(policy, registry)),
    ...(policy.mail ? problemsOf(['mail', 'relay'], new URL(policy.mail.relay), null) : []),
    ...gatewaysOf(policy).flatMap(([path, url]) =>
      problemsOf(path, url, isAllowedScheme(url, policy.demo) ? null : 'plain-http'),
    ),
    ...collectorsOf(policy).flatMap(([path, url]) =>
      problemsOf(path, url, url.protocol === 'tls:' || isAllowedScheme(url, policy.demo) ? null : 'plain-http'),
    ),
  ];
  if (policy.signIn.kind === 'token') return problems;
  const issuer = new URL(policy.signIn.issuer);
  const unsafe = isAllowedScheme(issuer, policy.demo) ? null : 'plain-http';
  return [...problems, ...problemsOf(['signIn', 'issuer'], issuer, unsafe)];
};
