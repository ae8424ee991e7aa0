import type { Failure, Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';

/**
 * Opens the sealed store and keeps why it could not be opened; each new reason goes on record once.
 * @param started done when the start of the desk is on record; what happens before is recorded after it
 */
export const createOpeningStore = (
  store: { open(): Promise<Result<void>> },
  audit: Pick<AuditLog, 'record'>,
  started: Promise<void>,
) => {
  let failure: Failure | null = null;
  return {
    get failure() {
      return failure;
    },
    open: async (): Promise<Result<void>> => {
      const opened = await store.open();
      if (!opened.ok && failure?.code !== opened.error.code) {
        const { code } = opened.error;
        void started.then(() => audit.record({ type: 'keychain.refused', reason: code }));
      }
      failure = opened.ok ? null : opened.error;
      return opened;
    },
  };
};
