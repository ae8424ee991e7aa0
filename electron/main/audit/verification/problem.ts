import type { JournalProblem } from '../../../../shared/verification.js';
import type { Report } from '../../../evidence/report.js';

const isForeign = ({ problem }: Report['checkpoints'][number]): boolean => problem === 'foreign';

/**
 * What is wrong, the worst first; null when nothing is.
 * @param isRefused whether the desk does not rely on the journal as it is: one that was cut short is whole as far as it goes
 */
export const problemIn = ({ bad, checkpoints, successions }: Report, isRefused: boolean): JournalProblem | null => {
  if (bad) return { kind: bad.kind, seq: bad.seq, to: bad.to };
  const succession = successions.find(({ problem }) => problem);
  if (succession) return { kind: 'succession', file: succession.file };
  const beside = checkpoints.find(isForeign) ?? checkpoints.find(({ problem }) => problem);
  // Nothing is signed any more in a journal that is refused.
  if (isRefused && !(beside && isForeign(beside))) return { kind: 'refused' };
  return beside ? { kind: 'checkpoint', file: beside.segment } : null;
};

/** As the `reason` of an entry: `changed:48211`, `checkpoint:000003.jsonl`. */
export const reasonOf = (problem: JournalProblem): string => {
  if ('seq' in problem) return `${problem.kind}:${problem.seq}`;
  return 'file' in problem ? `${problem.kind}:${problem.file}` : problem.kind;
};

/**
 * Whether entries are not as they were written, or somebody else signed for them. A checkpoint that is only gone, or that a full disk or a crash
 * left torn, says nothing against the entries: each of them is named by the next.
 */
export const isForged = ({ bad, checkpoints, successions }: Report): boolean =>
  bad !== null || checkpoints.some(isForeign) || successions.some(({ problem }) => problem !== null);
