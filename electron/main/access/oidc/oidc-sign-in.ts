import { fail, ok, type ErrorCode, type Failure, type Result } from '../../../../shared/result.js';
import type { AuditLog } from '../../audit/audit-log.js';
import type { OidcPolicy } from '../../policy/schema.js';
import { createOpeningStore } from '../opening-store.js';
import type { Door } from '../door.js';
import type { MayKeepCall } from '../keeping-call.js';
import type { Leave } from '../leaving.js';
import type { Session, SignIn } from '../session.js';
import { createAttempts, type Attempt } from './attempt.js';
import type { Grant, Kept, Provider } from './provider.js';
import { createRenewal } from './renewal.js';
import { createResuming } from './resuming.js';
import { createWelcome } from './welcome.js';

/** Where what renews the session lies sealed. */
export interface KeptStore {
  open(): Promise<Result<void>>;
  kept(): Kept | null;
  keep(kept: Kept, signedInAt?: number): Promise<Result<void>>;
  signedInAt(): number | null;
  forget(): Promise<Result<void>>;
}

export interface OidcParts {
  readonly policy: OidcPolicy;
  readonly store: KeptStore;
  readonly provider: Provider;
  readonly audit: AuditLog;
  /** Done when the start of the desk is on record; what happens before is recorded after it. */
  readonly started: Promise<void>;
  /** Shows a page of the provider that somebody asked for; fails with `sign-in-browser` or `sign-in-too-often`. */
  readonly browse: (url: string) => Promise<Result<void>>;
  /** Has the browser end its own session with the provider. */
  readonly leaveBrowser: () => Promise<void>;
  /** Ends what must not outlive the session of that agent. */
  readonly leave: Leave;
  readonly mayKeepCall: MayKeepCall;
  readonly door: Door;
  /** Told when the session changed by itself. */
  readonly changed: () => void;
  readonly now?: () => number;
}

/** Who is signed in and the tokens of it, which stay in memory, sealed but for the moment of their use. */
export interface Held {
  readonly session: Session;
  readonly grant: Grant;
}

export interface OidcSignIn extends SignIn {
  /** Who is signed in, or was until the session ran out. */
  readonly sub: string | null;
}

/** Sign-in with the organisation's OpenID provider in the system's browser (RFC 8252). */
export const createOidcSignIn = (parts: OidcParts): OidcSignIn => {
  const { store, provider, audit, started, browse, leaveBrowser, changed, door, now = Date.now } = parts;
  const opening = createOpeningStore(store, audit, started);
  let held: Held | null = null;
  /** Whose call may be open: outlives the session until somebody signs in again or signs out. */
  let last: { readonly sub: string; readonly agent: string; readonly signedInAt: number | null } | null = null;
  let failure: Failure | null = null;
  let resumed = false;
  let signedOut = false;
  let leaving: Promise<Result<void>> | null = null;

  const hold = (next: Held, signedInAt = last?.signedInAt ?? store.signedInAt()): void => {
    held = next;
    last = { sub: next.grant.claims.sub, agent: next.session.agent, signedInAt };
    failure = null;
    renewal.schedule(next.grant.expiresAt);
  };
  const letGo = (code: ErrorCode | null): void => {
    held = null;
    failure = code && { code };
    renewal.stop();
  };
  /** The session is over and its agent may come back: an open call waits as it does behind the lock. */
  const lapse = async (code: ErrorCode): Promise<void> => {
    letGo(code);
    door.lapse();
    await store.forget();
    await audit.record({ type: 'session.signed-out', reason: code });
    changed();
  };
  const renewal = createRenewal({ ...parts, now, held: () => held, hold, lapse });
  const welcome = createWelcome({ ...parts, now, sub: () => last?.sub ?? null, hold });
  const resuming = createResuming({ ...parts, welcome });

  const inBrowser = async (attempt: Attempt): Promise<Result<void>> => {
    const { signal } = attempt;
    const show = (url: string): Promise<Result<void>> => browse((attempt.page = url));
    const anew = door.isShut;
    const grant = await provider.authorize({ anew, lasting: true, spared: null, browse: show, signal });
    // SECURITY: what was shut meanwhile stays shut for a browser that merely remembers somebody.
    const isWanted = (): boolean => !signal.aborted && (anew || !door.isShut);
    return grant.ok ? welcome(grant.value, 'provider', isWanted) : grant;
  };
  const begin = async (attempt: Attempt): Promise<Result<void>> => {
    // What a sign-out still has to forget is not this session.
    await leaving;
    resumed = true;
    failure = null;
    const opened = await opening.open();
    if (!opened.ok) return opened;
    const kept = store.kept();
    if (kept && !signedOut) {
      const again = await resuming.resume(kept);
      if (again.ok || store.kept()) return again;
    }
    signedOut = false;
    return inBrowser(attempt);
  };
  const attempts = createAttempts(begin, browse, changed);

  const end = async (leaveCall: () => Promise<void>): Promise<Result<void>> => {
    const grant = held?.grant;
    const tokens = { accessToken: grant?.accessToken ?? null, kept: grant?.kept ?? store.kept() };
    // First of all: whatever waits for its turn finds nobody signed in, and nothing kept signs in again.
    signedOut = true;
    resuming.forsake();
    letGo(null);
    await leaveCall();
    const recorded = await audit.record({ type: 'session.signed-out' });
    const forgotten = await store.forget();
    last = null;
    await provider.revoke(tokens);
    await leaveBrowser();
    return recorded.ok ? forgotten : recorded;
  };

  return {
    get session() {
      return held?.session ?? null;
    },
    get agent() {
      return last?.agent ?? null;
    },
    get sub() {
      return last?.sub ?? null;
    },
    get signedInAt() {
      return last?.signedInAt ?? null;
    },
    get hasLapsed() {
      return last !== null && held === null && leaving === null;
    },
    get credentials() {
      return opening.failure;
    },
    get failure() {
      return failure;
    },
    get signingIn() {
      if (attempts.isWaiting) return 'browser';
      return resuming.isUnderWay ? 'renewing' : null;
    },
    resume: async () => {
      if (held || signedOut || resumed || attempts.isRunning) return;
      const opened = await opening.open();
      const kept = store.kept();
      if (!opened.ok || resumed) return;
      resumed = true;
      if (!kept) return;
      // The window does not wait for a network.
      void resuming.resume(kept).then((again) => {
        if (!again.ok && again.error.code !== 'sign-in-cancelled') failure = again.error;
        changed();
      });
    },
    resumed: () => Promise.resolve(),
    signIn: () => Promise.resolve(fail('sign-in-kind')),
    start: () => (held ? Promise.resolve(ok(undefined)) : attempts.start()),
    cancel: attempts.cancel,
    accessToken: async (refused) => {
      if (!held) return fail(last ? 'session-ended' : 'not-signed-in');
      const usable = await renewal.usable(held, refused);
      return usable.ok ? ok({ value: usable.value.accessToken.open(), prove: usable.value.prove }) : usable;
    },
    signOut: (leaveCall) => {
      if (leaving) return leaving;
      if (!held && !last && !store.kept()) return Promise.resolve(fail('not-signed-in'));
      attempts.cancel();
      leaving = end(leaveCall).finally(() => (leaving = null));
      return leaving;
    },
  };
};
