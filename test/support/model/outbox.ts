import { createRequestDesk } from '../../../electron/main/requests/request-desk.js';
import {
  createRequestQueue,
  type QueueParts,
  type RequestQueue,
} from '../../../electron/main/requests/request-queue.js';
import type { RequestSafe } from '../../../electron/main/requests/request-safe.js';
import type { RequestStore } from '../../../electron/main/requests/request-store.js';
import { fail, ok } from '../../../shared/result.js';

const createStore = (): RequestStore => {
  const kept = new Map<string, Parameters<RequestStore['save']>[0]>();
  return {
    load: () => Promise.resolve(ok({ requests: [...kept.values()], unreadable: 0 })),
    save: (request) => Promise.resolve(ok(void kept.set(request.id, request))),
    remove: (id) => Promise.resolve(ok(void kept.delete(id))),
  };
};

/** What it keeps can be read until it is shredded. */
const createSafe = (): RequestSafe => {
  const kept = new Map<string, string>();
  return {
    seal: (id, content) => {
      kept.set(id, content);
      return Promise.resolve(ok('sealed'));
    },
    unseal: (id) => {
      const content = kept.get(id);
      return Promise.resolve(content === undefined ? fail('request-unreadable') : ok(content));
    },
    shred: (id) => Promise.resolve(ok(void kept.delete(id))),
    shredAllBut: (ids) =>
      Promise.resolve(ok([...kept.keys()].filter((id) => !ids.includes(id)).forEach((id) => kept.delete(id)))),
  };
};

/** Requests in memory, which outlive the process that keeps them. */
export const createOutbox = (relay: QueueParts['relay']) => {
  const store = createStore();
  const safe = createSafe();
  let queue: RequestQueue | null = null;
  return {
    folder: '/state/tunniste/requests',
    open: ({ audit }: { audit?: QueueParts['audit'] }) => {
      if (!audit) throw new Error('no audit');
      queue = createRequestQueue({
        ...{ store, safe, audit, relay, recipient: () => 'tietosuoja@esimerkki.example' },
        ...{ domain: 'esimerkki.example', changed: () => undefined, erase: () => Promise.resolve(ok(undefined)) },
      });
      return { queue, desk: createRequestDesk({ queue, language: 'en', agent: () => 'agent' }), changes: () => 0 };
    },
    /** How many of them nobody has taken yet. */
    get unsent() {
      return queue?.unsent ?? null;
    },
    stop: (): void => queue?.stop(),
  };
};
