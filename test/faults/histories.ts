import { expiredReason, noteName, segmentName, segmentNumbers, treeName } from '../../electron/evidence/segment.js';
import { successionName } from '../../electron/evidence/succession.js';
import { treeBytes } from '../../electron/evidence/tree-file.js';
import { chain } from '../../electron/main/audit/chain.js';
import type { Draft, Tip } from '../../electron/main/audit/entry.js';
import { handOver } from '../../electron/main/audit/successions.js';
import { keyOf, noteAt } from '../support/made-journal.js';
import { linesOf, type Files } from './journal-copy.js';

export const [firstKey, ownKey] = [keyOf('desk of before'), keyOf('desk')];

const endOf = (files: Files, tips: readonly Tip[], number: number): Tip => {
  const tip = tips[linesOf(files).filter((line) => line.number <= number).length - 1];
  if (!tip) throw new RangeError(`no segment ${number}`);
  return tip;
};

/** The first segments are signed for by the key of before, which then leaves the journal to the desk's own. */
export const inherit = (files: Files, tips: readonly Tip[], segments: number): void => {
  for (let number = 1; number <= segments; number += 1)
    files.set(noteName(number), Buffer.from(noteAt(firstKey, endOf(files, tips, number))));
  files.set(successionName(1), Buffer.from(handOver(firstKey, ownKey, endOf(files, tips, segments))));
};

/** Of the first segments no more than the checkpoints is left, as the desk says in an entry that begins another. Answers the tips with those after it. */
export const shorten = (files: Files, tips: readonly Tip[], segments: number, draft: (nth: number) => Draft): Tip[] => {
  const number = segmentNumbers([...files.keys()]).length + 1;
  const reason = expiredReason(segments, endOf(files, tips, segments).seq);
  const grown = [...tips];
  const parts: Buffer[] = [];
  for (const part of [{ type: 'journal.expired', reason }, {}, {}] as const) {
    const before = grown.at(-1);
    if (!before) throw new RangeError('an empty journal');
    const { bytes, tip: after } = chain(
      before,
      [{ ...draft(before.seq), ...part }],
      Date.UTC(2026, 10, 23) + before.seq,
    );
    parts.push(bytes);
    grown.push(after());
  }
  const last = endOf(files, tips, number - 1);
  files.set(segmentName(number), Buffer.concat(parts));
  files.set(noteName(number), Buffer.from(noteAt(ownKey, grown.at(-1) ?? last)));
  files.set(treeName(number), treeBytes(grown.at(-1) ?? last));
  for (let each = 1; each <= segments; each += 1) files.delete(segmentName(each));
  return grown;
};
