import * as oidc from 'openid-client';
import { fail, ok, type Result } from '../../../../shared/result.js';
import { sealText } from '../../credentials/sealed-text.js';
import type { OidcPolicy } from '../../policy/schema.js';
import { proverOf, type ProofKey } from './proof-key.js';
import type { Claims, Grant, Kept } from './provider.js';

/** An answer of the token endpoint and what it has to agree with. */
export interface Exchanged {
  readonly config: oidc.Configuration;
  readonly tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;
  readonly policy: OidcPolicy;
  readonly key: ProofKey | null;
  /** Milliseconds since 1970, when the exchange began. */
  readonly started: number;
  /** The person must have signed in after this; null when an earlier sign-in will do. */
  readonly since: number | null;
  /** What it was renewed with: the same person has to come of it, and a provider that does not rotate leaves it in force. */
  readonly before: Kept | null;
  readonly now: () => number;
  readonly tolerance: number;
}

/** Seconds that an access token lives when the provider does not say. */
const usualLife = 300;

/** Whether the clocks agree: the token was made during the exchange, give or take (OpenID Connect Core §3.1.3.7, 10). */
const isOfNow = ({ iat }: { readonly iat: number }, { started, now, tolerance }: Exchanged): boolean =>
  iat >= Math.floor(started / 1000) - tolerance && iat <= Math.ceil(now() / 1000) + tolerance;

/** By the ID token alone: the user info says nothing of when (OpenID Connect Core §3.1.2.1, `max_age`). */
const isAnew = (idToken: Claims | null, { since, tolerance }: Exchanged): boolean => {
  if (since === null) return true;
  const at = idToken?.['auth_time'];
  return typeof at === 'number' && at >= Math.floor(since / 1000) - tolerance;
};

/** What the ID token leaves out is asked of the user info endpoint, if there is one and anything is missing. */
const withUserInfo = async (own: Claims | null, exchanged: Exchanged): Promise<Claims | null> => {
  const { config, tokens, policy, before, key } = exchanged;
  const who = own?.sub ?? before?.sub;
  const whole = own !== null && policy.agentClaim in own && policy.rolesClaim in own;
  if (whole || who === undefined || config.serverMetadata().userinfo_endpoint === undefined) return own;
  const more = await oidc.fetchUserInfo(config, tokens.access_token, who, {
    ...(key && { DPoP: oidc.getDPoPHandle(config, key.pair) }),
  });
  return { ...more, ...own };
};

/** Takes the tokens when they are of now and of the right person. */
export const grantOf = async (exchanged: Exchanged): Promise<Result<Grant>> => {
  const { tokens, key, before, now } = exchanged;
  const type = tokens.token_type.toLowerCase();
  if (type !== (key ? 'dpop' : 'bearer')) return fail('provider-invalid');
  const idToken = tokens.claims() ?? null;
  if (idToken && !isOfNow(idToken, exchanged)) return fail('sign-in-clock');
  if (before && idToken && idToken.sub !== before.sub) return fail('another-person');
  if (!isAnew(idToken, exchanged)) return fail('sign-in-refused');
  const claims = await withUserInfo(idToken, exchanged);
  if (!claims) return fail('id-token-invalid');
  const { access_token: accessToken, refresh_token: rotated } = tokens;
  const refreshToken = rotated === undefined ? (before?.refreshToken ?? null) : sealText(rotated);
  return ok({
    claims,
    accessToken: sealText(accessToken),
    prove: key && proverOf(key, accessToken),
    expiresAt: now() + (tokens.expires_in ?? usualLife) * 1000,
    kept: refreshToken === null ? null : { refreshToken, sub: claims.sub, key: key?.sealed ?? null },
  });
};
