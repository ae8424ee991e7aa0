import type { PolicyView } from '../../../shared/desk-state.js';
import { rolesOf } from '../../../shared/purpose.js';
import { placeIn, type Layer } from './layer.js';
import type { Policy } from './schema.js';

type Values = PolicyView['values'][number];

const inText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const flatten = (value: unknown, layers: readonly Layer[], path: readonly string[] = []): Values[] => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => flatten(inner, layers, [...path, key]));
  }
  const shown = Array.isArray(value) ? value.map(inText).join(', ') : inText(value);
  return [{ path: path.join('.'), value: shown, from: placeIn(layers, path) }];
};

const sourcesOf = (layers: readonly Layer[]): string[] => layers.flatMap((layer) => layer.placeOf([])?.source ?? []);

/** What the window shows of the policy. A policy holds no secrets, so every effective value may be seen. */
export const policyView = (policy: Policy, layers: readonly Layer[]): PolicyView => ({
  sources: sourcesOf(layers),
  version: policy.version,
  organisation: policy.organisation.name,
  demo: policy.demo,
  signIn: policy.signIn.kind,
  providerHost: policy.signIn.kind === 'oidc' ? new URL(policy.signIn.issuer).host : null,
  registryHost: new URL(policy.registry.url).host,
  ticketExample: policy.ticket.example,
  purposes: Object.entries(policy.purposes).map(([id, rules]) => {
    const { kind, points, factors, strongest = null, compare, show, verifiedMinutes } = rules;
    return { id, kind, roles: rolesOf(rules), points, factors, strongest, compare, show, verifiedMinutes };
  }),
  values: flatten(policy, layers),
});
