import { vi } from 'vitest';
import type { Step } from '../../electron/main/audit/audit-log.js';
import { issueReceipt } from '../../electron/main/audit/disclosure.js';
import { after, beginning, lineOf, type StoredEntry, type Tip } from '../../electron/main/audit/entry.js';
import type { Collector } from '../../electron/main/delivery/collector.js';
import { createCourier, type Courier } from '../../electron/main/delivery/courier.js';
import type { CursorStore } from '../../electron/main/delivery/cursor-store.js';
import type { Cursor, Outgoing } from '../../electron/main/delivery/outgoing.js';
import type { ErrorCode, Result } from '../../shared/result.js';
import { fail, ok } from '../../shared/result.js';
import { entryWith, noon } from './entries.js';

type Answer = Result<void> | Promise<Result<void>>;

/** A collector that a test answers for; what it takes it keeps, as often as it gets it. */
export const createFakeCollector = (url = 'tls://siem.example:6514') => {
  const got: StoredEntry[][] = [];
  const tries: number[] = [];
  let answer: (entries: readonly Outgoing[], signal: AbortSignal) => Answer = () => ok(undefined);
  const take = (entries: readonly Outgoing[]): void => void got.push(entries.map(({ entry }) => entry));
  const collector: Collector = {
    kind: 'syslog',
    url,
    send: async (entries, signal) => {
      tries.push(Date.now());
      const answered = await answer(entries, signal);
      if (answered.ok) take(entries);
      return answered;
    },
  };
  return {
    collector,
    /** Pieces, as they were acknowledged or taken in part. */
    got,
    /** When each began, by the machine's clock. */
    tries,
    take,
    answers: (next: typeof answer) => void (answer = next),
    fails: (code: ErrorCode) => void (answer = () => fail(code)),
    works: () => void (answer = () => ok(undefined)),
    /** Numbers in the order they came, each once: a collector drops what it has by its id. */
    seqs: () => [...new Set(got.flat().map(({ id }) => id))].map((id) => Number(id.replace('entry-', ''))),
  };
};

/** A file that survives the desk. */
export const createFakeStore = () => {
  let kept: Cursor | null = null;
  let failing: ErrorCode | null = null;
  const store: CursorStore = {
    load: () => Promise.resolve(ok(kept)),
    save: (tip) => {
      if (failing) return Promise.resolve(fail(failing));
      kept = tip;
      return Promise.resolve(ok(undefined));
    },
  };
  return {
    store,
    kept: () => kept,
    put: (cursor: Cursor | null) => void (kept = cursor),
    fails: (code: ErrorCode | null) => void (failing = code),
  };
};

/** A journal in memory, with couriers that are told of every append; the timers and both clocks are the test's. */
export const courierDesk = () => {
  vi.useFakeTimers({ now: noon, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  const entries: StoredEntry[] = [];
  const couriers: Courier[] = [];
  let tip: Tip = beginning;

  const append = (more: Partial<StoredEntry> = {}): void => {
    const seq = entries.length + 1;
    const time = new Date().toISOString();
    const entry = { ...entryWith({ seq, id: `entry-${seq}`, time }), sealed: null, prev: tip.hash, ...more };
    entries.push(entry);
    tip = after(tip, lineOf(entry));
    couriers.forEach((courier) => courier.follow());
  };
  const record = ({ type, fields = [], outcome, reason, by }: Step) => {
    append({ type, fields, outcome: outcome ?? null, reason: reason ?? null, ...by });
    return Promise.resolve(ok(issueReceipt(entries.length, [])));
  };
  const stored = (from: number, limit: number) =>
    Promise.resolve(ok(entries.filter(({ seq }) => seq > from).slice(0, limit)));

  return {
    entries,
    append,
    stored,
    head: () => entries.length,
    cut: (to: number) => void entries.splice(to),
    types: () => entries.map(({ type }) => type),
    reasons: () => entries.flatMap(({ type, reason }) => (type === 'delivery.failed' ? [reason] : [])),
    seqs: () => entries.map(({ seq }) => seq),
    start: (collector: Collector, store: CursorStore, random = 1): Courier => {
      const courier = createCourier({
        ...{ collector, store, stored, audit: { record } },
        changed: () => undefined,
        now: () => Date.now(),
        monotonic: () => performance.now(),
        random: () => random,
      });
      couriers.push(courier);
      return courier;
    },
    /** The machine's clock alone. */
    setClock: (milliseconds: number) => void vi.setSystemTime(milliseconds),
    pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
    end: async () => {
      await Promise.all(couriers.map((courier) => courier.stop()));
      vi.useRealTimers();
    },
  };
};

export type CourierDesk = ReturnType<typeof courierDesk>;
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
