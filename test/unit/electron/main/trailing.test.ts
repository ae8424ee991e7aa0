import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trailing } from '../../../../electron/main/trailing.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('telling the last of a burst', () => {
  it('calls once, with the last value, and again for the next burst', () => {
    const told: number[] = [];
    const tell = trailing(200, (value: number) => told.push(value));
    [1, 2, 3].forEach(tell);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(told).toEqual([3]);
    tell(4);
    vi.advanceTimersByTime(200);
    expect(told).toEqual([3, 4]);
  });
});
