import type { Handlers } from '../../shared/contract.js';
import type { Requests, RequestsParts } from './compose-requests.js';
import type { RequestDesk } from './requests/request-desk.js';

export interface LateRequests {
  readonly desk: RequestDesk;
  readonly handlers: Pick<Handlers, keyof Requests['handlers']>;
  /** Null until they have been read. */
  unsent(): number | null;
  stop(): void;
}

/** The requests, loaded once the start is on record: nothing the window shows first waits for them. */
export const lateRequests = (parts: RequestsParts, started: Promise<void>): LateRequests => {
  let opened: Requests | null = null;
  let stopped = false;
  const load = async (): Promise<Requests> => {
    await started;
    const { composeRequests } = await import('./compose-requests.js');
    const requests = (opened = composeRequests(parts));
    if (stopped) requests.queue.stop();
    // One that does not open says so to whoever asks for it, and opens then if it can.
    else await requests.queue.open();
    return requests;
  };
  const loading = load();
  return {
    desk: { keep: async (filing) => (await loading).desk.keep(filing) },
    handlers: {
      readRequests: async () => (await loading).handlers.readRequests(),
      retryRequest: async (request) => (await loading).handlers.retryRequest(request),
      finishRequest: async (request) => (await loading).handlers.finishRequest(request),
      eraseSubject: async (request) => (await loading).handlers.eraseSubject(request),
      readHolds: async () => (await loading).handlers.readHolds(),
      setHold: async (request) => (await loading).handlers.setHold(request),
      liftHold: async (request) => (await loading).handlers.liftHold(request),
    },
    unsent: () => opened?.queue.unsent ?? null,
    stop: () => {
      stopped = true;
      opened?.queue.stop();
    },
  };
};
