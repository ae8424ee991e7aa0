import type { LockReason } from '../../../shared/lock-view.js';
import type { Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';

/** What stands on record of the lock: one write at a time, for a disk that is slow to take an entry does not get it twice. */
export const createLockRecord = (audit: Pick<AuditLog, 'record'>) => {
  /** Whether the last lock stands on record. */
  let recorded = Promise.resolve(true);

  const write = async (reason: LockReason): Promise<boolean> =>
    (await audit.record({ type: 'session.locked', reason })).ok;

  return {
    shut: (reason: LockReason): Promise<boolean> => (recorded = write(reason)),
    /** The same unless it stands there already. */
    isShut: (reason: LockReason): Promise<boolean> => (recorded = recorded.then((done) => done || write(reason))),
    /**
     * @param stillShut why the desk stays shut all the same, when that is on record; null when it does not
     * SECURITY: then the lock is put on record once more: the next start goes by the last that it finds there.
     */
    open: (stillShut: () => LockReason | null): Promise<Result<unknown>> => {
      const before = recorded;
      const opened = audit.record({ type: 'session.unlocked' });
      recorded = opened.then((done) => {
        const reason = done.ok ? stillShut() : null;
        return reason === null ? before : write(reason);
      });
      return opened;
    },
  };
};
