import type { FileLayer } from './durable-file.js';
import { beginning, type Tip } from './entry.js';
import { readSealed, type Sealed } from './checkpoint-files.js';
import { firstEntry } from './segment-start.js';

/** The end of a segment. */
export interface Place {
  readonly number: number;
  readonly tip: Tip;
}

/** After segment `number` (0: the beginning) the journal goes on from that tip. */
export interface ResumePoint extends Place {
  readonly sealed: Sealed | null;
}

/**
 * The last segment before the last of these that a checkpoint covers to its end, and whose tree is at most `most` entries large; it may be
 * the one before them all, of which no more than that is left. Whether the desk signed it is to be asked before anybody is looked up. Null
 * when segments were removed and nothing tells where those that are left begin.
 */
export const resumePoint = async (
  files: FileLayer,
  folder: string,
  numbers: readonly number[],
  most = Number.POSITIVE_INFINITY,
): Promise<ResumePoint | null> => {
  const [first = 1] = numbers;
  for (let number = (numbers.at(-1) ?? 0) - 1; number > 0 && number >= first - 1; number -= 1) {
    const sealed = await readSealed(files, folder, number);
    if (sealed === null || sealed.checkpoint.size > most) continue;
    const { hash, tree } = sealed.standing;
    const next = await firstEntry(files, folder, number + 1);
    if (next?.seq === tree.size + 1 && next.prev === hash)
      return { number, sealed, tip: { seq: tree.size, hash, tree } };
  }
  return first === 1 ? { number: 0, sealed: null, tip: beginning } : null;
};
