import type { SignIn } from './access/session.js';
import type { Network } from './network/network.js';
import { isAllowedRegistry } from './policy/hosts.js';
import type { Policy } from './policy/schema.js';
import { createNetSend } from './registry/net-transport.js';
import { openRegistry } from './registry/open-registry.js';
import type { Registry } from './registry/registry.js';

/** The registry's part of the composition root. @param token what opens it, as the session or the desk has it at the time */
export const composeRegistry = (policy: Policy, network: Network, token: SignIn['accessToken']): Registry =>
  openRegistry({
    policy,
    allows: (url) => isAllowedRegistry(url, policy),
    token,
    authorities: network.caCertificates(),
    send: createNetSend({ network }),
  });
