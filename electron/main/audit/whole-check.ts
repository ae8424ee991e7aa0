import { rootOf } from '../../evidence/merkle.js';
import { readSealed } from './checkpoint-files.js';
import type { FileLayer } from './durable-file.js';
import type { JournalStart } from './journal-start.js';
import { isOwn } from './judge.js';
import { readSegment } from './read-journal.js';
import type { ResumePoint } from './resume-point.js';
import type { Signer } from './sealing.js';
import { createSegmentIndex } from './segment-index.js';

interface Asked {
  readonly files: FileLayer;
  readonly folder: string;
  readonly key: Signer;
  /** What is left begins there. */
  readonly from: JournalStart;
  /** To where it was taken for granted. */
  readonly to: ResumePoint;
  /** Told the number of the last entry that is verified, a segment at a time; others get their turn while it waits. */
  readonly onVerified: (seq: number) => Promise<void>;
}

/**
 * Verifies what opening the journal took for granted. Answers the segment that does not follow or was not signed so; null when all is well.
 * @throws the file system's error
 */
export const checkWhole = async ({ files, folder, key, from, to, onVerified }: Asked): Promise<number | null> => {
  let { tip } = from;
  for (let number = from.number + 1; number <= to.number; number += 1) {
    const read = await readSegment(files, folder, number, false, tip, createSegmentIndex());
    if (!read.ok) return number;
    tip = read.value.tip;
    const sealed = await readSealed(files, folder, number);
    const isSealed = sealed && sealed.checkpoint.size === tip.seq;
    if (isSealed && !(isOwn(sealed, key) && sealed.checkpoint.root === rootOf(tip.tree))) return number;
    await onVerified(tip.seq);
  }
  return tip.hash === to.tip.hash && rootOf(tip.tree) === rootOf(to.tip.tree) ? null : to.number;
};
