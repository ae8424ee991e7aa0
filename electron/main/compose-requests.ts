import { onDisk } from './audit/durable-file.js';
import type { AuditLog } from './audit/audit-log.js';
import type { SignIn } from './access/session.js';
import type { KeyFile } from './credentials/key-file.js';
import { composeErasure } from './compose-erasure.js';
import { composeRelay } from './compose-relay.js';
import { createRequestSafe } from './credentials/request-safe.js';
import type { Host } from './desk.js';
import type { Erasure } from './erasure/erasure.js';
import type { Network } from './network/network.js';
import type { Policy } from './policy/schema.js';
import { createRequestDesk, type RequestDesk } from './requests/request-desk.js';
import { createRequestHandlers } from './requests/request-handlers.js';
import { createRequestQueue, type RequestQueue } from './requests/request-queue.js';
import { createRequestStore } from './requests/request-store.js';

export interface RequestsParts {
  readonly host: Pick<Host, 'requestFolder' | 'journalFolder'>;
  readonly emit: Host['emit'];
  readonly policy: Policy;
  readonly audit: AuditLog;
  readonly keys: KeyFile;
  readonly network: Pick<Network, 'caCertificates'>;
  readonly signIn: Pick<SignIn, 'session'>;
  readonly isCalling: () => boolean;
}

export interface Requests {
  readonly queue: RequestQueue;
  readonly desk: RequestDesk;
  readonly handlers: ReturnType<typeof createRequestHandlers> & Erasure['handlers'];
}

/** The requests' part of the composition root: where they lie, who gets them, what sends them, and what is erased with them. */
export const composeRequests = (parts: RequestsParts): Requests => {
  const { host, emit, policy, audit, keys, signIn, isCalling } = parts;
  const { mailTo = policy.organisation.privacyContact ?? null, removalTo = mailTo, language } = policy.requests;
  const queue: RequestQueue = createRequestQueue({
    store: createRequestStore({
      folder: host.requestFolder,
      place: onDisk.place,
    }),
    safe: createRequestSafe(keys),
    audit,
    relay: composeRelay(policy, parts.network),
    recipient: (kind) => (kind === 'end-of-use' ? removalTo : mailTo),
    domain: policy.organisation.domain,
    erase: (id, about, reason) => erasure.byId(id, about, reason),
    changed: () => emit({ kind: 'requests', unsent: queue.unsent ?? 0 }),
  });
  const erasure = composeErasure({ host, audit, keys, isCalling, requests: queue });
  const session = () => signIn.session;
  return {
    queue,
    desk: createRequestDesk({ queue, language, agent: () => session()?.agent ?? null }),
    handlers: { ...createRequestHandlers({ queue, audit, session }), ...erasure.handlers },
  };
};
