import { connect } from 'node:net';
import type { Result } from '../../../shared/result.js';
import type { Policy } from '../policy/schema.js';
import type { HttpRequest } from '../registry/transport.js';
import { sound, wrong, type Check, type Finding } from './check.js';

type Ask = (request: HttpRequest, signal: AbortSignal) => Promise<Result<{ readonly status: number }>>;

/** Milliseconds until a port has to answer. */
const patience = 10_000;

const askHttp = async (ask: Ask, url: string): Promise<Finding> => {
  const request = { method: 'GET', url, headers: {}, body: null } as const;
  const answer = await ask(request, new AbortController().signal);
  // Nobody is signed in: that it answers, by a trusted certificate, is all there is to see. To be sent elsewhere is an answer too.
  if (answer.ok) return sound(`${new URL(url).host} answered ${answer.value.status}`);
  const { code } = answer.error;
  return code === 'registry-redirected'
    ? sound(`${new URL(url).host} answered`)
    : wrong(`${new URL(url).host}: ${code}`);
};

const usualPorts: Readonly<Record<string, number>> = {
  'ldap:': 389,
  'ldaps:': 636,
  'tls:': 6514,
  'http:': 80,
  'https:': 443,
};

const knock = ({ hostname, port, protocol }: URL): Promise<Finding> =>
  new Promise((resolve) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || usualPorts[protocol]),
    });
    const end = (finding: Finding): void => {
      socket.destroy();
      resolve(finding);
    };
    socket.setTimeout(patience, () => end(wrong(`${hostname} does not answer`)));
    socket.once('connect', () => end(sound(`${hostname} takes connections; its certificate was not looked at`)));
    socket.once('error', () => end(wrong(`${hostname} does not take connections`)));
  });

/** A check for each server that the policy names. */
export const serverChecks = (policy: Policy, ask: Ask): readonly Check[] => {
  const { registry, signIn, audit } = policy;
  const people: Check =
    registry.kind === 'scim'
      ? { name: 'registry', run: () => askHttp(ask, `${registry.url.replace(/\/$/, '')}/ServiceProviderConfig`) }
      : { name: 'registry', run: () => knock(new URL(registry.url)) };
  // A collector gets nothing but entries: all that can be seen without one is whether somebody is there.
  const collectors = audit.deliver.map(({ url }): Check => ({ name: 'collector', run: () => knock(new URL(url)) }));
  if (signIn.kind !== 'oidc') return [people, ...collectors];
  const metadata = `${signIn.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return [people, { name: 'sign-in', run: () => askHttp(ask, metadata) }, ...collectors];
};
