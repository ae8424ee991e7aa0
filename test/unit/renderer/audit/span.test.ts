import { expect, it } from 'vitest';
import { allTime, timeOf } from '../../../../renderer/audit/span.js';

const now = new Date(2026, 10, 23, 12, 30);

it('a span of time ends now', () => {
  expect(timeOf(allTime, now)).toEqual({ since: null, until: null });
  const hour = { since: now.getTime() - 3_600_000, until: null };
  expect(timeOf({ ...allTime, kind: 'hour' }, now)).toEqual(hour);
});

it('two days are whole days of the desk’s own calendar, the last one too', () => {
  const span = { kind: 'days', from: '2026-10-24', to: '2026-10-25' } as const;
  expect(timeOf(span, now)).toEqual({
    since: new Date(2026, 9, 24).getTime(),
    until: new Date(2026, 9, 26).getTime(),
  });
});

it('a day that is not there yet, or is none, narrows nothing', () =>
  expect(timeOf({ kind: 'days', from: '2026-1', to: '' }, now)).toEqual({ since: null, until: null }));
