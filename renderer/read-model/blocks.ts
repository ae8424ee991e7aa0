import type { AuditEntry } from '../../shared/audit-entry.js';
import { blockSize, entriesFrom, lastOf, numberOf, pack, type Block } from './block.js';
import type { BlockStore } from './store.js';

/** Entries `from` to `to`, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The blocks there are, in memory to be searched, and in the store for the next time. */
export interface Blocks {
  load(onSome: () => void): Promise<void>;
  /** As they are now, the newest first; another array when something has changed. */
  list(): readonly Block[];
  /** How many entries there are in all. */
  size(): number;
  newest(): { readonly seq: number; readonly id: string } | null;
  /** What is not there of `first` to `head`, the newest first, each within one block. */
  missing(first: number, head: number): Span[];
  /** Entries of one block that follow from what is there of it. */
  add(entries: readonly AuditEntry[]): Promise<void>;
  /** Forgets the entries before that number. */
  dropBefore(first: number): Promise<void>;
  clear(): Promise<void>;
}

const newestFirst = (one: Block, other: Block): number => other.number - one.number;

export const createBlocks = (store: BlockStore): Blocks => {
  let list: readonly Block[] = [];
  const blockAt = (number: number): Block | undefined => list.find((block) => block.number === number);
  const take = (some: readonly Block[]): void => {
    const numbers = new Set(some.map(({ number }) => number));
    list = [...some, ...list.filter(({ number }) => !numbers.has(number))].sort(newestFirst);
  };
  const keep = async (block: Block): Promise<void> => {
    take([block]);
    await store.put(block);
  };
  return {
    load: (onSome) =>
      store.load((some) => {
        take(some);
        onSome();
      }),
    list: () => list,
    size: () => list.reduce((sum, { times }) => sum + times.length, 0),
    newest: () => (list[0] ? { seq: lastOf(list[0]), id: list[0].id } : null),
    missing: (first, head) => {
      const there = new Map(list.map((block) => [block.number, lastOf(block)]));
      const spans: Span[] = [];
      for (let number = numberOf(head); number >= numberOf(first); number -= 1) {
        const from = Math.max(first, (there.get(number) ?? number * blockSize) + 1);
        const to = Math.min(head, (number + 1) * blockSize);
        if (from <= to) spans.push({ from, to });
      }
      return spans;
    },
    add: async (entries) => {
      const [begin, end] = [entries[0], entries.at(-1)];
      if (!begin || !end) return;
      const before = blockAt(numberOf(begin.seq));
      await keep(pack([...(before ? entriesFrom(before, 0) : []), ...entries], end.id));
    },
    dropBefore: async (first) => {
      const expired = list.filter((block) => lastOf(block) < first).map(({ number }) => number);
      if (expired.length > 0) {
        list = list.filter((block) => lastOf(block) >= first);
        await store.drop(expired);
      }
      const oldest = list.at(-1);
      if (oldest && oldest.first < first) await keep(pack(entriesFrom(oldest, first), oldest.id));
    },
    clear: async () => {
      list = [];
      await store.clear();
    },
  };
};
