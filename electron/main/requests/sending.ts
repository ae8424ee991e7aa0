import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { AuditLog, Step } from '../audit/audit-log.js';
import type { Relay } from '../mail/relay.js';
import { backOff } from './back-off.js';
import type { KeptRequest } from './kept-request.js';
import { contentOf, type RequestSafe } from './request-safe.js';
import type { RequestStore } from './request-store.js';

export interface SendingParts {
  readonly store: Pick<RequestStore, 'save'>;
  readonly safe: Pick<RequestSafe, 'unseal' | 'shred'>;
  readonly audit: Pick<AuditLog, 'record' | 'mayDisclose'>;
  /** Null where the policy names none: then requests wait here. */
  readonly relay: Pick<Relay, 'send'> | null;
  /** Whom the policy has it sent to; null where it names nobody. */
  readonly recipient: (kind: KeptRequest['kind']) => string | null;
  readonly now: () => Date;
  readonly random: () => number;
}

/** The request as one try has left it, and what came of the try. Without `nextTry` there is nothing more to try by itself. */
export interface Tried {
  readonly request: KeptRequest;
  readonly result: Result<void>;
}

/** Whom and what the desk's own entries about a request are about: nobody who sits at it did this. */
const byItself = ({ id, purpose, ticket, subject }: KeptRequest): NonNullable<Step['about']> => ({
  ...{ call: id, purpose, ticket, subject },
  agent: null,
});

/** Hands letters to the relay. Every try is on record, and no letter leaves while nothing can be recorded. */
export const createSending = (parts: SendingParts): ((request: KeptRequest) => Promise<Tried>) => {
  const { store, safe, audit, relay, recipient, now, random } = parts;
  /** Taken by the relay, and how much of that is on the disk by now: what is missing is done again, the sending is not. */
  const taken = new Map<string, 'unrecorded' | 'recorded'>();

  const post = async ({ id, kind, sealed }: KeptRequest): Promise<Result<void>> => {
    const to = recipient(kind);
    if (!relay || to === null) return fail('request-nowhere');
    if (sealed === null) return fail('request-unreadable');
    const allowed = await audit.mayDisclose();
    if (!allowed.ok) return allowed;
    const content = await contentOf(safe, id, sealed);
    if (!content.ok) return content;
    const { letter, messageId } = content.value;
    return relay.send({ ...letter, to, messageId });
  };

  const hasFailed = async (request: KeptRequest, error: Failure): Promise<Tried> => {
    const result = { ok: false, error } as const;
    // Only another policy mends this, and that is read at the next start.
    if (error.code === 'request-nowhere') {
      return { request: { ...request, failure: error.code, nextTry: null }, result };
    }
    const tries = request.tries + 1;
    const wait = Math.max(backOff(tries, random()), (error.retryAfterSeconds ?? 0) * 1000);
    const nextTry = new Date(now().getTime() + wait).toISOString();
    const failed = { ...request, tries, failure: error.code, nextTry };
    const step = { about: byItself(request), outcome: request.kind, reason: error.code };
    await audit.record({ type: 'request.failed', ...step });
    // A count that the disk did not take is no loss.
    await store.save(failed);
    return { request: failed, result };
  };

  const settle = async (request: KeptRequest): Promise<Tried> => {
    const { id, kind, tries } = request;
    if (taken.get(id) === 'unrecorded') {
      const recorded = await audit.record({ type: 'request.sent', about: byItself(request), outcome: kind });
      if (!recorded.ok) return hasFailed(request, recorded.error);
      taken.set(id, 'recorded');
    }
    // Until a removal is confirmed it may have to be asked again, and the desk has to know whose key to drop.
    const sealed = kind === 'end-of-use' ? request.sealed : null;
    const sent = { ...request, sealed, sentAt: now().toISOString(), tries: tries + 1, failure: null, nextTry: null };
    const saved = await store.save(sent);
    if (!saved.ok) return hasFailed(request, saved.error);
    taken.delete(id);
    if (sealed === null) await safe.shred(id);
    return { request: sent, result: ok(undefined) };
  };

  return async (request) => {
    if (taken.has(request.id)) return settle(request);
    const posted = await post(request);
    if (!posted.ok) return hasFailed(request, posted.error);
    taken.set(request.id, 'unrecorded');
    return settle(request);
  };
};
