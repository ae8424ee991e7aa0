import type { Block, IndexedEntry } from '../../read-model/block.js';
import { createEntryOf } from '../../read-model/entry-of.js';
import { matching, noFilter } from '../../read-model/filter.js';

/** The entries of the call that this one belongs to, in the order they were recorded; itself alone where there is no call. */
export const entriesOfCall = (blocks: readonly Block[], seq: number): IndexedEntry[] => {
  const entryOf = createEntryOf(blocks);
  const entry = entryOf(seq);
  if (!entry) return [];
  if (entry.call === null) return [entry];
  const found = matching(blocks, { ...noFilter, words: { call: entry.call } });
  return [...found].reverse().flatMap((each) => entryOf(each) ?? []);
};
