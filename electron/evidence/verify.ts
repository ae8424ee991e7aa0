import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { diagnose, rootIn, type Bad, type Before } from './diagnose.js';
import { rootOver } from './merkle.js';
import { openNote, type NoteKey } from './note.js';
import { addRange, copyOf, type Range } from './range.js';
import type { Scan } from './scan.js';
import { readSeal, sealNumbers, type Seal, type Source } from './seal.js';
import { endIn, expiredBy, segmentName, segmentNumbers } from './segment.js';
import { startOf, type Start } from './start.js';

export interface Report {
  readonly sound: boolean;
  /** Number of the first entry that is there. */
  readonly first: number;
  /** Number of the entry that says that those before were removed when their time was over; null when none does. */
  readonly expired: number | null;
  /** Number of the last entry up to which all that are there are as they were written. */
  readonly entries: number;
  /** Number of the last of those that a checkpoint vouches for. */
  readonly sealed: number;
  /** The head of the tree over them. */
  readonly root: string;
  readonly bad: (Bad & { readonly segment: string | null }) | null;
  /**
   * What is wrong with the checkpoint from outside: the journal is too short for it, is another one, the desk did not sign it, or what it is
   * of was removed, so that nobody can tell.
   */
  readonly outside: 'missing' | 'differs' | 'foreign' | 'removed' | null;
  /** Where a write broke off and the desk put it on record. */
  readonly breaks: readonly { readonly seq: number; readonly type: string; readonly reason: string | null }[];
  readonly checkpoints: readonly {
    readonly segment: string;
    readonly size: number | null;
    readonly problem: Seal['problem'];
  }[];
}

export interface Asked {
  readonly source: Source;
  readonly scan: (number: number) => Promise<Scan>;
  readonly keys: readonly NoteKey[];
  /** A signed note that was kept elsewhere. */
  readonly outside?: string | undefined;
  /** Told how many entries are verified. */
  readonly onProgress?: (entries: number) => void;
}

interface Walk {
  readonly seals: Seal[];
  readonly breaks: Report['breaks'][number][];
  readonly start: Start;
  /** Number of the entry that says that what is not there was removed when its time was over; 0 when none does. */
  told: number;
  range: Range;
  before: Before;
  sealed: number;
  bad: Report['bad'];
  outside: Report['outside'];
}

const isBreak = (scan: Scan | null): boolean => /^journal\.(?:cut|resumed)$/.test(scan?.first?.type ?? '');

const contentOf = (source: Source, number: number, end: number): Buffer =>
  (source.read(segmentName(number)) ?? Buffer.alloc(0)).subarray(0, end);

/** What is wrong with a segment that does not follow, or that its checkpoint does not fit; null when it only is not sealed to its end. */
const wrongIn = (bytes: Buffer, before: Before, next: Scan | null, seal: Seal, follows: boolean): Bad | null => {
  const { checkpoint, standing } = seal;
  const bad = diagnose({ before, bytes, named: next?.first?.prev ?? null, standing });
  if (bad) return bad;
  const from = before.seq + 1;
  const fits =
    !checkpoint || checkpoint.size <= before.seq || rootIn(bytes, before, checkpoint.size) === checkpoint.root;
  return follows && fits ? null : { seq: from, to: Math.max(from, checkpoint?.size ?? from), kind: 'changed' };
};

/** Beside a segment that others follow lies a checkpoint of its end and of nothing else. */
const placed = (seal: Seal, to: number, next: Scan | null): Seal => {
  const size = seal.checkpoint?.size ?? to;
  if (next === null || size === to) return seal;
  const isOfAnother = size > to && next.first?.seq === to + 1;
  return { ...seal, problem: seal.problem ?? 'misplaced', ...(isOfAnother && { checkpoint: null, standing: null }) };
};

const joined = (range: Range, scan: Scan): Range => {
  const grown = copyOf(range);
  addRange(grown, scan.range);
  return grown;
};

const differs = (told: Checkpoint | null, bytes: () => Buffer, before: Before, grown: Range): boolean => {
  if (!told || told.size <= before.seq || told.size > grown.to) return false;
  const root = told.size === grown.to ? rootOver(grown.hashes) : rootIn(bytes(), before, told.size);
  return root !== told.root;
};

/** One more segment; what is found wrong ends the walk. */
const step = (walk: Walk, source: Source, scan: Scan, next: Scan | null, read: Seal, told: Checkpoint | null): void => {
  const { before, range } = walk;
  const { first, number } = scan;
  if (first && isBreak(scan)) walk.breaks.push({ seq: first.seq, type: first.type, reason: first.reason });
  const expired = expiredBy(first);
  const isOfStart = expired !== null && expired.number >= walk.start.number && expired.seq >= walk.start.before.seq;
  if (first && isOfStart) walk.told = Math.max(walk.told, first.seq);
  const end = (isBreak(next) ? endIn(next?.first?.reason ?? null, number) : null) ?? scan.size;
  const bytes = (): Buffer => contentOf(source, number, end);
  const follows = scan.end === end && first?.seq === before.seq + 1 && first.prev === before.hash;
  const grown = follows ? joined(range, scan) : range;
  const seal = placed(read, grown.to, next);
  const { checkpoint } = seal;
  walk.seals.push(seal);
  const fits = !checkpoint || (checkpoint.size === grown.to && checkpoint.root === rootOver(grown.hashes));
  const bad = follows && fits ? null : wrongIn(bytes(), before, next, seal, follows);
  walk.bad = bad && { ...bad, segment: segmentName(number) };
  if (bad) return;
  if (differs(told, bytes, before, grown)) walk.outside = 'differs';
  walk.range = grown;
  walk.sealed = checkpoint?.size ?? walk.sealed;
  walk.before = { seq: grown.to, hash: scan.hash, subtrees: [...grown.hashes], sealed: checkpoint?.size === grown.to };
};

const missing = (from: number, to: number, segment: string | null): Report['bad'] => ({
  seq: from,
  to,
  kind: 'missing',
  segment,
});

/** Entries that a checkpoint tells of and that are not there. */
const atTheEnd = (
  walk: Walk,
  source: Source,
  keys: readonly NoteKey[],
  last: number,
  told: Checkpoint | null,
): void => {
  const beyond = sealNumbers(source).filter((number) => number > last);
  const sizes = beyond.map((number) => readSeal(source, number, keys).checkpoint?.size ?? 0);
  const { seq } = walk.before;
  const most = Math.max(told?.size ?? 0, ...sizes);
  if (beyond.length > 0 || most > seq) walk.bad = missing(seq + 1, Math.max(seq + 1, most), null);
};

/** SECURITY: whoever can write the folder can write such an entry at its end; only one that is signed for counts. */
const wasRemovedRightly = ({ start, told, sealed }: Walk): boolean =>
  start.number === 0 || (told > 0 && told <= sealed);

/** A checkpoint that was kept elsewhere and is older than what is left. */
const isOutOfReach = (told: Checkpoint | null, { before: { seq, subtrees } }: Start): boolean =>
  told !== null && told.size <= seq && !(told.size === seq && told.root === rootOver(subtrees));

/** Verifies a journal: that each entry follows from the one before, and that they are those that the desk signed. */
export const verifyJournal = async ({ source, scan, keys, outside, onProgress }: Asked): Promise<Report> => {
  const numbers = new Set(segmentNumbers(source.names));
  const last = Math.max(0, ...numbers);
  const told = outside === undefined ? null : parseCheckpoint(openNote(outside, keys) ?? '');
  const start = startOf(source, Math.min(...numbers), keys);
  const { before, range } = start;
  const walk: Walk = {
    ...{ start, before, range, sealed: before.seq, told: 0 },
    ...{ seals: [], breaks: [], bad: null, outside: null },
  };
  const scanOf = async (number: number): Promise<Scan | null> => (numbers.has(number) ? scan(number) : null);
  let here = await scanOf(start.number + 1);
  for (let number = start.number + 1; number <= last && !walk.bad; number += 1) {
    const next = await scanOf(number + 1);
    if (here) step(walk, source, here, next, readSeal(source, number, keys), told);
    else walk.bad = missing(walk.before.seq + 1, walk.before.seq + 1, segmentName(number));
    here = next;
    onProgress?.(walk.before.seq);
  }
  if (!walk.bad) atTheEnd(walk, source, keys, last, told);
  if (!walk.bad && !wasRemovedRightly(walk)) walk.bad = missing(1, start.before.seq, segmentName(start.number));
  if (outside !== undefined && !told) walk.outside = 'foreign';
  if (isOutOfReach(told, start)) walk.outside = 'removed';
  if (told && walk.bad && told.size >= walk.bad.seq && walk.bad.kind === 'missing') walk.outside = 'missing';
  return reportOf(walk);
};

const reportOf = ({ start, told, range, seals, breaks, before, sealed, bad, outside }: Walk): Report => {
  // A journal of before there were checkpoints has none at all, and says so; one that has some has them all.
  const isSealed = seals.some(({ problem }) => problem !== 'missing');
  const problems = seals.filter(({ problem }) => problem !== null && (isSealed || problem !== 'missing'));
  return {
    sound: !bad && !outside && problems.length === 0,
    ...{ first: start.before.seq + 1, expired: told > 0 && told <= sealed ? told : null },
    ...{ entries: before.seq, sealed, root: rootOver(range.hashes), bad, outside, breaks },
    checkpoints: seals.map(({ number, checkpoint, problem }) => ({
      segment: segmentName(number),
      size: checkpoint?.size ?? null,
      problem,
    })),
  };
};
