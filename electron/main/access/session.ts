import type { Handlers } from '../../../shared/contract.js';
import { fail, type Failure, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Role } from '../policy/schema.js';
import { isBearerToken } from './access-key.js';
import type { Lock } from './lock.js';

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
  readonly credentials: Failure | null;
  /** Opens the store; a token kept from last time signs in at once. */
  resume(): Promise<void>;
  /** Done when that is on record, or the session is over because it could not be. */
  resumed(): Promise<void>;
  signIn(token: string): Promise<Result<void>>;
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
  let session: Session | null = null;
  let credentials: Failure | null = null;
  let resumed = Promise.resolve();
  let resuming: Promise<void> | null = null;
  let signedOut = false;

  const open = async (): Promise<Result<void>> => {
    const opened = await store.open();
    if (!opened.ok && credentials?.code !== opened.error.code) {
      const { code } = opened.error;
      void started.then(() => audit.record({ type: 'keychain.refused', reason: code }));
    }
    credentials = opened.ok ? null : opened.error;
    return opened;
  };

  /** A session shows nothing by itself, so the window need not wait for the journal; without its entry it does not last. */
  const recordResumed = async (): Promise<void> => {
    await started;
    const recorded = await audit.record({ type: 'session.signed-in', outcome: 'kept-token' });
    if (!recorded.ok) session = null;
  };

  const resumeOnce = async (): Promise<void> => {
    const opened = await open();
    if (!opened.ok || signedOut || store.token() === null) return;
    session = who;
    resumed = recordResumed();
  };

  return {
    get session() {
      return session;
    },
    get credentials() {
      return credentials;
    },
    resume: () => {
      if (session || signedOut) return Promise.resolve();
      resuming ??= resumeOnce().finally(() => (resuming = null));
      return resuming;
    },
    resumed: () => resumed,
    signIn: async (token) => {
      if (!isAccessKey(token)) return fail('token-invalid');
      const opened = await open();
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
  lock: Pick<Lock, 'view' | 'reset' | 'renewPage'>,
): Pick<Handlers, 'signIn' | 'signOut'> => ({
  signIn: async ({ token }) => {
    // Signing in anew would be a way around the lock.
    if (lock.view) return fail('desk-locked');
    const signed = await signIn.signIn(token);
    if (!signed.ok) return signed;
    lock.reset();
    return deskState();
  },
  signOut: async () => {
    const signed = await signIn.signOut(leave);
    const answer = signed.ok ? await deskState() : signed;
    // The page that the token was typed into goes as soon as it has its answer.
    setImmediate(lock.renewPage);
    return answer;
  },
});
