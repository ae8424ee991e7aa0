import type { LockReason, LockView, SessionEnd } from '../../../shared/lock-view.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { CallUseCases } from '../call/late-calls.js';
import type { Policy } from '../policy/schema.js';
import type { Confirm } from './confirm.js';
import type { SignIn } from './session.js';

export interface LockParts {
  /** The policy's rules. */
  readonly session: Policy['session'];
  readonly signIn: Pick<SignIn, 'session' | 'signOut'>;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly calls: Pick<CallUseCases, 'putAway' | 'abandon' | 'view'>;
  readonly confirm: Confirm;
  readonly asks: LockView['asks'];
  /** Takes away what the window shows. */
  readonly blank: () => void;
  /** The audit, which is opened anew after the lock. */
  readonly reading: { end(): void };
  /** Ends what must not outlive the session. */
  readonly leave: () => Promise<void>;
  /** The window is to look at the desk's state again. */
  readonly tell: () => void;
  readonly idleSeconds: () => number;
  readonly now?: () => Date;
}

export interface Lock {
  /** Null while the desk is not locked. */
  readonly view: LockView | null;
  readonly ended: SessionEnd | null;
  /** Also while nobody is signed in: what was locked then is locked for whoever the kept session brings back. */
  readonly isShut: boolean;
  /** Locks at once; what has to be written down is written after it, and locked it is even when that cannot be done. */
  lock(reason: LockReason): void;
  /** The desk was locked when it ended: starting it again is no way around the lock. */
  startLocked(reason: LockReason): void;
  /** Fails with `not-signed-in`, `not-same-agent`, or why it could not be recorded; then the desk stays locked. */
  unlock(token: string | null): Promise<Result<void>>;
  /** To be called every few seconds: looks at who is idle and whose time is over. */
  tick(): Promise<void>;
  /** Somebody has signed in or out: whatever was locked is over. */
  reset(): void;
  /** Nothing of this page is to stay: another comes in its place. */
  renewPage(): void;
}

const mostWrongKeys = 5;
const minute = 60_000;

interface Locked {
  readonly reason: LockReason;
  readonly since: Date;
  /** Done when nothing of the subject is left in main. */
  readonly settled: Promise<unknown>;
}

/** The desk's lock. Main decides that it is shut; the window only shows it. */
export const createLock = (parts: LockParts): Lock => {
  const { session: policy, signIn, audit, calls, now = () => new Date() } = parts;
  let locked: Locked | null = null;
  let ended: SessionEnd | null = null;
  let wrongKeys = 0;
  let signedInSince: Date | null = null;

  const abandonsAt = ({ since }: Locked): Date => new Date(since.getTime() + policy.lockedCallMinutes * minute);

  /** A timer stands still while the machine sleeps, so the time is looked at, here and before unlocking. */
  const abandonOverdue = async (): Promise<void> => {
    if (!locked || now() < abandonsAt(locked) || !calls.view()) return;
    await calls.abandon('locked');
    parts.tell();
  };

  const settle = async (recorded: Promise<unknown>): Promise<void> => {
    await Promise.all([recorded, calls.putAway()]);
    await abandonOverdue();
  };

  const lock = (reason: LockReason): void => {
    if (!signIn.session) return;
    // Whoever is unlocking at this moment unlocks the lock before, not this one.
    if (locked) return void (locked = { ...locked });
    // First of all: from here on nothing is answered, and the window does not wait for the disk.
    const settled = Promise.resolve().then(() => settle(audit.record({ type: 'session.locked', reason })));
    locked = { reason, since: now(), settled };
    parts.blank();
    parts.reading.end();
  };

  /** Whoever signs in next is told why. */
  const endSession = async (why: SessionEnd): Promise<void> => {
    await signIn.signOut(parts.leave);
    ended = why;
    parts.tell();
  };

  /** Only a wrong answer counts as one; the last ends the session. */
  const refuse = async (error: Failure): Promise<Result<void>> => {
    if (error.code !== 'not-same-agent') wrongKeys = Math.max(0, wrongKeys - 1);
    else if (wrongKeys >= mostWrongKeys) await endSession('wrong-keys');
    return { ok: false, error };
  };

  return {
    get view() {
      if (!locked || !signIn.session) return null;
      const { reason, since } = locked;
      const abandons = calls.view() && abandonsAt(locked);
      return { reason, since: since.toISOString(), asks: parts.asks, abandonsAt: abandons?.toISOString() ?? null };
    },
    get isShut() {
      return locked !== null;
    },
    get ended() {
      return ended;
    },
    lock,
    startLocked: (reason) => {
      locked = { reason, since: now(), settled: audit.record({ type: 'session.locked', reason }) };
    },
    unlock: async (token) => {
      if (!signIn.session) return fail('not-signed-in');
      if (!locked) return ok(undefined);
      // Counted before it is looked at: many guesses at once are as many as one after the other.
      if (wrongKeys >= mostWrongKeys) return fail('not-same-agent');
      wrongKeys += 1;
      const mine = locked;
      const confirmed = await parts.confirm(token);
      if (!confirmed.ok) return refuse(confirmed.error);
      wrongKeys = 0;
      await locked?.settled;
      await abandonOverdue();
      const recorded = await audit.record({ type: 'session.unlocked' });
      if (!recorded.ok) return recorded;
      if (!signIn.session) return fail('not-signed-in');
      if (locked !== mine) return fail('desk-locked');
      locked = null;
      return ok(undefined);
    },
    tick: async () => {
      if (!signIn.session) return void (signedInSince = null);
      signedInSince ??= now();
      if (now().getTime() - signedInSince.getTime() >= policy.absoluteHours * 60 * minute) {
        lock('absolute');
        return endSession('absolute');
      }
      if (locked) return abandonOverdue();
      if (parts.idleSeconds() >= policy.idleMinutes * 60) lock('idle');
    },
    renewPage: parts.blank,
    reset: () => {
      locked = null;
      ended = null;
      wrongKeys = 0;
      signedInSince = null;
    },
  };
};
