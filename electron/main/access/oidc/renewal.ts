import { fail, ok, type ErrorCode, type Result } from '../../../../shared/result.js';
import type { Role } from '../../policy/schema.js';
import { identityOf } from './identity.js';
import type { Held, OidcParts } from './oidc-sign-in.js';
import type { Grant, Kept } from './provider.js';

interface Parts extends Pick<
  OidcParts,
  'policy' | 'store' | 'provider' | 'audit' | 'leave' | 'mayKeepCall' | 'changed'
> {
  readonly now: () => number;
  readonly held: () => Held | null;
  readonly hold: (next: Held) => void;
  /** The session is over, for that reason. */
  readonly lapse: (code: ErrorCode) => Promise<void>;
}

/** Milliseconds before its end in which a token is not begun a request with. */
const margin = 5000;
/** Milliseconds until a renewal that failed on the way is tried again. */
const pause = 30_000;

const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

/** Keeps the session's tokens fresh, and its roles what the provider says they are. */
export const createRenewal = (parts: Parts) => {
  const { policy, store, provider, audit, leave, mayKeepCall, changed, now, held, hold, lapse } = parts;
  let renewing: Promise<Result<Grant>> | null = null;
  let timer: NodeJS.Timeout | undefined;

  /**
   * Roles that go, go at once; roles that come, come when they are on record. The call is not waited for: it may be the one that needs
   * the token.
   */
  const takeRoles = async (before: Held, grant: Grant): Promise<Result<Grant>> => {
    const identity = identityOf(grant.claims, policy);
    if (!identity.ok) {
      await lapse(identity.error.code);
      void leave('roles-removed');
      await provider.revoke(grant);
      return identity;
    }
    const { session } = before;
    const { roles } = identity.value;
    const agent = session.agent; // a person who is renamed meanwhile keeps the name of this session's entries
    const left = session.roles.filter((role) => roles.includes(role));
    hold({ session: { ...identity.value, agent, roles: left }, grant });
    if (sameRoles(session.roles, roles)) return ok(grant);
    const by = { agent, role: roles.join('+') };
    const recorded = await audit.record({ type: 'session.roles-changed', outcome: roles.join('+'), by });
    const current = held();
    if (recorded.ok && current?.grant === grant) hold({ session: { ...current.session, roles }, grant });
    if (!mayKeepCall(roles)) void leave('roles-removed');
    changed();
    return ok(grant);
  };

  const renewOnce = async (before: Held, kept: Kept): Promise<Result<Grant>> => {
    let current = before;
    let newest = kept;
    /** In memory too: where the disk is full the session still has it. */
    const keep = async (rotated: Kept): Promise<void> => {
      newest = rotated;
      if (held() !== before) return;
      hold((current = { ...before, grant: { ...before.grant, kept: rotated } }));
      await store.keep(rotated);
    };
    const grant = await provider.refresh(kept, keep);
    if (held() !== current) {
      // Signed out meanwhile: nobody may use what came.
      await provider.revoke({ accessToken: grant.ok ? grant.value.accessToken : null, kept: newest });
      return fail('not-signed-in');
    }
    if (!grant.ok) {
      const { code } = grant.error;
      if (code === 'session-ended' || code === 'another-person') await lapse('session-ended');
      else schedule(now() + pause);
      return code === 'another-person' ? fail('session-ended') : grant;
    }
    return takeRoles(current, grant.value);
  };

  /** Whoever needs new tokens at the same time shares one exchange: a refresh token is good for one. */
  const renew = (before: Held): Promise<Result<Grant>> => {
    const kept = before.grant.kept ?? store.kept();
    renewing ??= (kept ? renewOnce(before, kept) : lapse('session-ended').then(() => fail('session-ended'))).finally(
      () => (renewing = null),
    );
    return renewing;
  };

  const isDue = ({ grant }: Held): boolean => grant.expiresAt - now() <= margin;

  /** @param at milliseconds since 1970 when the tokens end; they are renewed when four fifths of the time are over */
  const schedule = (at: number): void => {
    clearTimeout(timer);
    const wait = Math.max(1000, (at - now()) * 0.8);
    timer = setTimeout(
      () => {
        const current = held();
        if (current) void renew(current);
      },
      Math.min(wait, 2 ** 31 - 1),
    );
    timer.unref();
  };

  return {
    schedule,
    stop: (): void => clearTimeout(timer),
    /** Tokens that are good now. Fails as the provider does, or with `session-ended`. */
    usable: (current: Held, refused?: string): Promise<Result<Grant>> =>
      isDue(current) || current.grant.accessToken.open() === refused
        ? renew(current)
        : Promise.resolve(ok(current.grant)),
  };
};
