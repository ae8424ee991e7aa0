import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/result.js';
import { createTurnsByName } from '../turns/turns.js';
import { createFinishing, type FinishingParts } from './finishing.js';
import { createForgetting, type Forgetting } from './forgetting.js';
import { newRequest, type KeptRequest, type NewRequest } from './kept-request.js';
import type { Letter } from './letter.js';
import type { RequestSafe } from './request-safe.js';
import type { RequestStore } from './request-store.js';
import { createSending, type SendingParts } from './sending.js';

export interface QueueParts
  extends Omit<SendingParts, 'store' | 'safe' | 'now' | 'random'>, Pick<FinishingParts, 'erase'> {
  readonly store: RequestStore;
  readonly safe: RequestSafe;
  /** The domain that the mails' ids end in. */
  readonly domain: string;
  /** Told whenever a request has changed. */
  readonly changed: () => void;
  readonly now?: () => Date;
  readonly random?: () => number;
}

/** What is to be seen to by others, kept until they have it. Everything but `open` opens by itself. */
export interface RequestQueue extends Forgetting {
  /** Reads what earlier runs have kept, and sends on. Fails as the store does, and may be asked again. */
  open(): Promise<Result<void>>;
  /**
   * Answers ok when the request is durable; it is then sent, however long that takes. Fails with the key file's code, `disk-low` or
   * `requests-unavailable`; then nothing is kept.
   */
  keep(request: NewRequest, letter: Letter, registryId: string): Promise<Result<void>>;
  /** Tries to send it now. Fails with `request-unknown`, or with why it could not be sent; it is then kept as before. */
  retry(id: string): Promise<Result<void>>;
  /** Fails with `request-unknown`, `request-waiting` while it is not sent, or with why that could not be done; it may be asked again. */
  finish(id: string): Promise<Result<void>>;
  /** Oldest first. */
  list(): readonly KeptRequest[];
  readonly unreadable: number;
  /** How many wait to be sent; null until they have been read. */
  readonly unsent: number | null;
  /** Nothing is sent after it. */
  stop(): void;
}

export const createRequestQueue = (parts: QueueParts): RequestQueue => {
  const { now = () => new Date(), random = Math.random, store, safe, changed, domain } = parts;
  const send = createSending({ ...parts, now, random });
  const finish = createFinishing(parts);
  const inTurn = createTurnsByName();
  const requests = new Map<string, KeptRequest>();
  const timers = new Map<string, NodeJS.Timeout>();
  let unreadable: number | null = null;
  let opening: Promise<Result<void>> | null = null;
  let stopped = false;

  const schedule = (id: string, milliseconds: number): void => {
    clearTimeout(timers.get(id));
    if (!stopped)
      timers.set(
        id,
        setTimeout(() => void inTurn(id, () => attempt(id)), milliseconds),
      );
  };

  const put = (request: KeptRequest): void => {
    requests.set(request.id, request);
    changed();
  };

  const attempt = async (id: string): Promise<Result<void>> => {
    const request = requests.get(id);
    if (!request || stopped) return fail('request-unknown');
    if (request.sentAt !== null) return ok(undefined);
    const tried = await send(request);
    put(tried.request);
    if (tried.request.nextTry !== null) schedule(id, Date.parse(tried.request.nextTry) - now().getTime());
    return tried.result;
  };

  const seenTo = async (id: string): Promise<Result<void>> => {
    const request = requests.get(id);
    if (!request) return fail('request-unknown');
    const finished = await finish(request);
    if (finished.ok) requests.delete(id);
    changed();
    return finished;
  };

  const keep: RequestQueue['keep'] = async (about, letter, registryId) => {
    const messageId = `${randomUUID()}@${domain}`;
    const sealed = await safe.seal(about.id, JSON.stringify({ letter, messageId, registryId }));
    if (!sealed.ok) return sealed;
    const request = newRequest(about, sealed.value);
    const saved = await store.save(request);
    if (!saved.ok) return saved;
    put(request);
    schedule(about.id, 0);
    return saved;
  };

  const load = async (): Promise<Result<void>> => {
    const loaded = await store.load();
    if (!loaded.ok) return loaded;
    unreadable = loaded.value.unreadable;
    for (const request of loaded.value.requests) {
      requests.set(request.id, request);
      if (request.sentAt === null) schedule(request.id, 0);
    }
    const sealed = list().filter((request) => request.sealed !== null);
    // A run that ended in between may have left keys; those of what cannot be read are not touched.
    if (unreadable === 0) await safe.shredAllBut(sealed.map(({ id }) => id));
    changed();
    return ok(undefined);
  };
  const open = async (): Promise<Result<void>> => {
    const mine = (opening ??= load());
    const opened = await mine;
    if (!opened.ok && opening === mine) opening = null;
    return opened;
  };
  const opened = async (work: () => Promise<Result<void>>): Promise<Result<void>> => {
    const ready = await open();
    return ready.ok ? work() : ready;
  };
  const list = (): readonly KeptRequest[] =>
    [...requests.values()].sort((one, other) => one.created.localeCompare(other.created));

  const forgetting = createForgetting({ ...{ list, put, store, safe }, inTurn });

  return {
    open,
    isWaiting: async (isAbout) => {
      const ready = await open();
      return ready.ok ? forgetting.isWaiting(isAbout) : ready;
    },
    forget: (isAbout) => opened(() => forgetting.forget(isAbout)),
    keep: (about, letter, registryId) => opened(() => inTurn(about.id, () => keep(about, letter, registryId))),
    retry: (id) => opened(() => inTurn(id, () => attempt(id))),
    finish: (id) => opened(() => inTurn(id, () => seenTo(id))),
    list,
    get unreadable() {
      return unreadable ?? 0;
    },
    get unsent() {
      return unreadable === null ? null : list().filter(({ sentAt }) => sentAt === null).length;
    },
    stop: () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};
