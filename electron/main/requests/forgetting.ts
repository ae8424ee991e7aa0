import { ok, type Result } from '../../../shared/result.js';
import type { KeptRequest } from './kept-request.js';
import type { TurnsByName } from '../turns/turns.js';
import { contentOf, type RequestSafe } from './request-safe.js';
import type { RequestStore } from './request-store.js';

/** Whether it is somebody, by the registry's id. */
type IsAbout = (registryId: string) => boolean;

/** What the requests hold sealed about one person. Each operation fails as the store or the key file does. */
export interface Forgetting {
  /** Whether a request about the person is still to be sent. */
  isWaiting(isAbout: IsAbout): Promise<Result<boolean>>;
  /** Nothing of the person is sealed in a request any more; the requests stay. */
  forget(isAbout: IsAbout): Promise<Result<void>>;
}

interface Parts {
  readonly list: () => readonly KeptRequest[];
  readonly put: (request: KeptRequest) => void;
  readonly store: Pick<RequestStore, 'save'>;
  readonly safe: Pick<RequestSafe, 'unseal' | 'shred'>;
  readonly inTurn: TurnsByName;
}

export const createForgetting = ({ list, put, store, safe, inTurn }: Parts): Forgetting => {
  const about = async (isAbout: IsAbout): Promise<Result<KeptRequest[]>> => {
    const found: KeptRequest[] = [];
    for (const request of list()) {
      const content = request.sealed === null ? null : await contentOf(safe, request.id, request.sealed);
      // What nobody can read any more tells of nobody; what cannot be read now must be waited for.
      if (content && !content.ok && content.error.code !== 'request-unreadable') return content;
      if (content?.ok && isAbout(content.value.registryId)) found.push(request);
    }
    return ok(found);
  };

  const empty = async (request: KeptRequest): Promise<Result<void>> => {
    const emptied = { ...request, sealed: null };
    const saved = await store.save(emptied);
    if (!saved.ok) return saved;
    put(emptied);
    return safe.shred(request.id);
  };

  return {
    isWaiting: async (isAbout) => {
      const found = await about(isAbout);
      return found.ok ? ok(found.value.some(({ sentAt }) => sentAt === null)) : found;
    },
    forget: async (isAbout) => {
      const found = await about(isAbout);
      if (!found.ok) return found;
      for (const request of found.value) {
        const emptied = await inTurn(request.id, () => empty(request));
        if (!emptied.ok) return emptied;
      }
      return ok(undefined);
    },
  };
};
