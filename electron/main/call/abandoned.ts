import type { AuditEntry } from '../../../shared/audit-entry.js';
import { abandonReasons, type AbandonedView } from '../../../shared/call-view.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { CallUseCases } from './late-calls.js';

const told = (reason: string | null, at: string): AbandonedView | null => {
  const known = abandonReasons.find((each) => each === reason);
  return known ? { reason: known, at } : null;
};

const pageSize = 500;
const decides = ({ type }: AuditEntry): boolean =>
  type === 'call.started' || type === 'call.closed' || type === 'desk.started';

/** How an entry ended a call, and when that was: of a call that went down with its desk, the time of its last step, for the end is written later. */
const endIn = (page: readonly AuditEntry[], end: AuditEntry): AbandonedView | null => {
  if (end.type !== 'call.closed' || end.outcome !== 'abandoned' || end.drill) return null;
  const step = page.findLast((entry) => entry.call === end.call && entry.seq < end.seq);
  return told(end.reason, (end.reason === 'desk-stopped' && step?.time) || end.time);
};

/** What the last call or start on record says; null where there is none, or it cannot be read. */
const lastEnd = async (audit: Pick<AuditLog, 'first' | 'head' | 'page'>): Promise<AbandonedView | null> => {
  for (let end = audit.head; end >= audit.first; end -= pageSize) {
    const begin = Math.max(audit.first - 1, end - pageSize);
    const page = await audit.page(begin, end - begin);
    if (!page.ok) return null;
    const last = page.value.findLast(decides);
    if (last) return endIn(page.value, last);
  }
  return null;
};

/** The last call that ended without its agent, in this run or the one before, until another begins. */
export const createAbandoned = (now: () => Date) => {
  let last: AbandonedView | null = null;
  return {
    view: () => last,
    /** To be asked before this start is on record, so that each is told at one start only. */
    lookBack: async (audit: Pick<AuditLog, 'first' | 'head' | 'open' | 'page'>): Promise<void> => {
      if (!(await audit.open()).ok) return;
      last = await lastEnd(audit);
    },
    watching: (calls: CallUseCases): CallUseCases => ({
      ...calls,
      handlers: {
        ...calls.handlers,
        startCall: async (request) => {
          const started = await calls.handlers.startCall(request);
          if (started.ok) last = null;
          return started;
        },
      },
      abandon: async (reason) => {
        const wasOpen = calls.view() !== null;
        await calls.abandon(reason);
        if (wasOpen) last = told(reason, now().toISOString());
      },
    }),
  };
};
export type Abandoned = ReturnType<typeof createAbandoned>;
