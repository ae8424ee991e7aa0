import type { AuditEntry, EntryType } from '../../../shared/audit-entry.js';
import type { LocalTime } from './local-time.js';

/** What the rules may look back on from an entry. All are in the journal's order, and none holds the entry itself. */
export interface Past {
  /** What came before it in its call. */
  ofCall(entry: AuditEntry): readonly AuditEntry[];
  /** What its agent did before it on the same local day. */
  ofDay(entry: AuditEntry): readonly AuditEntry[];
  /** What was about the same person in the days before it, under whichever month's pseudonym. */
  ofSubject(entry: AuditEntry): readonly AuditEntry[];
  readonly local: (time: string) => LocalTime;
}

export interface GrowingPast extends Past {
  add(entry: AuditEntry): void;
  /** These pseudonyms are one person: a month's end gives everybody another. */
  unite(pseudonyms: readonly string[]): void;
  /** Months, as `2026-11`, whose pseudonyms are in it. */
  months(): readonly string[];
}

const relevant: ReadonlySet<EntryType> = new Set([
  'call.started',
  'lookup.requested',
  'lookup.answered',
  'subject.chosen',
  'claims.compared',
  'factor.finished',
  'call.verified',
  'call.closed',
]);

const day = 24 * 60 * 60 * 1000;

/** A list for each key. */
const createLists = <T>() => {
  const lists = new Map<string, T[]>();
  return {
    of: (key: string): readonly T[] => lists.get(key) ?? [],
    add: (key: string, item: T): void => {
      const list = lists.get(key);
      if (list) list.push(item);
      else lists.set(key, [item]);
    },
    keep: (wanted: (item: T) => boolean): void => {
      for (const [key, list] of lists) {
        const kept = list.filter(wanted);
        if (kept.length > 0) lists.set(key, kept);
        else lists.delete(key);
      }
    },
  };
};

/** Keeps what the rules need of the last `days` days, and the day before them so that no day in it is a part of one. */
export const createPast = (days: number, local: (time: string) => LocalTime): GrowingPast => {
  const calls = createLists<AuditEntry>();
  const agents = createLists<AuditEntry>();
  const subjects = createLists<AuditEntry>();
  const united = new Map<string, ReadonlySet<string>>();
  const months = new Set<string>();
  let today = '';

  const since = (entry: AuditEntry, back: number): string =>
    new Date(Date.parse(entry.time) - back * day).toISOString();
  const dayKey = ({ agent, time }: AuditEntry): string => `${local(time).day} ${agent ?? ''}`;
  const prune = (entry: AuditEntry): void => {
    const oldest = since(entry, days + 2);
    for (const lists of [calls, agents, subjects]) lists.keep(({ time }) => time >= oldest);
    for (const month of months) if (month < oldest.slice(0, 7)) months.delete(month);
  };

  return {
    local,
    ofCall: ({ call, seq }) => (call === null ? [] : calls.of(call).filter((earlier) => earlier.seq < seq)),
    ofDay: (entry) => agents.of(dayKey(entry)).filter(({ seq }) => seq < entry.seq),
    ofSubject: (entry) => {
      if (entry.subject === null) return [];
      const oldest = since(entry, days);
      return [...(united.get(entry.subject) ?? [entry.subject])]
        .flatMap((pseudonym) => subjects.of(pseudonym))
        .filter(({ seq, time }) => seq < entry.seq && time >= oldest)
        .sort((one, other) => one.seq - other.seq);
    },
    add: (entry) => {
      if (!relevant.has(entry.type)) return;
      const key = dayKey(entry);
      if (key.slice(0, today.length) !== today || today === '') {
        today = key.slice(0, 'yyyy-mm-dd'.length);
        prune(entry);
      }
      if (entry.call !== null) calls.add(entry.call, entry);
      agents.add(key, entry);
      if (entry.subject === null) return;
      subjects.add(entry.subject, entry);
      months.add(entry.time.slice(0, 7));
    },
    unite: (pseudonyms) => {
      const all = new Set(pseudonyms.flatMap((each) => [each, ...(united.get(each) ?? [])]));
      for (const each of all) united.set(each, all);
    },
    months: () => [...months],
  };
};
