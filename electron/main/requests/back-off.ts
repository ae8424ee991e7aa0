/** Milliseconds. */
const usual = { shortest: 30_000, longest: 60 * 60_000 };

/**
 * Milliseconds until the next try: twice as long each time, never more than the longest (an hour if not told), and never together with
 * all other desks.
 * @param random from 0 to 1
 */
export const backOff = (tries: number, random: number, { shortest, longest } = usual): number =>
  Math.min(longest, shortest * 2 ** Math.max(0, tries - 1)) * (0.5 + random / 2);
