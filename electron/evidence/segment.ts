/** Size at which the next write begins a new segment, in bytes. */
export const segmentBytes = 4 * 1024 * 1024;

/** `000001.jsonl`, counted from 1. */
export const segmentName = (number: number): string => `${String(number).padStart(6, '0')}.jsonl`;

/** What lies beside a segment: the last checkpoint made while it was written, and the tree at that size. */
export const noteName = (number: number): string => `${String(number).padStart(6, '0')}.note`;
export const treeName = (number: number): string => `${String(number).padStart(6, '0')}.tree`;

/** The segments among the names in a folder, in order. */
export const segmentNumbers = (names: readonly string[]): number[] =>
  names
    .map((name) => /^(\d{6,})\.jsonl$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);

/** What is left over from a segment whose making was interrupted: it was never acknowledged. */
export const isUnfinished = (name: string): boolean => /^\d{6,}\.jsonl\.new$/.test(name);

/** The last segment, when it must not be written again: bytes from `end` on are no entries. */
export interface Ended {
  readonly number: number;
  readonly end: number;
  readonly cause: 'fsync-failed' | 'write-failed' | 'torn-tail';
  /** Bytes after `end`, where they were seen. */
  readonly torn?: number;
}

/** As the `reason` of the entry that begins the next segment: `fsync-failed:000003.jsonl:18234`, `torn-tail:000003.jsonl:18234:57`. */
export const reasonOf = ({ cause, number, end, torn }: Ended): string =>
  [cause, segmentName(number), end, torn].filter((part) => part !== undefined).join(':');

/**
 * As the `reason` of the entry before which, its time being over, part of the journal was removed: the last segment of that part and the
 * number of the last entry in it, `000003.jsonl:14021`. Such an entry begins a segment, so that it is found without reading the others.
 */
export const expiredReason = (number: number, seq: number): string => `${segmentName(number)}:${seq}`;

/** What an entry says of what was removed before it; null when it is no such entry. */
export const expiredBy = (
  entry: { readonly type: string; readonly reason: string | null } | null,
): { readonly number: number; readonly seq: number } | null => {
  const [, number, seq] = /^(\d{6,})\.jsonl:([1-9]\d{0,15})$/.exec(entry?.reason ?? '') ?? [];
  return entry?.type === 'journal.expired' && number !== undefined
    ? { number: Number(number), seq: Number(seq) }
    : null;
};

/** Where the entries of a segment end, when the entry that begins the next one says so; else null. */
export const endIn = (reason: string | null, number: number): number | null => {
  const [, name, end] =
    /^(?:fsync-failed|write-failed|torn-tail):(\d{6,}\.jsonl):(\d{1,15})(?::\d{1,15})?$/.exec(reason ?? '') ?? [];
  return name === segmentName(number) ? Number(end) : null;
};
