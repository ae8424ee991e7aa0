const shortest = 30_000;
const longest = 60 * 60_000;

/**
 * Milliseconds until the next try: twice as long each time, never more than an hour, and never together with all other desks.
 * @param random from 0 to 1
 */
export const backOff = (tries: number, random: number): number =>
  Math.min(longest, shortest * 2 ** Math.max(0, tries - 1)) * (0.5 + random / 2);
