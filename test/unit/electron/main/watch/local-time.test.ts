import { describe, expect, it } from 'vitest';
import { createLocalTime, isOutside } from '../../../../../electron/main/watch/local-time.js';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const clock = (weekday: number, time: string) => ({
  day: '2026-11-18',
  weekday,
  minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
});

describe('local time', () => {
  it.each([
    ['2026-11-18T21:59:00.000Z', 'Europe/Helsinki', '2026-11-18', 3, 23 * 60 + 59],
    ['2026-11-18T22:00:00.000Z', 'Europe/Helsinki', '2026-11-19', 4, 0],
    ['2026-11-22T12:00:00.000Z', 'UTC', '2026-11-22', 7, 12 * 60],
    // The hour that summer time begins and the one that comes twice when it ends.
    ['2026-03-29T01:00:00.000Z', 'Europe/Helsinki', '2026-03-29', 7, 4 * 60],
    ['2026-10-25T00:30:00.000Z', 'Europe/Helsinki', '2026-10-25', 7, 3 * 60 + 30],
    ['2026-10-25T01:30:00.000Z', 'Europe/Helsinki', '2026-10-25', 7, 3 * 60 + 30],
    ['2026-01-01T02:00:00.000Z', 'America/New_York', '2025-12-31', 3, 21 * 60],
  ])('%s in %s', (time, zone, day, weekday, minute) => {
    expect(createLocalTime(zone)(time)).toEqual({ day, weekday, minute });
  });

  it('is the workstation’s where no zone is given', () => {
    const { minute } = createLocalTime()('2026-11-18T12:34:00.000Z');
    const there = new Date('2026-11-18T12:34:00.000Z');
    expect(minute).toBe(there.getHours() * 60 + there.getMinutes());
  });
});

describe('outside hours', () => {
  it.each([
    ['06:00', '22:00', everyDay, 3, '06:00', false],
    ['06:00', '22:00', everyDay, 3, '05:59', true],
    ['06:00', '22:00', everyDay, 3, '21:59', false],
    ['06:00', '22:00', everyDay, 3, '22:00', true],
    ['00:00', '24:00', everyDay, 7, '23:59', false],
    ['00:00', '24:00', [1], 2, '12:00', true],
    // Over midnight: the night belongs to the day on which it began.
    ['22:00', '06:00', [5], 5, '23:00', false],
    ['22:00', '06:00', [5], 6, '05:59', false],
    ['22:00', '06:00', [5], 6, '06:00', true],
    ['22:00', '06:00', [5], 6, '23:00', true],
    ['22:00', '06:00', [7], 1, '01:00', false],
    ['00:00', '00:00', everyDay, 3, '12:00', false],
  ])('from %s to %s on %j: weekday %i at %s', (from, to, days, weekday, time, outside) => {
    expect(isOutside({ from, to, days }, clock(weekday, time))).toBe(outside);
  });
});

it('what was asked before changes no answer', () => {
  const tell = createLocalTime('Europe/Helsinki');
  const times = ['2026-03-29T00:59:59.999Z', '2026-03-29T01:00:00.000Z', '2026-03-29T00:59:00.000Z'];
  const offsets = ['2026-03-29T00:59:00+02:00', '2026-03-29T00:59:00Z'];
  for (const time of [...times, ...offsets, ...times])
    expect(tell(time)).toEqual(createLocalTime('Europe/Helsinki')(time));
});
