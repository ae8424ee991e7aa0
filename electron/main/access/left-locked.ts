import type { AuditEntry } from '../../../shared/audit-entry.js';
import type { LockReason } from '../../../shared/lock-view.js';
import type { AuditLog } from '../audit/audit-log.js';

const pageSize = 500;

/** A session that the desk picks up by itself says nothing about who sits there. */
const decides = ({ type, outcome }: AuditEntry): boolean =>
  ['session.locked', 'session.unlocked', 'session.signed-out'].includes(type) ||
  (type === 'session.signed-in' && outcome !== 'kept-token');

/**
 * Why the desk was locked when it last ended, by its own record; null when it was not. A desk that starts locked says so before it says
 * that it has started, so that no older start need be looked behind.
 */
export const leftLocked = async (audit: Pick<AuditLog, 'head' | 'page'>): Promise<LockReason | null> => {
  let starts = 0;
  for (let end = audit.head; end > 0; end -= pageSize) {
    const page = await audit.page(Math.max(0, end - pageSize), Math.min(pageSize, end));
    if (!page.ok) return null;
    for (const entry of page.value.toReversed()) {
      if (decides(entry)) return entry.type === 'session.locked' ? (entry.reason as LockReason) : null;
      if (entry.type === 'desk.started' && ++starts === 2) return null;
    }
  }
  return null;
};
