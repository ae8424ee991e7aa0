import type { Checkpoint } from './checkpoint.js';
import { diagnose, rootIn, type Bad, type Before } from './diagnose.js';
import { rootOver } from './merkle.js';
import type { NoteKey } from './note.js';
import { addRange, copyOf, type Range } from './range.js';
import { reignsIn } from './reigns.js';
import { missingBefore, reportOf, type Report, type Walk } from './report.js';
import { scanSegment, type Scan } from './scan.js';
import { readSeal, sealNumbers, type Seal, type Source } from './seal.js';
import { endIn, segmentName, segmentNumbers } from './segment.js';
import { removalIn, startOf, type Start } from './start.js';
import { openCheckpoint } from './succession.js';

export interface Asked {
  readonly source: Source;
  readonly scan: (number: number) => Promise<Scan>;
  readonly keys: readonly NoteKey[];
  /** A signed note that was kept elsewhere. */
  readonly outside?: string | undefined;
  /** Told how many entries are verified. */
  readonly onProgress?: (entries: number) => void;
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

/** What is torn may still look as if it followed: a scan parses nothing. */
const scanTo = (source: Source, { number }: Scan, end: number): Scan =>
  scanSegment(number, Buffer.concat([Buffer.alloc(1), contentOf(source, number, end)]));

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
const step = (
  walk: Walk,
  source: Source,
  whole: Scan,
  next: Scan | null,
  read: Seal,
  told: Checkpoint | null,
): void => {
  const { before, range } = walk;
  const { first, number } = whole;
  if (first && isBreak(whole)) walk.breaks.push({ seq: first.seq, type: first.type, reason: first.reason });
  const end = (isBreak(next) ? endIn(next?.first?.reason ?? null, number) : null) ?? whole.size;
  const scan = end < whole.end ? scanTo(source, whole, end) : whole;
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
  for (const { succession } of walk.reigns.successions)
    if (succession && differs(succession, bytes, before, grown)) walk.strangers.add(succession);
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
const atTheEnd = (walk: Walk, source: Source, last: number, told: Checkpoint | null): void => {
  const beyond = sealNumbers(source).filter((number) => number > last);
  const { keysAt, successions } = walk.reigns;
  const sizes = beyond.map((number) => readSeal(source, number, keysAt).checkpoint?.size ?? 0);
  const handed = successions.map(({ succession }) => succession?.size ?? 0);
  const { seq } = walk.before;
  const most = Math.max(told?.size ?? 0, ...sizes, ...handed);
  if (beyond.length > 0 || most > seq) walk.bad = missing(seq + 1, Math.max(seq + 1, most), null);
};

/** A checkpoint that was kept elsewhere and is older than what is left. */
const isOutOfReach = (told: Checkpoint | null, { before: { seq, subtrees } }: Start): boolean =>
  told !== null && told.size <= seq && !(told.size === seq && told.root === rootOver(subtrees));

/** Verifies a journal: that each entry follows from the one before, and that they are those that the desk signed. */
export const verifyJournal = async ({ source, scan, keys, outside, onProgress }: Asked): Promise<Report> => {
  const segments = segmentNumbers(source.names);
  const [first = 1] = segments;
  const numbers = new Set(segments);
  const last = Math.max(0, ...numbers);
  const reigns = reignsIn(source, keys);
  const { keysAt } = reigns;
  const told = outside === undefined ? null : openCheckpoint(outside, keysAt);
  const start = startOf(source, first, keysAt);
  const removal = first > 1 ? removalIn(source, segments) : null;
  const { before, range } = start;
  const walk: Walk = {
    ...{ reigns, removal, strangers: new Set<Checkpoint>(), start, before, range, sealed: before.seq, elsewhere: 0 },
    ...{ seals: [], breaks: [], bad: null, outside: null },
  };
  const scanOf = async (number: number): Promise<Scan | null> => (numbers.has(number) ? scan(number) : null);
  let here = await scanOf(start.number + 1);
  for (let number = start.number + 1; number <= last && !walk.bad; number += 1) {
    const next = await scanOf(number + 1);
    if (here) step(walk, source, here, next, readSeal(source, number, keysAt), told);
    else walk.bad = missing(walk.before.seq + 1, walk.before.seq + 1, segmentName(number));
    here = next;
    onProgress?.(walk.before.seq);
  }
  if (!walk.bad) atTheEnd(walk, source, last, told);
  if (told && told.size <= walk.before.seq && walk.outside === null) walk.elsewhere = told.size;
  walk.bad = missingBefore(walk) ?? walk.bad;
  if (outside !== undefined && !told) walk.outside = 'foreign';
  if (isOutOfReach(told, start)) walk.outside = 'removed';
  if (told && walk.bad && told.size >= walk.bad.seq && walk.bad.kind === 'missing') walk.outside = 'missing';
  return reportOf(walk);
};
