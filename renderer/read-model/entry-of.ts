import { entryAt, lastOf, numberOf, type Block, type IndexedEntry } from './block.js';

/** Finds entries by their numbers. @param blocks the newest first */
export const createEntryOf = (blocks: readonly Block[]): ((seq: number) => IndexedEntry | null) => {
  const byNumber = new Map(blocks.map((block) => [block.number, block]));
  return (seq) => {
    const block = byNumber.get(numberOf(seq));
    return block && seq >= block.first && seq <= lastOf(block) ? entryAt(block, seq - block.first) : null;
  };
};
