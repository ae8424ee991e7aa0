import { createRelay, type ReachableRelay } from './mail/relay.js';
import type { Network } from './network/network.js';
import { isAllowedRelay } from './policy/hosts.js';
import type { Policy } from './policy/schema.js';
import { systemAuthorities } from './registry/ldap-authorities.js';

/** The company's mail relay; null where the policy names none. */
export const composeRelay = (policy: Policy, network: Pick<Network, 'caCertificates'>): ReachableRelay | null =>
  policy.mail
    ? createRelay({
        policy: policy.mail,
        allows: (url) => isAllowedRelay(url, policy),
        authorities: async () => [...(await systemAuthorities()), ...network.caCertificates()],
      })
    : null;
