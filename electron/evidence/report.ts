import type { Checkpoint } from './checkpoint.js';
import type { Bad, Before } from './diagnose.js';
import { rootOver } from './merkle.js';
import type { Range } from './range.js';
import type { Reigns } from './reigns.js';
import type { Seal } from './seal.js';
import { segmentName } from './segment.js';
import type { Removal, Start } from './start.js';

/** What verifying a journal found. */
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
  /** Where another key took over, and what is wrong with what says so: no known key leads to it, or this journal does not. */
  readonly successions: readonly {
    readonly file: string;
    readonly size: number | null;
    readonly problem: 'foreign' | 'differs' | null;
  }[];
  readonly checkpoints: readonly {
    readonly segment: string;
    readonly size: number | null;
    readonly problem: Seal['problem'];
  }[];
}

/** How far verifying has come, and what it has found so far. */
export interface Walk {
  readonly reigns: Reigns;
  /** Successions that are not of this journal. */
  readonly strangers: Set<Checkpoint>;
  readonly seals: Seal[];
  readonly breaks: Report['breaks'][number][];
  readonly start: Start;
  /** What an entry says of what is not there. */
  readonly removal: Removal | null;
  range: Range;
  before: Before;
  sealed: number;
  /** Number of the last entry that the checkpoint from outside vouches for. */
  elsewhere: number;
  bad: Report['bad'];
  outside: Report['outside'];
}

/** SECURITY: whoever can write the folder can write such an entry at its end; only one that is signed for counts, here or elsewhere. */
const signedRemoval = ({ removal, sealed, elsewhere }: Walk): Removal | null =>
  removal && removal.told <= Math.max(sealed, elsewhere) ? removal : null;

/**
 * What is not there before the first entry, where it is certain that no entry says that its time was over: one that does not stand before what
 * is bad may have been damaged itself.
 */
export const missingBefore = (walk: Walk): Report['bad'] => {
  const { start, removal, bad } = walk;
  const { seq } = start.before;
  const certain = bad && removal && removal.told < bad.seq ? removal.to : seq;
  const to = bad ? certain : (signedRemoval(walk)?.to ?? 0);
  return to < seq ? { seq: to + 1, to: seq, kind: 'missing', segment: null } : null;
};

const successionsOf = ({ reigns, strangers }: Walk): Report['successions'] =>
  reigns.successions.map(({ file, succession }) => {
    if (!succession) return { file, size: null, problem: 'foreign' };
    return { file, size: succession.size, problem: strangers.has(succession) ? 'differs' : null };
  });

export const reportOf = (walk: Walk): Report => {
  const { start, range, seals, breaks, before, sealed, bad, outside } = walk;
  // A journal of before there were checkpoints has none at all, and says so; one that has some has them all.
  const isSealed = seals.some(({ problem }) => problem !== 'missing');
  const problems = seals.filter(({ problem }) => problem !== null && (isSealed || problem !== 'missing'));
  const successions = successionsOf(walk);
  return {
    sound: !bad && !outside && problems.length === 0 && successions.every(({ problem }) => problem === null),
    ...{ first: start.before.seq + 1, expired: signedRemoval(walk)?.told ?? null },
    ...{ entries: before.seq, sealed, root: rootOver(range.hashes), bad, outside, breaks, successions },
    checkpoints: seals.map(({ number, checkpoint, problem }) => ({
      segment: segmentName(number),
      size: checkpoint?.size ?? null,
      problem,
    })),
  };
};
