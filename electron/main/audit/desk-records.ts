import type { CallView } from '../../../shared/call-view.js';
import type { DeskState } from '../../../shared/desk-state.js';
import type { ErrorCode, Failure } from '../../../shared/result.js';
import type { AuditLog } from './audit-log.js';

/** A lookup's own failures stand in its answer's entry, and a journal that cannot be written cannot say so. */
const isOnRecordElsewhere = (code: ErrorCode): boolean =>
  /^registry-/.test(code) ||
  ['search-cancelled', 'audit-unavailable', 'audit-damaged', 'audit-in-use', 'audit-folder-unsafe'].includes(code);

/** What the desk puts on record about itself. */
export const createDeskRecords = (audit: AuditLog) => ({
  started: async (policy: DeskState['policy']): Promise<void> => {
    const loaded = policy.ok
      ? ({ type: 'policy.loaded' } as const)
      : ({ type: 'policy.refused', reason: policy.problems[0]?.kind ?? 'unknown' } as const);
    await audit.record({ type: 'desk.started' }, loaded);
  },
  /** Every refusal is an entry: which operation, and why. */
  refused: async (operation: string, { code }: Failure, call: CallView | null): Promise<void> => {
    if (isOnRecordElsewhere(code)) return;
    const about = call && { call: call.reference, purpose: call.purpose, ticket: call.ticket };
    await audit.record({ type: 'operation.refused', ...about, fields: [operation], reason: code });
  },
  stopped: async (reason: string): Promise<void> => {
    await audit.record({ type: 'desk.stopped', reason });
  },
});
