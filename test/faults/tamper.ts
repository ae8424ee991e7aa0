import { scanSegment } from '../../electron/evidence/scan.js';
import { segmentName, segmentNumbers } from '../../electron/evidence/segment.js';
import type { Report } from '../../electron/evidence/report.js';
import { successionName } from '../../electron/evidence/succession.js';
import { verifyJournal } from '../../electron/evidence/verify.js';
import { draftOf, makeJournal, noteAt } from '../support/made-journal.js';
import { firstKey, inherit, ownKey, shorten } from './histories.js';
import type { Files } from './journal-copy.js';
import { mutations, type Expected, type Mutation, type Original } from './mutations.js';
import { randomFrom } from './random.js';
import { lookAtSignaturesOnce } from './signed-once.js';
import type { Trial } from './trial.js';

lookAtSignaturesOnce();

const nothing = Buffer.alloc(0);

/**
 * A short journal of several segments, of a length of its own. One in two has been signed for by another key before, of one in two the beginning
 * has been removed.
 */
const journalFor = (below: (below: number) => number): Original => {
  const files: Files = new Map();
  const put = (name: string, bytes: Buffer): void => void files.set(name, bytes);
  const entries = 8 + below(12);
  const plain = (nth: number) => ({ ...draftOf(nth), sealed: null, fields: [] });
  const tips = makeJournal({ entries, key: ownKey, put, segmentSize: 1200 + below(2000), draft: plain });
  const segments = segmentNumbers([...files.keys()]).length;
  if (below(2) === 0) inherit(files, tips, 1 + below(segments));
  return { files, tips: below(2) === 0 ? shorten(files, tips, 1 + below(segments - 1), plain) : tips };
};

const verify = (files: Files, outside: string): Promise<Report> =>
  verifyJournal({
    source: { names: [...files.keys()], read: (name) => files.get(name) ?? null },
    scan: async (number) =>
      scanSegment(number, Buffer.concat([Buffer.alloc(1), files.get(segmentName(number)) ?? nothing])),
    keys: [files.has(successionName(1)) ? firstKey.public : ownKey.public],
    outside,
  });

const isExact = ({ sound, bad, checkpoints }: Report, expected: Expected): boolean => {
  if (sound) return false;
  if ('entry' in expected) return bad?.seq === expected.entry;
  const wrong = checkpoints.filter(({ problem }) => problem !== null);
  return bad === null && wrong.length === 1 && wrong[0]?.segment === segmentName(expected.checkpoint);
};

const once = async (
  mutation: Mutation,
  { original, outside }: Untouched,
  below: (below: number) => number,
): Promise<string | null> => {
  const files: Files = new Map(original.files);
  const expected = mutation(files, below, original);
  const report = await verify(files, outside);
  return isExact(report, expected) ? null : JSON.stringify({ expected, report });
};

interface Untouched {
  readonly original: Original;
  /** The checkpoint over all of it, kept elsewhere. */
  readonly outside: string;
}

/** A journal of at least two segments, which has to be sound. */
const untouched = async (below: (below: number) => number): Promise<Untouched> => {
  let original = journalFor(below);
  while (segmentNumbers([...original.files.keys()]).length < 2) original = journalFor(below);
  const last = original.tips.at(-1);
  const outside = last ? noteAt(ownKey, last) : '';
  if (!(await verify(original.files, outside)).sound) throw new Error('a journal that nobody touched is not sound');
  return { original, outside };
};

/** How many mutations a journal is used for. */
const uses = 200;

/** Tampers with journals in one way, many times; a journal that nobody touched has to be sound. */
export const tamper = async (name: string, tries: number, seed: number): Promise<Trial> => {
  const mutation = mutations[name];
  if (!mutation) throw new RangeError(`no such mutation: ${name}`);
  const below = randomFrom(seed);
  let example: string | null = null;
  let lost = 0;
  let journal = await untouched(below);
  for (let tried = 0; tried < tries; tried += 1) {
    if (tried > 0 && tried % uses === 0) journal = await untouched(below);
    const wrong = await once(mutation, journal, below);
    if (wrong !== null) lost += 1;
    example ??= wrong;
  }
  return { name, tried: tries, survived: tries - lost, lost, seed, example };
};
