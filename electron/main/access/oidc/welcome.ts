import { fail, type ErrorCode, type Failure, type Result } from '../../../../shared/result.js';
import type { Role } from '../../policy/schema.js';
import { agentOf, identityOf } from './identity.js';
import type { Held, OidcParts } from './oidc-sign-in.js';
import type { Grant } from './provider.js';

interface Parts extends Pick<
  OidcParts,
  'policy' | 'store' | 'provider' | 'audit' | 'started' | 'leaveBrowser' | 'leave' | 'mayKeepCall' | 'door'
> {
  /** Whose call may be open: the agent who was here last. */
  readonly sub: () => string | null;
  /** @param signedInAt left out when the agent did not sign in themselves */
  readonly hold: (next: Held, signedInAt?: number) => void;
  readonly now: () => number;
}

/** How somebody came: by what was kept from last time, or themselves. */
type Arrival = 'kept-token' | 'provider';

/**
 * Takes somebody in who has signed in: on record, then kept, then at the desk. Whatever fails, or when nobody wants it any more, the
 * tokens are gone.
 */
export const createWelcome = (parts: Parts) => {
  const { policy, store, provider, audit, started, leaveBrowser, leave, mayKeepCall, door, sub, hold, now } = parts;

  /** Nobody else finds the call of who was here last, and whose roles open it no more has none. */
  const leaveLast = async ({ claims }: Grant, roles: readonly Role[]): Promise<void> => {
    const last = sub();
    if (last === null) return;
    if (last !== claims.sub) await leave('another-agent');
    else if (!mayKeepCall(roles)) await leave('roles-removed');
  };

  /** Somebody without a place at the desk: on record, and signed out at the provider so that another may come. */
  const refuse = async (grant: Grant, code: ErrorCode): Promise<Result<never>> => {
    const by = { agent: agentOf(grant.claims, policy), role: null };
    await started;
    if (sub() === grant.claims.sub) await leave('roles-removed');
    await audit.record({ type: 'session.refused', reason: code, by });
    await store.forget();
    await provider.revoke(grant);
    await leaveBrowser();
    return fail(code);
  };

  const undo = async (grant: Grant, error: Failure): Promise<Result<void>> => {
    await provider.revoke(grant);
    return { ok: false, error };
  };

  return async (grant: Grant, arrival: Arrival, isWanted: () => boolean): Promise<Result<void>> => {
    const identity = identityOf(grant.claims, policy);
    if (!identity.ok) return refuse(grant, identity.error.code);
    const session = identity.value;
    await started;
    if (!isWanted()) return undo(grant, { code: 'sign-in-cancelled' });
    await leaveLast(grant, session.roles);
    const by = { agent: session.agent, role: session.roles.join('+') };
    const recorded = await audit.record({ type: 'session.signed-in', outcome: arrival, by });
    if (!recorded.ok) return undo(grant, recorded.error);
    const signedInAt = arrival === 'provider' ? now() : undefined;
    const kept = grant.kept ? await store.keep(grant.kept, signedInAt) : await store.forget();
    if (kept.ok && isWanted()) {
      hold({ session, grant }, signedInAt);
      if (arrival === 'provider') door.open();
      return kept;
    }
    const error: Failure = kept.ok ? { code: 'sign-in-cancelled' } : kept.error;
    await store.forget();
    await audit.record({ type: 'session.signed-out', reason: error.code, by });
    return undo(grant, error);
  };
};
