import type { Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { SecondAgentPort } from '../call/colleague.js';
import type { Host } from '../desk.js';
import type { OidcPolicy, Policy } from '../policy/schema.js';
import type { Send } from '../registry/transport.js';
import { accessKeyOf } from './access-key.js';
import { createBrowsing, type Browsing } from './browsing.js';
import { bySigningIn, byToken, type Confirmation } from './confirm.js';
import { createOidcSignIn, type KeptStore, type OidcParts } from './oidc/oidc-sign-in.js';
import { createOtherSignIns } from './oidc/other-sign-ins.js';
import type { Provider } from './oidc/provider.js';
import { createSignIn, type SignIn, type TokenStore } from './session.js';

interface Parts extends Pick<OidcParts, 'leave' | 'mayKeepCall' | 'started' | 'door'> {
  /** Whether that key opens the registry. */
  readonly opens: (key: string) => Promise<Result<void>>;
  readonly policy: Policy | null;
  readonly store: TokenStore & KeptStore;
  readonly audit: AuditLog;
  /** `agent` is the account that is signed in to the workstation. */
  readonly host: Pick<Host, 'agent' | 'openBrowser' | 'emit'>;
  /** Whether the policy lets the desk talk to this address. */
  readonly allows: (url: URL) => boolean;
  /** Makes the way to the provider, when it is needed. */
  readonly send: () => Send;
}

export interface Access {
  readonly signIn: SignIn;
  /** Null where there is no provider that tells one agent from another. */
  readonly askSecondAgent: SecondAgentPort | null;
  /** How whoever unlocks the desk shows that they are the one who is signed in. */
  readonly confirmation: Confirmation;
}

/** Else the browser would sign in, the next time it is asked, whoever was there last. */
const leavingBrowser =
  ({ endSession }: Provider, { open }: Browsing) =>
  async (): Promise<void> => {
    const page = await endSession();
    if (page !== null) await open(page);
  };

/** The provider, loaded when it is first asked for anything: a desk that signs in by token never reads the library. */
const lateProvider = (policy: OidcPolicy, { allows, send }: Parts): Provider => {
  let loading: Promise<Provider> | null = null;
  const load = (): Promise<Provider> => (loading ??= loadProvider(policy, allows, send()));
  return {
    authorize: async (asking) => (await load()).authorize(asking),
    refresh: async (kept, keep) => (await load()).refresh(kept, keep),
    revoke: async (tokens) => (await load()).revoke(tokens),
    endSession: async () => (await load()).endSession(),
  };
};

const loadProvider = async (policy: OidcPolicy, allows: Parts['allows'], send: Send): Promise<Provider> => {
  const { createOpenIdProvider } = await import('./oidc/openid.js');
  return createOpenIdProvider({ policy, allows, send });
};

/** Sign-in as the policy has it. */
export const createAccess = (parts: Parts): Access => {
  const { policy, store, audit, started, host, leave, mayKeepCall, door, opens } = parts;
  const changed = (): void => host.emit({ kind: 'state' });
  if (policy?.signIn.kind !== 'oidc') {
    const person = { userName: host.agent, email: null, familyName: null };
    const who = { agent: host.agent, roles: policy?.signIn.roles ?? [], person };
    const isAccessKey = accessKeyOf(policy?.registry.kind);
    const signIn = createSignIn({ store, audit, who, started, opens, door, isAccessKey });
    return { signIn, askSecondAgent: null, confirmation: byToken(store) };
  }
  const oidc = policy.signIn;
  const provider = lateProvider(oidc, parts);
  const browsing = createBrowsing({ openBrowser: host.openBrowser, allows: parts.allows });
  const browser = { browse: browsing.browse, leaveBrowser: leavingBrowser(provider, browsing) };
  const signIn = createOidcSignIn({
    ...{ policy: oidc, store, provider, audit, started, ...browser, leave, mayKeepCall, door, changed },
  });
  const others = createOtherSignIns({ policy: oidc, provider, ...browser, sub: () => signIn.sub });
  return { signIn, askSecondAgent: others.secondAgent, confirmation: bySigningIn(others.confirmSamePerson) };
};
