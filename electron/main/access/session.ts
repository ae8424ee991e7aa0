import type { DeskState } from '../../../shared/desk-state.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Role } from '../policy/schema.js';
import type { AccessToken } from '../registry/registry.js';
import { isBearerToken } from './access-key.js';
import type { Door } from './door.js';
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
  setToken(token: string, signedInAt: number): Promise<Result<void>>;
  forgetToken(): Promise<Result<void>>;
  signedInAt(): number | null;
}

export interface SignIn {
  readonly session: Session | null;
  /** Whom entries name: the agent also while a session that ran out waits to be renewed by signing in again. */
  readonly agent: string | null;
  /** Milliseconds since 1970 when they signed in themselves, however often the desk was started since; null while that is not known. */
  readonly signedInAt: number | null;
  /** A session that ran out waits: its agent may sign in again, or out. */
  readonly hasLapsed: boolean;
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

interface Parts {
  readonly store: TokenStore;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly who: Session;
  /** Done when the start of the desk is on record; what happens before is recorded after it. */
  readonly started: Promise<void>;
  /** Whether that key opens the registry. Fails with why not. */
  readonly opens: (key: string) => Promise<Result<void>>;
  readonly door: Pick<Door, 'isShut' | 'open'>;
  /** Whether a text can be what opens this registry. */
  readonly isAccessKey?: (text: string) => boolean;
  readonly now?: () => number;
}

/** Sign-in with the registry's token: proven there and entered once, sealed, never shown again, gone on sign-out. */
export const createSignIn = ({ isAccessKey = isBearerToken, now = Date.now, ...parts }: Parts): SignIn => {
  const { store, audit, who, started, opens, door } = parts;
  const opening = createOpeningStore(store, audit, started);
  let session: Session | null = null;
  let resumed = Promise.resolve();
  let resuming: Promise<void> | null = null;
  let signedOut = false;
  let leaving: Promise<unknown> | null = null;

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

  const proven = async (token: string): Promise<Result<void>> => {
    const proof = await opens(token);
    if (!proof.ok) await audit.record({ type: 'session.refused', reason: proof.error.code });
    return proof;
  };

  const end = async (leave: () => Promise<void>): Promise<Result<void>> => {
    // First of all: whatever waits for its turn finds nobody signed in, and no kept token signs in again.
    session = null;
    signedOut = true;
    await leave();
    const recorded = await audit.record({ type: 'session.signed-out' });
    const forgotten = await store.forgetToken();
    return recorded.ok ? forgotten : recorded;
  };

  return {
    get session() {
      return session;
    },
    get signedInAt() {
      return store.signedInAt();
    },
    hasLapsed: false,
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
      const wasShut = door.isShut;
      const opened = await opening.open();
      if (!opened.ok) return opened;
      const proof = await proven(token);
      if (!proof.ok) return proof;
      // What a sign-out still has to forget is not this token.
      await leaving;
      // SECURITY: what was shut meanwhile is the lock's to open, however good the key.
      const isLate = (): boolean => door.isShut && !wasShut;
      if (isLate()) return fail('desk-locked');
      const recorded = await audit.record({ type: 'session.signed-in', outcome: 'new-token' });
      if (!recorded.ok) return recorded;
      const kept = await store.setToken(token, now());
      if (!kept.ok) {
        await audit.record({ type: 'session.signed-out', reason: kept.error.code });
        return kept;
      }
      signedOut = false;
      session = who;
      if (!isLate()) door.open();
      return kept;
    },
    signOut: (leave) => {
      if (!session) return Promise.resolve(fail('not-signed-in'));
      const ending = end(leave);
      leaving = ending;
      return ending;
    },
  };
};
