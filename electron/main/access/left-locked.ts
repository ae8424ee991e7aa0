import type { AuditEntry } from '../../../shared/audit-entry.js';
import type { LockReason } from '../../../shared/lock-view.js';
import type { AuditLog } from '../audit/audit-log.js';

const pageSize = 500;

/** A session that the desk picks up by itself says nothing about who sits there, nor does one that ends. */
const opens = ({ type, outcome }: AuditEntry): boolean =>
  type === 'session.unlocked' || (type === 'session.signed-in' && outcome !== 'kept-token');

/**
 * Why the desk was shut when it last ended, by its own record; null when it was not. SECURITY: where that cannot be told it was
 * (`unknown`): when the record cannot be read, and when the desk did not end in order, for then its last lock may not be on record. A desk
 * that starts shut says so before it says that it has started, so that no older start need be looked behind.
 */
export const leftLocked = async (
  audit: Pick<AuditLog, 'first' | 'head' | 'open' | 'page'>,
): Promise<LockReason | null> => {
  // A journal that is not open yet has no head.
  if (!(await audit.open()).ok) return 'unknown';
  let starts = 0;
  let isOrderly = audit.head === 0;
  for (let end = audit.head; end >= audit.first; end -= pageSize) {
    const begin = Math.max(audit.first - 1, end - pageSize);
    const page = await audit.page(begin, end - begin);
    if (!page.ok) return 'unknown';
    for (const entry of page.value.toReversed()) {
      if (entry.type === 'session.locked') return entry.reason as LockReason;
      isOrderly ||= entry.type === 'desk.stopped';
      const isDecided = opens(entry) || (entry.type === 'desk.started' && (!isOrderly || ++starts === 2));
      if (isDecided) return isOrderly ? null : 'unknown';
    }
  }
  return isOrderly ? null : 'unknown';
};
