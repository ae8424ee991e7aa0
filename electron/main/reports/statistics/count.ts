/** How often each of several things was. */
export interface Counts {
  add(name: string): void;
  /** By name, in the order of the names: nothing is ranked. */
  entries(): readonly (readonly [name: string, count: number])[];
}

export const createCounts = (): Counts => {
  const counts = new Map<string, number>();
  return {
    add: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1),
    entries: () => [...counts].sort(([one], [other]) => (one < other ? -1 : 1)),
  };
};

/** The value below which so large a part of them lies; null when there are none. */
export const quantile = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? null;
