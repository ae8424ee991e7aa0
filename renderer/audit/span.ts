/** Spans of time one asks about, in milliseconds; null is all of it. */
export const spans = {
  all: null,
  hour: 3_600_000,
  day: 24 * 3_600_000,
  week: 7 * 24 * 3_600_000,
  month: 30 * 24 * 3_600_000,
} as const;
export type Span = keyof typeof spans;
export const spanIds = Object.keys(spans) as Span[];

export const sinceOf = (span: Span, now: Date): string | null => {
  const length = spans[span];
  return length === null ? null : new Date(now.getTime() - length).toISOString();
};
