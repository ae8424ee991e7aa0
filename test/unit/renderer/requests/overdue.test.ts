import { expect, test } from 'vitest';
import { isOverdue } from '../../../../renderer/requests/overdue.js';

test.each([
  ['2026-12-21T12:00:00', false],
  ['2026-12-22T23:59:59', false],
  ['2026-12-23T00:00:00', true],
  ['2027-01-01T00:00:00', true],
])('a request to be answered by 22 December is late at %s: %s', (now, late) => {
  expect(isOverdue('2026-12-22', new Date(now))).toBe(late);
});
