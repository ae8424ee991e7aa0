import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthAfter } from '../../../../../electron/main/requests/due-day.js';

test.each([
  ['2026-11-22', '2026-12-22'],
  ['2026-12-31', '2027-01-31'],
  ['2027-01-29', '2027-02-28'],
  ['2027-01-31', '2027-02-28'],
  ['2028-01-31', '2028-02-29'],
  ['2026-03-31', '2026-04-30'],
  ['2027-02-28', '2027-03-28'],
])('a request of %s is answered in time by %s', (received, due) => {
  expect(monthAfter(new Date(`${received}T23:30:00`))).toBe(due);
  expect(monthAfter(new Date(`${received}T00:00:00`))).toBe(due);
});

test('it is always in the next month, never later than the same day, and never earlier than it must be', () => {
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (received) => {
      const due = new Date(`${monthAfter(received)}T12:00:00`);
      const months = (due.getFullYear() - received.getFullYear()) * 12 + due.getMonth() - received.getMonth();
      expect(months).toBe(1);
      const lastDay = new Date(due.getFullYear(), due.getMonth() + 1, 0).getDate();
      expect(due.getDate()).toBe(Math.min(received.getDate(), lastDay));
    }),
  );
});
