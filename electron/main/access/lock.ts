import type { LockReason, LockView, SessionEnd } from '../../../shared/lock-view.js';
import type { ErrorCode, Result } from '../../../shared/result.js';
import type { CallUseCases } from '../call/late-calls.js';
import type { Policy } from '../policy/schema.js';
import type { Door } from './door.js';
import type { Leave } from './leaving.js';
import { createIdle } from './idle.js';
import { createLockRecord } from './lock-record.js';
import type { SignIn } from './session.js';
import { createUnlock, type UnlockParts } from './unlocking.js';

export interface LockParts extends UnlockParts {
  /** The policy's rules. */
  readonly session: Policy['session'];
  readonly signIn: Pick<SignIn, 'session' | 'signedInAt' | 'signingIn' | 'signOut'>;
  readonly calls: Pick<CallUseCases, 'putAway' | 'abandon' | 'view'>;
  readonly asks: LockView['asks'];
  /** Takes away what the window shows. */
  readonly blank: () => void;
  /** The audit, which is opened anew after the lock. */
  readonly reading: { end(): void };
  /** Ends what must not outlive the session. */
  readonly leave: Leave;
  /** The window is to look at the desk's state again. */
  readonly tell: () => void;
  readonly idleSeconds: () => number;
  readonly now?: () => Date;
}

export interface Lock extends Door {
  /** Null while the desk is not locked, or nobody is signed in behind the lock. */
  readonly view: LockView | null;
  readonly ended: SessionEnd | null;
  /** Locks at once; what has to be written down is written after it, and locked it is even when that cannot be done. */
  lock(reason: LockReason): void;
  /** The desk was locked when it ended, or may have been: starting it again is no way around the lock. */
  startLocked(reason: LockReason): void;
  /** Fails with `not-signed-in`, `not-locked`, `not-same-agent`, or why it could not be recorded; then the desk stays locked. */
  unlock(token: string | null): Promise<Result<void>>;
  /** To be called every few seconds: looks at who is idle and whose time is over. */
  tick(): Promise<void>;
  /** Whether a lock there is stands on record, or does now: a desk that cannot say so has not ended in order. */
  isOnRecord(): Promise<boolean>;
  /** Somebody asked something of the desk. */
  touch(): void;
  /** Nothing of this page is to stay: another comes in its place. */
  renewPage(): void;
}

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
  const record = createLockRecord(audit);
  const { isIdle, touch } = createIdle({ idleSeconds: parts.idleSeconds, limit: policy.idleMinutes * 60, now });

  const abandonsAt = ({ since }: Locked): Date => new Date(since.getTime() + policy.lockedCallMinutes * minute);

  /** A timer stands still while the machine sleeps, so the time is looked at, here and before unlocking. */
  const abandonOverdue = async (): Promise<void> => {
    if (!locked || now() < abandonsAt(locked) || !calls.view()) return;
    await calls.abandon('locked');
    parts.tell();
  };

  const noteMissing = (): Promise<boolean> => (locked ? record.isShut(locked.reason) : Promise.resolve(true));
  const settle = async (reason: LockReason): Promise<void> => {
    await Promise.all([record.shut(reason), calls.putAway()]);
    await abandonOverdue();
  };

  const shut = (reason: LockReason): void => {
    // First of all: from here on nothing is answered, and the window does not wait for the disk.
    locked = { reason, since: now(), settled: Promise.resolve().then(() => settle(reason)) };
  };

  const shutDoor = (): void => {
    if (!locked) shut('lapse');
    parts.reading.end();
  };

  const lock = (reason: LockReason): void => {
    // A session that is on its way comes back behind the lock.
    if (!signIn.session && signIn.signingIn !== 'renewing') return;
    // Whoever is unlocking at this moment unlocks the lock before, not this one.
    if (locked) return void (locked = { ...locked });
    shut(reason);
    parts.blank();
    parts.reading.end();
  };

  /** Whoever signs in next is told why. */
  const endSession = async (why: SessionEnd): Promise<void> => {
    await signIn.signOut(() => parts.leave('signed-out'));
    ended = why;
    parts.tell();
  };

  /** Why that lock may not be opened any more. */
  const whyShut = (mine: object): ErrorCode | null => {
    if (!signIn.session) return 'not-signed-in';
    return locked === mine ? null : 'desk-locked';
  };

  const { unlock, forgetTries } = createUnlock(parts, {
    current: () => locked,
    settled: async () => {
      await locked?.settled;
      await abandonOverdue();
    },
    record: (mine) => record.open(() => (locked && whyShut(mine) ? locked.reason : null)),
    whyShut,
    open: () => {
      locked = null;
      touch();
    },
    end: () => endSession('wrong-keys'),
  });

  /** How long a session may last is counted from signing in, over every restart. */
  const isOver = (): boolean => {
    const lasted = now().getTime() - (signIn.signedInAt ?? 0);
    // A clock that was set back gives nobody more time; a little is only put right.
    return lasted >= policy.absoluteHours * 60 * minute || lasted < -minute;
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
    shut: shutDoor,
    lapse: () => {
      const isShown = !locked;
      shutDoor();
      if (isShown) parts.blank();
    },
    startLocked: (reason) => {
      locked = { reason, since: now(), settled: record.shut(reason) };
    },
    unlock,
    tick: async () => {
      const idle = isIdle();
      void noteMissing();
      await abandonOverdue();
      if (!signIn.session) return;
      if (isOver()) {
        lock('absolute');
        return endSession('absolute');
      }
      if (!locked && idle) lock('idle');
    },
    isOnRecord: async () => {
      await locked?.settled;
      return noteMissing();
    },
    renewPage: parts.blank,
    touch,
    open: () => {
      locked = null;
      ended = null;
      touch();
      void forgetTries();
    },
  };
};
