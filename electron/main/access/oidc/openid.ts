import * as oidc from 'openid-client';
import { fail, ok, type ErrorCode, type Result } from '../../../../shared/result.js';
import { sealText } from '../../credentials/sealed-text.js';
import type { OidcPolicy } from '../../policy/schema.js';
import type { Send } from '../../registry/transport.js';
import { grantOf, type Exchanged } from './grant.js';
import { openLoopback } from './loopback.js';
import { newProofKey, proofAlgorithm, proofKeyFrom, type ProofKey } from './proof-key.js';
import type { Asking, Grant, Kept, Provider } from './provider.js';
import { createProviderFetch } from './provider-fetch.js';
import { isGrantOver, ProviderFailure, providerFailure } from './provider-failure.js';
import { keepingRotated } from './rotation.js';

export interface ProviderParts {
  readonly policy: OidcPolicy;
  /** Whether the policy lets the desk talk to this address. */
  readonly allows: (url: URL) => boolean;
  readonly send: Send;
  /** Milliseconds to wait for the browser; three minutes if not told. */
  readonly patience?: number;
  readonly now?: () => number;
}

/** Seconds that the provider's clock may be off. */
const tolerance = 60;

/** Another sign-in's answer, or another provider's, is told apart here: the library has one code for both (RFC 9207 §2.4). */
const mixedUp = ({ searchParams }: URL, state: string, { issuer, ...metadata }: oidc.ServerMetadata): Result<void> => {
  const once = (name: string): string | null =>
    searchParams.getAll(name).length > 1 ? null : (searchParams.get(name) ?? '');
  if (once('state') !== state) return fail('sign-in-state');
  const named = once('iss');
  const expected = metadata.authorization_response_iss_parameter_supported === true;
  return named === issuer || (named === '' && !expected) ? ok(undefined) : fail('provider-mismatch');
};

/** An OpenID provider by way of openid-client. */
export const createOpenIdProvider = ({ policy, allows, send, patience, now = Date.now }: ProviderParts): Provider => {
  const issuer = new URL(policy.issuer);
  const fetch = createProviderFetch({ send, allows });
  let known: oidc.ServerMetadata | null = null;

  const settle = (config: oidc.Configuration): oidc.Configuration => {
    config[oidc.customFetch] = fetch;
    config.timeout = 0; // the transport has its own deadline
    // What the policy allows is asked in `fetch`; the library's own rule knows no demo.
    if (issuer.protocol === 'http:') oidc.allowInsecureRequests(config);
    // Signatures are checked although TLS would do (OpenID Connect Core §3.1.3.7): a key that is gone is noticed.
    oidc.enableNonRepudiationChecks(config);
    return config;
  };
  /** Made for one exchange: the library would keep the provider's signing keys for minutes after they changed. */
  const configure = (metadata: oidc.ServerMetadata): oidc.Configuration =>
    settle(new oidc.Configuration(metadata, policy.clientId, { [oidc.clockTolerance]: tolerance }, oidc.None()));

  const discover = async (): Promise<oidc.ServerMetadata> => {
    const found = await oidc.discovery(issuer, policy.clientId, undefined, oidc.None(), {
      [oidc.customFetch]: fetch,
      ...(issuer.protocol === 'http:' && { execute: [oidc.allowInsecureRequests] }),
    });
    const metadata = found.serverMetadata();
    if (metadata.issuer !== policy.issuer) throw new ProviderFailure('provider-mismatch');
    if (policy.dpop && metadata.dpop_signing_alg_values_supported?.includes(proofAlgorithm) !== true)
      throw new ProviderFailure('provider-mismatch');
    return (known = metadata);
  };

  const dpopOf = (config: oidc.Configuration, key: ProofKey | null): oidc.DPoPOptions =>
    key ? { DPoP: oidc.getDPoPHandle(config, key.pair) } : {};
  const resource = policy.resource === undefined ? {} : { resource: policy.resource };

  const caught = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    try {
      return await work();
    } catch (cause) {
      return providerFailure(cause);
    }
  };

  /** Best effort: what cannot be told expires by itself. */
  const forget = async (tokens: readonly string[]): Promise<void> => {
    await caught(async () => {
      const metadata = known ?? (await discover());
      if (metadata.revocation_endpoint === undefined) return ok(undefined);
      for (const token of tokens) await oidc.tokenRevocation(configure(metadata), token);
      return ok(undefined);
    });
  };

  /** @param isSpared whether the tokens stay in force although they are not taken */
  const toGrant = async (
    about: Omit<Exchanged, 'policy' | 'now' | 'tolerance'>,
    isSpared: (code: ErrorCode) => boolean,
  ): Promise<Result<Grant>> => {
    const grant = await caught(() => grantOf({ ...about, policy, now, tolerance }));
    const { refresh_token: refreshToken, access_token: accessToken } = about.tokens;
    if (!grant.ok && !isSpared(grant.error.code))
      await forget([refreshToken, accessToken].filter((token) => token !== undefined));
    return grant;
  };

  const exchange = async (
    { anew, lasting, spared, browse, signal }: Asking,
    metadata: oidc.ServerMetadata,
  ): Promise<Result<Grant>> => {
    const config = configure(metadata);
    const opened = await openLoopback({
      signal,
      path: policy.redirectPath,
      ...(patience !== undefined && { patience }),
    });
    if (!opened.ok) return opened;
    const { redirectUri, answered, close } = opened.value;
    try {
      const asked = now();
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const scopes = policy.scopes.filter((scope) => lasting || scope !== 'offline_access');
      const prompts = [...(anew ? ['login'] : []), ...(lasting && policy.consent ? ['consent'] : [])];
      const page = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: scopes.join(' '),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...resource,
        ...(prompts.length > 0 && { prompt: prompts.join(' ') }),
        ...(anew && { max_age: '0' }),
      });
      if (!allows(page)) return fail('provider-mismatch');
      const shown = await browse(page.href);
      if (!shown.ok) return shown;
      const back = await answered;
      if (!back.ok) return back;
      const own = mixedUp(back.value, state, metadata);
      if (!own.ok) return own;
      const key = policy.dpop ? await newProofKey() : null;
      const started = now();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await oidc.authorizationCodeGrant(config, back.value, checks, resource, dpopOf(config, key));
      const isSpared = (): boolean => spared !== null && tokens.claims()?.sub === spared;
      return await toGrant({ config, tokens, key, started, since: anew ? asked : null, before: null }, isSpared);
    } finally {
      close();
    }
  };

  const renew = async (kept: Kept, keep: (rotated: Kept) => Promise<void>): Promise<Result<Grant>> => {
    const metadata = known ?? (await discover());
    const config = configure(metadata);
    config[oidc.customFetch] = keepingRotated(fetch, metadata.token_endpoint, (refreshToken) =>
      keep({ ...kept, refreshToken: sealText(refreshToken) }),
    );
    const key = kept.key === null ? null : await proofKeyFrom(kept.key);
    const started = now();
    try {
      const tokens = await oidc.refreshTokenGrant(config, kept.refreshToken.open(), resource, dpopOf(config, key));
      // Whatever else fails may go well the next time, with what has come now.
      const isSpared = (code: ErrorCode): boolean => code !== 'another-person';
      return await toGrant({ config, tokens, key, started, since: null, before: kept }, isSpared);
    } catch (cause) {
      if (isGrantOver(cause)) return fail('session-ended');
      throw cause;
    }
  };

  return {
    authorize: (asking) => caught(async () => exchange(asking, await discover())),
    refresh: (kept, keep) => caught(() => renew(kept, keep)),
    revoke: ({ accessToken, kept }) =>
      forget([kept?.refreshToken, accessToken].flatMap((token) => (token ? [token.open()] : []))),
    endSession: async () => {
      const page = await caught(async () => {
        const metadata = known ?? (await discover());
        if (metadata.end_session_endpoint === undefined) return fail('provider-invalid');
        const url = oidc.buildEndSessionUrl(configure(metadata), {});
        return allows(url) ? ok(url.href) : fail('provider-mismatch');
      });
      return page.ok ? page.value : null;
    },
  };
};
