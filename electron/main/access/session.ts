import type { Handlers } from '../../../shared/contract.js';
import type { DeskState } from '../../../shared/desk-state.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Role } from '../policy/schema.js';
import type { AccessToken } from '../registry/registry.js';
import { isBearerToken } from './access-key.js';
import type { Confirmation } from './confirm.js';
import type { Lock } from './lock.js';
import { createOpeningStore } from './opening-store.js';

/** Who sits at the desk. With `signIn.kind: "token"` that is the person signed in to the workstation. */
export interface Session {
  /** Who is written into every entry. */
  readonly agent: string;
  readonly roles: readonly Role[];
  /** What sign-in told of the agent as a person; for the misuse watch only, never shown, never recorded. */
  readonly person: {
    readonly userName: string | null;
    readonly email: string | null;
    readonly familyName: string | null;
  };
}

/** Where the registry's token lies sealed. */
export interface TokenStore {
  open(): Promise<Result<void>>;
  token(): string | null;
  setToken(token: string): Promise<Result<void>>;
  forgetToken(): Promise<Result<void>>;
}

export interface SignIn {
  readonly session: Session | null;
  /** Whom entries name: the agent also while a session that ran out waits to be renewed by signing in again. */
  readonly agent: string | null;
  readonly credentials: Failure | null;
  readonly signingIn: DeskState['signingIn'];
  /** Why the last session ended, or could not be resumed, by itself. */
  readonly failure: Failure | null;
  /** Opens the store; a token kept from last time signs in at once. */
  resume(): Promise<void>;
  /** Done when that is on record, or the session is over because it could not be. */
  resumed(): Promise<void>;
  signIn(token: string): Promise<Result<void>>;
  /** Signs in in the browser; done when it came back. */
  start(): Promise<Result<void>>;
  /** Whether there was a sign-in under way. */
  cancel(): boolean;
  /** For the registry. `refused` is a token that it has just refused: another is answered if there can be one. */
  accessToken(refused?: string): Promise<Result<AccessToken>>;
  /** `leave` ends what must not outlive the session. The session is over whatever fails then. */
  signOut(leave: () => Promise<void>): Promise<Result<void>>;
}

/**
 * Sign-in with the registry's token: entered once, sealed, never shown again, gone on sign-out.
 * @param started done when the start of the desk is on record; what happens before is recorded after it
 * @param isAccessKey whether a text can be what opens this registry
 */
export const createSignIn = (
  store: TokenStore,
  audit: AuditLog,
  who: Session,
  started: Promise<void>,
  isAccessKey: (text: string) => boolean = isBearerToken,
): SignIn => {
  const opening = createOpeningStore(store, audit, started);
  let session: Session | null = null;
  let resumed = Promise.resolve();
  let resuming: Promise<void> | null = null;
  let signedOut = false;

  /** A session shows nothing by itself, so the window need not wait for the journal; without its entry it does not last. */
  const recordResumed = async (): Promise<void> => {
    await started;
    const recorded = await audit.record({ type: 'session.signed-in', outcome: 'kept-token' });
    if (!recorded.ok) session = null;
  };

  const resumeOnce = async (): Promise<void> => {
    const opened = await opening.open();
    if (!opened.ok || signedOut || store.token() === null) return;
    session = who;
    resumed = recordResumed();
  };

  return {
    get session() {
      return session;
    },
    agent: who.agent,
    get credentials() {
      return opening.failure;
    },
    signingIn: null,
    failure: null,
    start: () => Promise.resolve(fail('sign-in-kind')),
    cancel: () => false,
    accessToken: () => {
      const value = store.token();
      return Promise.resolve(value === null ? fail('not-signed-in') : ok({ value, prove: null }));
    },
    resume: () => {
      if (session || signedOut) return Promise.resolve();
      resuming ??= resumeOnce().finally(() => (resuming = null));
      return resuming;
    },
    resumed: () => resumed,
    signIn: async (token) => {
      if (!isAccessKey(token)) return fail('token-invalid');
      const opened = await opening.open();
      if (!opened.ok) return opened;
      const recorded = await audit.record({ type: 'session.signed-in', outcome: 'new-token' });
      if (!recorded.ok) return recorded;
      const kept = await store.setToken(token);
      if (!kept.ok) {
        await audit.record({ type: 'session.signed-out', reason: kept.error.code });
        return kept;
      }
      signedOut = false;
      session = who;
      return kept;
    },
    signOut: async (leave) => {
      if (!session) return fail('not-signed-in');
      // First of all: whatever waits for its turn finds nobody signed in, and no kept token signs in again.
      session = null;
      signedOut = true;
      await leave();
      const recorded = await audit.record({ type: 'session.signed-out' });
      const forgotten = await store.forgetToken();
      return recorded.ok ? forgotten : recorded;
    },
  };
};

/** Signing in and out answer with the desk as it is then. */
export const signingHandlers = (
  signIn: SignIn,
  deskState: Handlers['deskState'],
  leave: () => Promise<void>,
  lock: Pick<Lock, 'view' | 'isShut' | 'reset' | 'renewPage'>,
  confirmation: Pick<Confirmation, 'cancelConfirm'>,
): Pick<Handlers, 'signIn' | 'startSignIn' | 'cancelSignIn' | 'signOut'> => {
  // SECURITY: signing in anew is no way around the lock. A kept session comes back behind it first, and what was shut stays shut.
  const signedIn = async (signing: () => Promise<Result<void>>): ReturnType<Handlers['deskState']> => {
    await signIn.resume();
    if (lock.view) return fail('desk-locked');
    const isNew = signIn.session === null && !lock.isShut;
    const signed = await signing();
    if (!signed.ok) return signed;
    if (isNew) lock.reset();
    return deskState();
  };
  return {
    startSignIn: () => signedIn(() => signIn.start()),
    cancelSignIn: () => Promise.resolve(ok({ cancelled: signIn.cancel() || confirmation.cancelConfirm() })),
    signIn: ({ token }) => signedIn(() => signIn.signIn(token)),
    signOut: async () => {
      const signed = await signIn.signOut(leave);
      const answer = signed.ok ? await deskState() : signed;
      // The page that the token was typed into goes as soon as it has its answer.
      if (signed.ok || signed.error.code !== 'not-signed-in') setImmediate(lock.renewPage);
      return answer;
    },
  };
};
