import { connect } from 'node:net';
import type { Result } from '../../../shared/result.js';
import type { Policy } from '../policy/schema.js';
import type { HttpRequest } from '../registry/transport.js';
import { sound, wrong, type Check, type Finding } from './check.js';

interface Ways {
  /** One request; fails with a `registry-…` code, whoever was asked. */
  readonly ask: (request: HttpRequest, signal: AbortSignal) => Promise<Result<{ readonly status: number }>>;
  /** Greets the mail relay and gives it no mail. */
  readonly greet: () => Promise<Result<void>>;
}

/** Milliseconds until a port has to answer. */
const patience = 10_000;

/** Which way it failed, without whose failure the code was made for. */
const told = (code: string): string => code.replace(/^(?:registry|mail)-/, '');

const askHttp = async (ask: Ways['ask'], url: string): Promise<Finding> => {
  const request = { method: 'GET', url, headers: {}, body: null } as const;
  const answer = await ask(request, new AbortController().signal);
  const { host } = new URL(url);
  // Nobody is signed in: that it answers, by a trusted certificate, is all there is to see. To be sent elsewhere is an answer too.
  if (answer.ok) return sound(`${host} answered ${answer.value.status}`);
  const { code } = answer.error;
  return code === 'registry-redirected' ? sound(`${host} answered`) : wrong(`${host}: ${told(code)}`);
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

const people = ({ registry }: Policy, ask: Ways['ask']): Check => ({
  name: 'registry',
  run: () =>
    registry.kind === 'scim'
      ? askHttp(ask, `${registry.url.replace(/\/$/, '')}/ServiceProviderConfig`)
      : knock(new URL(registry.url)),
});

const provider = ({ signIn }: Policy, ask: Ways['ask']): readonly Check[] => {
  if (signIn.kind !== 'oidc') return [];
  const metadata = `${signIn.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  return [{ name: 'sign-in', run: () => askHttp(ask, metadata) }];
};

const mailRelay = ({ mail }: Policy, greet: Ways['greet']): readonly Check[] => {
  if (!mail) return [];
  const { hostname } = new URL(mail.relay);
  const run = async (): Promise<Finding> => {
    const greeted = await greet();
    return greeted.ok ? sound(`${hostname} answered, encrypted`) : wrong(`${hostname}: ${told(greeted.error.code)}`);
  };
  return [{ name: 'mail', run }];
};

/** A gateway does something for a POST alone: a question without anything in it sends no message and checks no password. */
const gateways = ({ factors: { smsCode, totp } }: Policy, ask: Ways['ask']): readonly Check[] =>
  [
    { name: 'text-messages', url: smsCode.gateway?.url },
    { name: 'one-time-passwords', url: totp.verifier?.url },
  ].flatMap(({ name, url }) => (url === undefined ? [] : [{ name, run: () => askHttp(ask, url) }]));

/** A collector gets nothing but entries: all that can be seen without one is whether somebody is there. */
const collectors = ({ audit }: Policy): readonly Check[] =>
  audit.deliver.map(({ url }) => ({ name: 'collector', run: () => knock(new URL(url)) }));

/** A check for each server that the policy names. */
export const serverChecks = (policy: Policy, { ask, greet }: Ways): readonly Check[] => [
  people(policy, ask),
  ...provider(policy, ask),
  ...mailRelay(policy, greet),
  ...gateways(policy, ask),
  ...collectors(policy),
];
