import type { Failure } from '../../../shared/result.js';
import type { AuditLog, Step } from '../audit/audit-log.js';
import { backOff } from '../requests/back-off.js';
import { nameOf, type Collector } from './collector.js';
import { createFirstWaiting } from './first-waiting.js';
import { createHandingOver, type HandingOverParts } from './handing-over.js';
import { createRound } from './round.js';

export interface CourierParts extends Pick<HandingOverParts, 'collector' | 'store' | 'stored'> {
  readonly audit: Pick<AuditLog, 'record'>;
  /** Told whenever there may be something new to tell of it. */
  readonly changed: () => void;
  readonly now: () => number;
  /** Milliseconds by a clock that nobody can set. */
  readonly monotonic: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Milliseconds; what is appended meanwhile goes out together. */
  readonly gathering?: number;
}

/** Brings one collector the journal: in order, at least once, however long that takes. */
export interface Courier {
  readonly collector: Collector;
  /** Number of the last entry that the collector has acknowledged with all before it; 0 until that has been read. */
  readonly acknowledged: number;
  /** Why the last try failed. */
  readonly failure: Failure | null;
  /** Since when the first of what waits has waited (RFC 3339, UTC); says nothing of whether anything does. */
  since(): string | null;
  /** Finds out how far the collector is, if that can be read. */
  open(): Promise<void>;
  /** Hands over what there is. */
  begin(): void;
  /** Something was appended. */
  follow(): void;
  /** Somebody waits for it: a long pause ends now. */
  hurry(): void;
  sleep(): void;
  wake(): void;
  /** Nothing is sent after it; done when nothing is under way. */
  stop(): Promise<void>;
}

/** Entries in one piece. */
const most = 500;
/** Milliseconds between tries. A collector that is back after an hour should not be waited for another one. */
const pauses = { shortest: 5000, longest: 10 * 60_000 };

export const createCourier = (parts: CourierParts): Courier => {
  const { collector, audit, changed, now, monotonic, random, gathering = 2000 } = parts;
  const first = createFirstWaiting(now, monotonic);
  let failure: Failure | null = null;
  let tries = 0;
  let limit = most;

  /** Only what changes is put on record: an entry for each piece would itself be the next piece, without end. */
  const note = (step: Pick<Step, 'type' | 'reason'>): Promise<unknown> => {
    const by = { agent: null, role: null };
    return audit.record({ ...step, by, fields: [nameOf(collector)], outcome: collector.kind });
  };
  const handing = createHandingOver({ ...parts, onBegun: () => note({ type: 'delivery.begun' }), onNext: first.is });

  /** @returns the pause before the next try */
  const hasFailed = async (error: Failure): Promise<number> => {
    const isNews = failure?.code !== error.code;
    failure = error;
    tries += 1;
    // A line too slow for a piece of that size may do for a smaller one.
    if (error.code === 'collector-timeout') limit = Math.max(1, Math.floor(limit / 2));
    if (isNews) await note({ type: 'delivery.failed', reason: error.code });
    changed();
    return Math.max(backOff(tries, random(), pauses), (error.retryAfterSeconds ?? 0) * 1000);
  };
  const hasDelivered = async (): Promise<void> => {
    const wasFailing = failure !== null;
    failure = null;
    tries = 0;
    limit = Math.min(most, limit * 2);
    if (wasFailing) await note({ type: 'delivery.resumed' });
    changed();
  };

  const round = createRound({
    gathering,
    monotonic,
    random,
    step: async (signal) => {
      const handed = await handing.step(limit, signal);
      // What was broken off on purpose is no failure.
      if (signal.aborted) return null;
      if (!handed.ok) return hasFailed(handed.error);
      if (handed.value || failure) await hasDelivered();
      return handed.value ? 0 : null;
    },
  });

  return {
    collector,
    get acknowledged() {
      return handing.cursor?.seq ?? 0;
    },
    get failure() {
      return failure;
    },
    since: first.since,
    open: async () => {
      await handing.open();
      // Until the first piece has been read.
      first.appended();
    },
    begin: round.begin,
    follow: () => {
      first.appended();
      round.follow();
    },
    hurry: round.hurry,
    sleep: round.sleep,
    wake: round.wake,
    stop: round.stop,
  };
};
