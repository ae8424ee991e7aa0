import { describe, expect, it } from 'vitest';
import { createEqualTime } from '../../../../../electron/main/call/equal-time.js';

/** A clock that only work and waiting move. */
const bench = (floor: number) => {
  let now = 0;
  const equal = createEqualTime({
    floor,
    clock: () => now,
    wait: (milliseconds) => Promise.resolve(void (now += milliseconds)),
  });
  return async <T>(takes: number, end: () => T): Promise<{ after: number; value: T | Error }> => {
    const asked = now;
    const value = await equal(() => {
      now += takes;
      return Promise.resolve().then(end);
    }).catch((error: unknown) => error as Error);
    return { after: now - asked, value };
  };
};

describe('an answer', () => {
  it('comes at the same time, right or wrong, failed or not', async () => {
    const ask = bench(400);
    expect(await ask(3, () => 'match')).toEqual({ after: 400, value: 'match' });
    expect(await ask(250, () => 'no-match')).toEqual({ after: 400, value: 'no-match' });
    const broken = () => {
      throw new Error('broken');
    };
    expect(await ask(10, broken)).toMatchObject({ after: 400, value: new Error('broken') });
  });

  it('that is late comes at the next whole multiple', async () => {
    const ask = bench(400);
    expect((await ask(400, () => 0)).after).toBe(400);
    expect((await ask(401, () => 0)).after).toBe(800);
    expect((await ask(1700, () => 0)).after).toBe(2000);
  });

  it('waits for nothing where the policy says so', async () => {
    expect((await bench(0)(7, () => 0)).after).toBe(7);
  });

  it('of a match and of none cannot be told apart by their times, though the work can', async () => {
    const ask = bench(400);
    const times = async (takes: (round: number) => number): Promise<number[]> => {
      const all: number[] = [];
      for (let round = 0; round < 500; round++) all.push((await ask(takes(round), () => null)).after);
      return all;
    };
    // A match writes one entry, a failure of the last try two; the disk is now and then busy for both.
    const match = await times((round) => 4 + (round % 7));
    const noMatch = await times((round) => 12 + (round % 11));
    expect(new Set(match)).toEqual(new Set(noMatch));
  });
});
