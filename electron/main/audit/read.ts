import type { Handlers } from '../../../shared/contract.js';
import { fail, ok } from '../../../shared/result.js';
import type { AuditLog } from './audit-log.js';

interface AuditReading {
  readonly handlers: Pick<Handlers, 'openAudit' | 'readAudit'>;
  end(): void;
}

/** Reading the trail is itself an entry: one each time someone opens it, before the first page. */
export const createAuditReading = (audit: AuditLog): AuditReading => {
  let open = false;
  return {
    handlers: {
      openAudit: async () => {
        const recorded = await audit.record({ type: 'audit.read' });
        if (!recorded.ok) return recorded;
        open = true;
        return ok({ head: audit.head });
      },
      readAudit: async ({ after, limit }) => {
        if (!open) return fail('audit-not-open');
        const page = await audit.page(after, limit);
        return page.ok ? ok({ entries: page.value, first: audit.first, head: audit.head }) : page;
      },
    },
    end: () => {
      open = false;
    },
  };
};
