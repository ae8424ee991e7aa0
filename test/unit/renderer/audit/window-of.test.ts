import { describe, expect, it } from 'vitest';
import { offsetShowing, rowHeight, windowOf } from '../../../../renderer/audit/window-of.js';

const height = 10 * rowHeight;
/** Scrolled as far down as the element goes. */
const bottomOf = (count: number) => windowOf(count, height, windowOf(count, height, 0).pixels - height);

describe('the rows in sight', () => {
  it('are those at the place in the list, to the pixel', () => {
    expect(windowOf(1000, height, 0)).toMatchObject({ first: 0, last: 10, shift: 0, pixels: 1000 * rowHeight });
    expect(windowOf(1000, height, 5 * rowHeight + 3)).toMatchObject({ first: 5, last: 15, shift: 3 });
  });

  it.each([1, 10, 11, 5000, 1_000_000, 30_000_000])('of %d rows the last is reached, and fits', (count) => {
    const { last, offset } = bottomOf(count);
    expect(last).toBe(count - 1);
    expect(offset).toBeCloseTo(Math.max(0, count * rowHeight - height), 5);
  });

  it('are never taller than what Chromium can draw, at twice the size', () => {
    expect(windowOf(30_000_000, height, 0).pixels * 2).toBeLessThan(33_554_428);
  });

  it.each([1000, 1_000_000, 30_000_000])('each of %d rows can be brought into sight whole', (count) => {
    for (const row of [0, 1, 9, 10, 11, Math.floor(count / 2), count - 2, count - 1]) {
      const { scale } = windowOf(count, height, 0);
      const { offset } = windowOf(count, height, offsetShowing(row, height, 0) / scale);
      expect(row * rowHeight).toBeGreaterThanOrEqual(offset - 0.001);
      expect((row + 1) * rowHeight).toBeLessThanOrEqual(offset + height + 0.001);
    }
  });

  it('stay where they are when the row is among them', () => expect(offsetShowing(7, height, 40)).toBe(40));
});
