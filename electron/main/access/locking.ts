import type { Handlers } from '../../../shared/contract.js';
import type { DeskEvent } from '../../../shared/desk-state.js';
import { fail, ok } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Host } from '../desk.js';
import { leftLocked } from './left-locked.js';
import type { SignIn } from './session.js';
import { createLock, type Lock, type LockParts } from './lock.js';

/** Milliseconds between two looks at who is idle and whose time is over. */
const every = 5000;

type Given = Omit<LockParts, 'blank' | 'tell' | 'idleSeconds'>;

/** The lock of this window, which the operating system and the clock can close as well as the agent. */
export const openLock = ({ emit, view, power }: Pick<Host, 'emit' | 'view' | 'power'>, given: Given): Lock => {
  const lock = createLock({
    ...given,
    blank: () => {
      emit({ kind: 'blank' });
      view.blank();
    },
    tell: () => emit({ kind: 'state' }),
    idleSeconds: () => power.idleSeconds(),
  });
  power.onSuspend(() => lock.lock('suspend'));
  if (given.session.lockWithScreen) power.onScreenLock(() => lock.lock('screen'));
  setInterval(() => void lock.tick(), every);
  return lock;
};

/** Starts locked what ended locked. */
export const lockAgain = async (lock: Lock, audit: AuditLog): Promise<void> => {
  const reason = await leftLocked(audit);
  if (reason) lock.startLocked(reason);
};

/** What main says unasked, less what must not be said to a window whose agent is away: locked out, or not signed in. */
export const quietWhileAway =
  (emit: (event: DeskEvent) => void, isAway: () => boolean) =>
  (event: DeskEvent): void => {
    if (!isAway() || event.kind === 'blank' || event.kind === 'state') emit(event);
  };

/** Locking by hand and unlocking. */
export const lockHandlers = (
  host: Pick<Host, 'view'>,
  lock: Lock,
  signIn: Pick<SignIn, 'session'>,
  deskState: Handlers['deskState'],
): Pick<Handlers, 'lockDesk' | 'blanked' | 'unlock'> => ({
  lockDesk: async () => {
    if (!signIn.session) return fail('not-signed-in');
    if (lock.view) return fail('desk-locked');
    lock.lock('agent');
    return ok({ locked: true });
  },
  blanked: async () => {
    if (host.view.blanked()) return ok({ blank: true });
    return fail(signIn.session ? 'invalid-request' : 'not-signed-in');
  },
  unlock: async ({ token }) => {
    const unlocked = await lock.unlock(token);
    return unlocked.ok ? deskState() : unlocked;
  },
});
