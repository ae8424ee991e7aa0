import { fail, ok, type Result } from '../../../shared/result.js';
import type { AuditLog, Step } from '../audit/audit-log.js';
import type { KeptRequest } from './kept-request.js';
import { contentOf, type RequestSafe } from './request-safe.js';
import type { RequestStore } from './request-store.js';

export interface FinishingParts {
  readonly store: Pick<RequestStore, 'remove'>;
  readonly safe: Pick<RequestSafe, 'unseal' | 'shred'>;
  /** Erases what the journal holds sealed about a subject, by the registry's id, and records it. Fails with `legal-hold`, or as the keys do. */
  readonly erase: (id: string, about: NonNullable<Step['about']>, reason: string) => Promise<Result<void>>;
  readonly audit: Pick<AuditLog, 'record'>;
}

const aboutOf = ({ id, purpose, ticket, subject }: KeptRequest): NonNullable<Step['about']> => ({
  ...{ call: id, purpose, ticket, subject },
});

/**
 * Somebody has seen to a request: it leaves the disk. Where use has ended that confirms the removal, and with the subject's key goes all
 * that the journal holds sealed about them; the journal itself stays whole. Done again after a failure, it goes on where it stood.
 */
export const createFinishing =
  ({ store, safe, audit, erase }: FinishingParts) =>
  async (request: KeptRequest): Promise<Result<void>> => {
    const { id, kind, matter, sealed, sentAt } = request;
    if (sentAt === null) return fail('request-waiting');
    const about = aboutOf(request);
    if (kind === 'end-of-use' && sealed !== null) {
      const content = await contentOf(safe, id, sealed);
      if (!content.ok) return content;
      const erased = await erase(content.value.registryId, about, matter);
      if (!erased.ok) return erased;
    }
    const recorded = await audit.record({ type: 'request.finished', about, outcome: kind, reason: matter });
    if (!recorded.ok) return recorded;
    const removed = await store.remove(id);
    if (!removed.ok) return removed;
    await safe.shred(id);
    return ok(undefined);
  };
