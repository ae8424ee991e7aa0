import { expect, test } from 'vitest';
import { backOff } from '../../../../../electron/main/requests/back-off.js';

test('each try waits twice as long as the one before, up to an hour', () => {
  expect([1, 2, 3, 4].map((tries) => backOff(tries, 1))).toEqual([30_000, 60_000, 120_000, 240_000]);
  expect(backOff(8, 1)).toBe(3_600_000);
  expect(backOff(10_000, 1)).toBe(3_600_000);
});

test('desks that lost the relay together do not come back together', () => {
  expect(backOff(1, 0)).toBe(15_000);
  expect(backOff(1, 0.5)).toBe(22_500);
  expect(backOff(10_000, 0)).toBe(1_800_000);
});
