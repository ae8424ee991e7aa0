import type { Handlers } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { RequestsView } from '../../../shared/request.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { Role } from '../policy/schema.js';
import { requestView, type KeptRequest } from './kept-request.js';
import type { RequestQueue } from './request-queue.js';

/** Who is signed in. */
interface Reader {
  readonly agent: string;
  readonly roles: readonly Role[];
}

interface Parts {
  readonly queue: RequestQueue;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly session: () => Reader | null;
}

const overseeing = ['supervisor', 'privacy-officer'] as const;

/** An agent sees what they filed themselves; whoever oversees the desk sees all. */
const mayRead = (session: Reader | null, { agent }: KeptRequest): boolean =>
  session !== null && (session.agent === agent || overseeing.some((role) => session.roles.includes(role)));

/** The requests of this desk. Reading them is itself an entry. */
export const createRequestHandlers = ({
  queue,
  audit,
  session,
}: Parts): Pick<Handlers, 'readRequests' | 'retryRequest' | 'finishRequest'> => {
  const readable = (): readonly KeptRequest[] => queue.list().filter((request) => mayRead(session(), request));
  const view = (): RequestsView => ({
    requests: readable().map(requestView),
    unreadable: queue.unreadable,
    mayFinish: session()?.roles.includes('privacy-officer') ?? false,
  });
  /** What came of it stands in the list, so a try that fails is an answer like any other. */
  const retry = async (id: string): Promise<Result<RequestsView>> => {
    if (!readable().some((request) => request.id === id)) return fail('request-unknown');
    await queue.retry(id);
    return ok(view());
  };
  return {
    readRequests: async () => {
      const opened = await queue.open();
      if (!opened.ok) return opened;
      const recorded = await audit.record({ type: 'requests.read' });
      return recorded.ok ? ok(view()) : recorded;
    },
    retryRequest: ({ id }) => retry(id),
    finishRequest: async ({ id }) => {
      const finished = await queue.finish(id);
      return finished.ok ? ok(view()) : finished;
    },
  };
};
