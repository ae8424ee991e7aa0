import { fail, type ErrorCode, type Failure, type Result } from '../../../../shared/result.js';
import { agentOf, identityOf } from './identity.js';
import type { Held, OidcParts } from './oidc-sign-in.js';
import type { Grant } from './provider.js';

interface Parts extends Pick<
  OidcParts,
  'policy' | 'store' | 'provider' | 'audit' | 'started' | 'leaveBrowser' | 'leave'
> {
  /** Whose call may be open: the agent who was here last. */
  readonly sub: () => string | null;
  readonly hold: (next: Held) => void;
}

/**
 * Takes somebody in who has signed in: on record, then kept, then at the desk. Whatever fails, or when nobody wants it any more, the
 * tokens are gone.
 */
export const createWelcome = (parts: Parts) => {
  const { policy, store, provider, audit, started, leaveBrowser, leave, sub, hold } = parts;

  /** Somebody without a place at the desk: on record, and signed out at the provider so that another may come. */
  const refuse = async (grant: Grant, code: ErrorCode): Promise<Result<never>> => {
    const by = { agent: agentOf(grant.claims, policy), role: null };
    await started;
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

  return async (grant: Grant, outcome: string, isWanted: () => boolean): Promise<Result<void>> => {
    const identity = identityOf(grant.claims, policy);
    if (!identity.ok) return refuse(grant, identity.error.code);
    const session = identity.value;
    await started;
    if (!isWanted()) return undo(grant, { code: 'sign-in-cancelled' });
    const before = sub();
    if (before !== null && before !== grant.claims.sub) await leave('another-agent');
    const by = { agent: session.agent, role: session.roles.join('+') };
    const recorded = await audit.record({ type: 'session.signed-in', outcome, by });
    if (!recorded.ok) return undo(grant, recorded.error);
    const kept = grant.kept ? await store.keep(grant.kept) : await store.forget();
    if (kept.ok && isWanted()) {
      hold({ session, grant });
      return kept;
    }
    const error: Failure = kept.ok ? { code: 'sign-in-cancelled' } : kept.error;
    await store.forget();
    await audit.record({ type: 'session.signed-out', reason: error.code, by });
    return undo(grant, error);
  };
};
