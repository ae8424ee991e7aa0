import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { PolicyView } from '../../../shared/desk-state.js';
import type { Policy } from './schema.js';

type Values = PolicyView['values'][number];

const flatten = (value: unknown, tree: Node, path: readonly string[] = []): Values[] => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => flatten(inner, tree, [...path, key]));
  }
  const shown = Array.isArray(value) ? value.join(', ') : String(value);
  return [{ path: path.join('.'), value: shown, from: findNodeAtLocation(tree, [...path]) ? 'file' : 'default' }];
};

/** What the window shows of the policy. A policy holds no secrets, so every effective value may be seen. */
export const policyView = (file: string, policy: Policy, tree: Node): PolicyView => ({
  file,
  version: policy.version,
  organisation: policy.organisation.name,
  demo: policy.demo,
  signIn: policy.signIn.kind,
  providerHost: policy.signIn.kind === 'oidc' ? new URL(policy.signIn.issuer).host : null,
  registryHost: new URL(policy.registry.url).host,
  ticketExample: policy.ticket.example,
  purposes: Object.entries(policy.purposes).map(([id, { points, factors, compare, show, verifiedMinutes }]) => ({
    id,
    points,
    factors,
    compare,
    show,
    verifiedMinutes,
  })),
  values: flatten(policy, tree),
});
