import type { AuditEntry } from '../../../../shared/audit-entry.js';
import { outcomeOf, proofOf } from '../../../../shared/counted.js';
import { createCounts, quantile, type Counts } from './count.js';

export const statisticGroups = [
  'calls-by-purpose',
  'calls-by-outcome',
  'lookups',
  'factors',
  'bypasses',
  'repeats',
  'locks',
  'time-to-verify',
  'flags',
] as const;
export type StatisticGroup = (typeof statisticGroups)[number];

/** One figure: a count, or seconds in `time-to-verify`. `item` is a code, or several joined by `+`. */
export interface Statistic {
  readonly group: StatisticGroup;
  readonly item: string;
  readonly value: number;
}

/** Figures over a span of time (RFC 3339, UTC); null where nothing was recorded. */
export interface Statistics {
  readonly from: string | null;
  readonly to: string | null;
  readonly figures: readonly Statistic[];
}

interface OpenCall {
  readonly startedAt: number;
  requested: number;
  answered: number;
  found: boolean;
  chosen: boolean;
  verified: boolean;
}

const perPerson = (calls: number): string => (calls >= 5 ? '5-or-more' : calls >= 3 ? '3-4' : String(calls));

/** What is known of calls one after the other. */
const createCallLog = (lookups: Counts) => {
  const open = new Map<string, OpenCall>();
  const seconds: number[] = [];
  const close = (call: string): void => {
    const { requested, answered, found, chosen } = open.get(call) ?? { requested: 0, answered: 0 };
    for (let left = requested - answered; left > 0; left -= 1) lookups.add('unanswered');
    if (found && !chosen) lookups.add('found-without-choice');
    open.delete(call);
  };
  return {
    start: ({ call, time }: AuditEntry): void => {
      const counted = { requested: 0, answered: 0, found: false, chosen: false, verified: false };
      if (call !== null) open.set(call, { startedAt: Date.parse(time), ...counted });
    },
    of: (call: string | null): OpenCall | undefined => (call === null ? undefined : open.get(call)),
    close,
    verified: (known: OpenCall, time: string): void => {
      if (!known.verified) seconds.push(Math.max(0, Date.parse(time) - known.startedAt) / 1000);
      known.verified = true;
    },
    /** Calls that are still open count as they are. */
    end: (): readonly number[] => {
      for (const call of [...open.keys()]) close(call);
      return seconds.sort((one, other) => one - other);
    },
  };
};

/**
 * Counts what happened at a desk, to be told entry by entry. Nobody is in it: no agent is looked at, so that nothing can be told by agent,
 * and of persons only how many there were. A drill is not counted.
 */
export const createStatistics = () => {
  const counts = {
    'calls-by-purpose': createCounts(),
    'calls-by-outcome': createCounts(),
    lookups: createCounts(),
    factors: createCounts(),
    bypasses: createCounts(),
    locks: createCounts(),
    flags: createCounts(),
  } satisfies Partial<Record<StatisticGroup, Counts>>;
  const calls = createCallLog(counts.lookups);
  const persons = new Map<string, number>();
  let from: string | null = null;
  let to: string | null = null;

  const seen: Partial<Record<AuditEntry['type'], (entry: AuditEntry, call: OpenCall | undefined) => void>> = {
    'call.started': (entry) => {
      counts['calls-by-purpose'].add(entry.purpose ?? '');
      calls.start(entry);
    },
    'call.closed': (entry) => {
      counts['calls-by-outcome'].add(outcomeOf(entry) ?? '');
      if (entry.call !== null) calls.close(entry.call);
    },
    'lookup.requested': (_entry, call) => {
      counts.lookups.add('requested');
      if (call) call.requested += 1;
    },
    'lookup.answered': ({ outcome }, call) => {
      // One answer has an entry for each person in it.
      if (!call || call.answered < call.requested) counts.lookups.add(outcome ?? '');
      if (call && call.answered < call.requested) call.answered += 1;
      if (call && outcome === 'found') call.found = true;
    },
    'subject.chosen': ({ subject }, call) => {
      if (subject !== null && call && !call.chosen) persons.set(subject, (persons.get(subject) ?? 0) + 1);
      if (call) call.chosen = true;
    },
    'claims.compared': (entry) => counts.factors.add(proofOf(entry) ?? ''),
    'factor.finished': (entry) => counts.factors.add(proofOf(entry) ?? ''),
    'bypass.asked': () => counts.bypasses.add('asked'),
    'call.bypassed': () => counts.bypasses.add('done'),
    'call.verified': ({ time }, call) => call && calls.verified(call, time),
    'subject.locked': ({ outcome }) => counts.locks.add(outcome ?? ''),
    'flag.raised': ({ reason }) => counts.flags.add(reason ?? ''),
  };

  const repeats = (): Counts => {
    const repeated = createCounts();
    for (const count of persons.values()) repeated.add(perPerson(count));
    return repeated;
  };

  return {
    note: (entry: AuditEntry): void => {
      from ??= entry.time;
      to = entry.time;
      if (!entry.drill) seen[entry.type]?.(entry, calls.of(entry.call));
    },
    end: (): Statistics => {
      const seconds = calls.end();
      const all: Partial<Record<StatisticGroup, Counts>> = { ...counts, repeats: repeats() };
      const times = [
        ['calls', seconds.length],
        ['median', quantile(seconds, 0.5)],
        ['p90', quantile(seconds, 0.9)],
      ] as const;
      const figures = statisticGroups.flatMap((group): Statistic[] => {
        const items = group === 'time-to-verify' ? times : (all[group]?.entries() ?? []);
        return items.flatMap(([item, value]) => (value === null ? [] : [{ group, item, value }]));
      });
      return { from, to, figures };
    },
  };
};
