import type { AuditEntry, EntryType } from '../../shared/audit-entry.js';

export interface Filter {
  readonly since: string | null;
  readonly type: EntryType | null;
  readonly subject: string;
  readonly ticket: string;
}

export const noFilter: Filter = { since: null, type: null, subject: '', ticket: '' };

export interface Plan {
  readonly index: 'seq' | 'time' | 'type' | 'subject' | 'ticket';
  readonly value: string | null;
  /** What the index cannot tell; null when it tells all. */
  readonly rest: ((entry: AuditEntry) => boolean) | null;
}

/** From the fewest expected hits to the most: one person, one ticket, one kind of entry, a span of time. */
const order = ['subject', 'ticket', 'type'] as const;

/** One index range for the narrowest condition; the others are checked on what it finds. */
export const planOf = (filter: Filter): Plan => {
  const [first, ...others] = order.filter((name) => filter[name]);
  if (!first) return { index: filter.since === null ? 'seq' : 'time', value: null, rest: null };
  const rest = others.length === 0 ? null : (entry: AuditEntry) => others.every((name) => entry[name] === filter[name]);
  return { index: first, value: filter[first], rest };
};
