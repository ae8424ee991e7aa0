import { fail, ok, type Result } from '../../../shared/result.js';
import type { Policy } from '../policy/schema.js';
import { systemAuthorities } from './ldap-authorities.js';
import { keptFields } from './ldap-kept.js';
import type { AccessToken, Registry } from './registry.js';
import { createScimRegistry } from './scim.js';
import type { Send } from './transport.js';

interface Parts {
  readonly policy: Policy;
  /** Whether the policy lets the desk talk to this address. */
  readonly allows: (url: URL) => boolean;
  /** What opens the registry: a bearer token, or the password of a directory's `bindDn`. */
  readonly token: (refused?: string) => Promise<Result<AccessToken>>;
  /** The authorities that the policy trusts beside the system's, PEM. */
  readonly authorities: readonly string[];
  /** How HTTP goes out; a directory is talked to directly. */
  readonly send: Send;
}

/** The registry that the policy names. The LDAP library is read when it is needed: most desks start without it. */
export const openRegistry = ({ policy, allows, token, authorities, send }: Parts): Registry => {
  const { registry } = policy;
  if (registry.kind === 'scim') return createScimRegistry({ policy: registry, allows, token, send });
  const kept = keptFields(policy);
  const password = async (): Promise<Result<string>> => {
    const held = await token();
    return held.ok ? ok(held.value.value) : held;
  };
  /** Where the key is the desk's own, signing in anew gives no other. */
  const told = <T>(answer: Result<T>): Result<T> => {
    const isRefused = !answer.ok && answer.error.code === 'registry-unauthorised';
    return isRefused && policy.signIn.kind === 'oidc' ? fail('registry-key-refused') : answer;
  };
  const all = async () => [...(await systemAuthorities()), ...authorities];
  let opening: Promise<Registry> | null = null;
  const open = (): Promise<Registry> =>
    (opening ??= import('./ldap.js').then(({ createLdapRegistry }) =>
      createLdapRegistry({ policy: registry, allows, password, authorities: all, kept }),
    ));
  return {
    search: async (...request) => told(await (await open()).search(...request)),
    opens: async (key) => (await open()).opens(key),
    inPlace: {
      fields: kept,
      compare: async (...request) => {
        const { inPlace } = await open();
        if (!inPlace) throw new Error('a directory compares in place');
        return told(await inPlace.compare(...request));
      },
    },
  };
};
