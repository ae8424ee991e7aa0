import type { AuditEntry } from '../../../../shared/audit-entry.js';
import { createBlocks } from '../../../../renderer/read-model/blocks.js';
import type { Block } from '../../../../renderer/read-model/block.js';
import { createEntryOf } from '../../../../renderer/read-model/entry-of.js';
import { matching, noFilter } from '../../../../renderer/read-model/filter.js';
import type { BlockStore } from '../../../../renderer/read-model/store.js';
import type { ReadJournal } from '../../../../renderer/read-model/sync.js';

export const entry = (seq: number, part: Partial<AuditEntry> = {}): AuditEntry => ({
  v: 1,
  seq,
  id: `id-${seq}`,
  time: new Date(Date.UTC(2026, 10, 22) + seq).toISOString(),
  type: 'call.started',
  call: null,
  agent: null,
  role: null,
  desk: 'desk',
  app: '0',
  policy: null,
  purpose: null,
  ticket: null,
  subject: null,
  fields: [],
  outcome: null,
  reason: null,
  ...part,
});

/** A journal of so many entries; what is asked of it is kept. */
export const journal = (head: number, part: Partial<AuditEntry> = {}, first = 1) => {
  const asked: { after: number; limit: number }[] = [];
  const read: ReadJournal = (page) => {
    asked.push(page);
    // As the journal's pages are: what is no more there is skipped.
    const after = Math.max(page.after, first - 1);
    const size = Math.max(0, Math.min(page.limit, head - after));
    return Promise.resolve({
      entries: Array.from({ length: size }, (_, at) => entry(after + 1 + at, part)),
      first,
      head,
    });
  };
  return { read, asked };
};

/** A store in memory. */
export const memory = () => {
  const kept = new Map<number, Block>();
  const store: BlockStore = {
    load: async (take) => {
      for (const block of [...kept.values()].sort((one, other) => other.number - one.number)) take([block]);
    },
    put: async (block) => void kept.set(block.number, block),
    drop: async (numbers) => numbers.forEach((number) => kept.delete(number)),
    clear: async () => kept.clear(),
  };
  return { store, kept, blocks: createBlocks(store) };
};

/** The numbers of the entries in there, the newest first. */
export const numbersIn = (blocks: readonly Block[]): number[] => [...matching(blocks, noFilter)];

/** The entries in there, the newest first. */
export const entriesIn = (blocks: readonly Block[]) => numbersIn(blocks).map(createEntryOf(blocks));

/** From the newest to the oldest. */
export const down = (from: number, to: number): number[] =>
  Array.from({ length: from - to + 1 }, (_, nth) => from - nth);
