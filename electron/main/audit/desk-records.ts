import type { CallView } from '../../../shared/call-view.js';
import type { DeskState } from '../../../shared/desk-state.js';
import type { ErrorCode, Failure, Result } from '../../../shared/result.js';
import type { AuditLog, Step } from './audit-log.js';
import { createRefusals } from './refusals.js';

/** A lookup's own failures stand in its answer's entry, a wrong try in the lock's, a hold in the erasure's, and a journal that cannot be written cannot say so. */
const isOnRecordElsewhere = (code: ErrorCode): boolean =>
  /^registry-/.test(code) ||
  [
    'search-cancelled',
    'legal-hold',
    'not-same-agent',
    'audit-unavailable',
    'audit-damaged',
    'audit-in-use',
    'audit-folder-unsafe',
  ].includes(code);

/** An operation that was refused: which, and why. */
const refusal = (operation: string, reason: ErrorCode, call: CallView | null): Step => {
  const about = call && { call: call.reference, purpose: call.purpose, ticket: call.ticket };
  return { type: 'operation.refused', ...about, fields: [operation], reason };
};

export type DeskRecords = ReturnType<typeof createDeskRecords>;

/** What the desk puts on record about itself. */
export const createDeskRecords = (audit: Pick<AuditLog, 'record'>) => {
  const refusals = createRefusals((...steps) => audit.record(...steps));
  return {
    started: async (policy: DeskState['policy']): Promise<void> => {
      const loaded = policy.ok
        ? ({ type: 'policy.loaded' } as const)
        : ({ type: 'policy.refused', reason: policy.problems[0]?.kind ?? 'unknown' } as const);
      await audit.record({ type: 'desk.started' }, loaded);
    },
    /** No refusal goes unrecorded: which operation, and why. */
    refused: async (operation: string, { code }: Failure, call: CallView | null, drill = false): Promise<void> => {
      if (!isOnRecordElsewhere(code))
        await refusals.record({ ...refusal(operation, code, call), ...(drill && { drill }) });
    },
    /** A wrong try to unlock is nobody's: the agent who is signed in did not make it. The name of who did is sealed, if it is known. */
    wrongTry: async (tried: string | null, call: CallView | null): Promise<void> => {
      const by = { agent: null, role: null };
      await audit.record({
        ...refusal('unlock', 'not-same-agent', call),
        by,
        ...(tried !== null && { sealed: { tried } }),
      });
    },
    /** What came of a link that could be read; it may name no ticket. */
    linkOpened: (ticket: string, outcome: 'filled' | 'superseded'): Promise<Result<unknown>> =>
      audit.record({ type: 'link.opened', ...(ticket && { ticket }), outcome }),
    stopped: async (reason: string): Promise<void> => {
      await refusals.flush();
      await audit.record({ type: 'desk.stopped', reason });
    },
  };
};
