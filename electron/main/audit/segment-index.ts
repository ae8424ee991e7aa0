/** Every so many entries one offset is kept: 1,000,000 entries cost 16,000 numbers. */
const spacing = 64;

/** Which entries a segment holds, and where they end, in bytes. */
export interface Extent {
  readonly number: number;
  readonly first: number;
  readonly entries: number;
  readonly end: number;
}

interface Known {
  readonly number: number;
  readonly first: number;
  readonly marks: number[];
  entries: number;
  end: number;
}

/** Where to begin reading: a byte offset in a segment, the number of the entry there, and the end of the segment's entries. */
export interface Position {
  readonly number: number;
  readonly at: number;
  readonly seq: number;
  readonly end: number;
}

/** Where entries are, without reading the segments. */
export interface SegmentIndex {
  /** Notes an entry at the end of what is known: bytes [at, end) of that segment. */
  note(segment: number, seq: number, at: number, end: number): void;
  /** Adds segments before all that is known, of which only the beginnings are. */
  prepend(extents: readonly Extent[]): void;
  /** What is known of them all, in order. */
  extents(): readonly Extent[];
  /** Forgets the segments up to that number. */
  removeTo(number: number): void;
  /** Positions from which, read in order, entry `seq` and all after it are found. Empty when there is none. */
  from(seq: number): Position[];
}

export const createSegmentIndex = (): SegmentIndex => {
  const segments: Known[] = [];
  const segment = (number: number, first: number): Known => {
    const last = segments.at(-1);
    if (last?.number === number) return last;
    const known = { number, first, marks: [], entries: 0, end: 0 };
    segments.push(known);
    return known;
  };
  return {
    note: (number, seq, at, end) => {
      const known = segment(number, seq);
      if (known.entries % spacing === 0) known.marks.push(at);
      known.entries += 1;
      known.end = end;
    },
    prepend: (extents) => void segments.unshift(...extents.map((extent) => ({ ...extent, marks: [0] }))),
    extents: () => segments.map(({ number, first, entries, end }) => ({ number, first, entries, end })),
    removeTo: (number) => void segments.splice(0, segments.filter((each) => each.number <= number).length),
    from: (seq) => segments.slice(firstHolding(segments, seq)).map((known) => positionIn(known, seq)),
  };
};

/** Binary search: a desk may have hundreds of segments, and a screen pages through all of them. */
const firstHolding = (segments: readonly Known[], seq: number): number => {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const known = segments[middle];
    if (known !== undefined && known.first + known.entries <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
};

const positionIn = ({ number, first, marks, end }: Known, seq: number): Position => {
  const mark = Math.min(marks.length - 1, Math.max(0, Math.floor((seq - first) / spacing)));
  return { number, at: marks[mark] ?? 0, seq: first + mark * spacing, end };
};
