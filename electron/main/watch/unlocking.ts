import type { Handlers } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { reasonLength } from '../../../shared/watch.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { LockRegister } from './lock-register.js';

interface UnlockingParts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly locks: LockRegister;
  readonly catchUp: () => Promise<Result<void>>;
  readonly now: () => Date;
}

/** A supervisor opens a locked subject before its time, for a written reason, which is sealed. The wrong answers are forgotten with it. */
export const createUnlocking =
  ({ audit, locks, catchUp, now }: UnlockingParts): Handlers['unlockSubject'] =>
  async ({ id, reason }) => {
    const text = reason.trim();
    if (text.length < reasonLength.least || text.length > reasonLength.most) return fail('reason-invalid');
    const read = await catchUp();
    if (!read.ok) return read;
    const lock = locks.locks(now()).find((each) => each.id === id);
    if (!lock) return fail('lock-unknown');
    const { call, ticket, subject } = lock;
    const about = { call, purpose: null, ticket, subject };
    const recorded = await audit.record({ type: 'subject.unlocked', about, reason: id, sealed: { reason: text } });
    if (!recorded.ok) return recorded;
    const after = await catchUp();
    return after.ok ? ok({ locks: locks.locks(now()) }) : after;
  };
