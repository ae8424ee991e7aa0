import { expiredBy } from '../../evidence/segment.js';
import { readSealed, type Sealed } from './checkpoint-files.js';
import type { FileLayer } from './durable-file.js';
import { beginning } from './entry.js';
import type { Place } from './resume-point.js';
import { firstEntry } from './segment-start.js';

/** What the journal goes on from: nothing, or the end of what was removed when its time was over. */
export interface JournalStart extends Place {
  readonly sealed: Sealed | null;
  /** Number of the entry that says so; 0 where nothing was removed. */
  readonly told: number;
}

/**
 * Where the segments that are left begin; null when those before them are not there and no entry says that their time was over. Whether the
 * desk signed for it is to be asked before anybody is looked up.
 * @throws the file system's error
 */
export const journalStart = async (
  files: FileLayer,
  folder: string,
  numbers: readonly number[],
): Promise<JournalStart | null> => {
  const number = (numbers[0] ?? 1) - 1;
  if (number === 0) return { number, tip: beginning, sealed: null, told: 0 };
  const sealed = await readSealed(files, folder, number);
  if (!sealed) return null;
  const { tree, hash } = sealed.standing;
  for (const each of numbers.toReversed()) {
    const first = await firstEntry(files, folder, each);
    const expired = expiredBy(first);
    if (first && expired && expired.number >= number && expired.seq >= tree.size)
      return { number, tip: { seq: tree.size, hash, tree }, sealed, told: first.seq };
  }
  return null;
};
