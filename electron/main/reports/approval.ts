import { fail, ok, type Result } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { SecondAgentPort } from '../call/colleague.js';
import type { Role } from '../policy/schema.js';
import { stepAbout, type Wanted } from './saving.js';

interface ApprovalParts {
  readonly audit: Pick<AuditLog, 'record'>;
  /** Has another person sign in, for one answer; null where there is no provider that tells one person from another. */
  readonly ask: SecondAgentPort | null;
}

/** Whoever answers for agents, or for people's data. */
const approvers: readonly Role[] = ['supervisor', 'privacy-officer'];

/**
 * Another person agrees to a report by signing in, and stands in the entry as who did; the name of one who came and may not is sealed, for
 * it proves nothing. Fails with `approver-missing` where nobody else can sign in, or as signing in does.
 */
export const createApproval =
  ({ audit, ask }: ApprovalParts) =>
  async (wanted: Omit<Wanted, 'make'>, signal: AbortSignal): Promise<Result<void>> => {
    if (!ask) return fail('approver-missing');
    const answer = await ask(signal, approvers);
    if (answer.ok) {
      const by = { agent: answer.agent, role: null };
      const recorded = await audit.record({ ...stepAbout('report.approved', wanted), by });
      return recorded.ok ? ok(undefined) : recorded;
    }
    const { agent, error } = answer;
    const recorded = await audit.record({
      ...stepAbout('report.refused', wanted),
      reason: error.code,
      ...(agent !== null && { sealed: { approver: agent } }),
    });
    return recorded.ok ? { ok: false, error } : recorded;
  };
