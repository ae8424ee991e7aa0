export type Path = readonly PropertyKey[];

/** Where something of the policy is said. */
export interface Place {
  /** A file, a registry value or a managed preference. */
  readonly source: string;
  /** 1-based; null where there are no lines. */
  readonly line: number | null;
}

/** What one source says of the policy. */
export interface Layer {
  readonly value: unknown;
  /** Where exactly this path stands; null when the source says nothing of it. */
  placeOf(path: Path): Place | null;
}

type Branch = Readonly<Record<string, unknown>>;

export const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The later over the earlier: objects key by key, everything else as a whole. */
export const merge = (earlier: unknown, later: unknown): unknown => {
  if (!isBranch(earlier) || !isBranch(later)) return later;
  const merged = Object.entries(later).map(([key, value]) => [
    key,
    Object.hasOwn(earlier, key) ? merge(earlier[key], value) : value,
  ]);
  return Object.fromEntries([...Object.entries(earlier), ...merged] as [string, unknown][]);
};

/** Who says this path in the merged policy: the last to name it. Null when nobody does. */
export const placeIn = (layers: readonly Layer[], path: Path): Place | null => {
  for (const layer of [...layers].reverse()) {
    const place = layer.placeOf(path);
    if (place) return place;
  }
  return null;
};
