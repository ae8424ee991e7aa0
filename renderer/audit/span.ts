import type { Filter } from '../read-model/filter.js';
import { isDay } from './is-day.js';

/** Spans of time one asks about, in milliseconds; null is all of it. */
const lengths = {
  all: null,
  hour: 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
  month: 30 * 24 * 3_600_000,
  days: null,
} as const;
export type SpanKind = keyof typeof lengths;
export const spanKinds = Object.keys(lengths) as SpanKind[];

/** `from` and `to` are days of the desk's own calendar, `2026-11-22`, both included; they count for `days` only. */
export interface Span {
  readonly kind: SpanKind;
  readonly from: string;
  readonly to: string;
}

export const allTime: Span = { kind: 'all', from: '', to: '' };

const midnight = (day: string, later = 0): number | null => {
  if (!isDay(day)) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).getTime();
};

export const timeOf = ({ kind, from, to }: Span, now: Date): Pick<Filter, 'since' | 'until'> => {
  if (kind === 'days') return { since: midnight(from), until: midnight(to, 1) };
  const length = lengths[kind];
  return { since: length === null ? null : now.getTime() - length, until: null };
};
