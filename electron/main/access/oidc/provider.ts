import type { Result } from '../../../../shared/result.js';
import type { SealedText } from '../../credentials/sealed-text.js';

/** What the provider says of the person: the claims of a validated ID token (OpenID Connect Core §2), with the user info's where asked. */
export interface Claims {
  /** Who it is, for the provider: stable and its own. */
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** Makes the proof that goes with one request (RFC 9449 §4). */
export type Prove = (method: string, url: string, nonce?: string) => Promise<string>;

/** What stays from one start to the next, sealed. */
export interface Kept {
  /** Whose it is. */
  readonly sub: string;
  readonly refreshToken: SealedText;
  /** The private key that the tokens are bound to, as a JWK in JSON; null without DPoP. */
  readonly key: SealedText | null;
}

/** What one exchange with the provider yields. */
export interface Grant {
  readonly claims: Claims;
  readonly accessToken: SealedText;
  readonly prove: Prove | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Null when the provider gives no refresh token. */
  readonly kept: Kept | null;
}

export interface Asking {
  /** The person signs in anew, whoever is signed in at the provider (`prompt=login`, `max_age=0`), and the ID token has to say when. */
  readonly anew: boolean;
  /** For a session, which a refresh token renews; else for one answer. */
  readonly lasting: boolean;
  /**
   * Whose tokens are left alone when the answer is not taken, and anybody else's are revoked: a provider may end the whole grant with one
   * token (RFC 7009 §2.1), and of this person that is the session's own.
   */
  readonly spared: string | null;
  /** Shows the person an address; fails with `sign-in-browser`. */
  readonly browse: (url: string) => Promise<Result<void>>;
  readonly signal: AbortSignal;
}

/** The organisation's OpenID provider. */
export interface Provider {
  /**
   * One sign-in in the browser: authorization code with PKCE (RFC 7636) over a loopback redirect (RFC 8252). Fails with `provider-…`,
   * `sign-in-…` or `id-token-invalid`.
   */
  authorize(asking: Asking): Promise<Result<Grant>>;
  /**
   * New tokens for the same person. Fails with `session-ended` when the provider ended the session.
   * @param keep is awaited with a new refresh token as soon as there is one, whatever fails after that
   */
  refresh(kept: Kept, keep: (rotated: Kept) => Promise<void>): Promise<Result<Grant>>;
  /** Tells the provider to forget the tokens (RFC 7009). Best effort: what cannot be told expires by itself. */
  revoke(tokens: { readonly accessToken: SealedText | null; readonly kept: Kept | null }): Promise<void>;
  /**
   * Where the browser ends its own session with the provider (OpenID Connect RP-Initiated Logout 1.0 §2); null when there is no such page.
   * The address stays in the browser's history, so it names the desk's client and no person: no `id_token_hint`, no `logout_hint`. A
   * provider then asks the person whether to sign out.
   */
  endSession(): Promise<string | null>;
}
