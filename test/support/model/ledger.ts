import type { StoredEntry } from '../../../electron/main/audit/entry.js';
import type { MemoryDisk } from './memory-disk.js';

/** What is on record for good, counted from the disk itself and not from what the desk says about it. */
export const createLedger = (disk: MemoryDisk) => {
  let read = 0;
  const entries: StoredEntry[] = [];
  const outcomes = new Map<string, string[]>();
  const count: Record<string, number> = {};
  /** Of wrong answers, each with the number of its entry. */
  const locks: StoredEntry[] = [];

  const note = (entry: StoredEntry): void => {
    entries.push(entry);
    count[entry.type] = (count[entry.type] ?? 0) + 1;
    const { type, call, outcome } = entry;
    if (type === 'subject.locked' && outcome === 'locked') locks.push(entry);
    if (type === 'call.started') {
      if ([...outcomes.values()].some((ends) => ends.length !== 1)) throw new Error('a call before the end of another');
      if (outcomes.has(call ?? '')) throw new Error('two calls of one reference');
      outcomes.set(call ?? '', []);
    }
    if (type === 'call.closed') outcomes.get(call ?? '')?.push(outcome ?? '');
  };

  return {
    ...{ entries, locks, outcomes },
    /** Reads on to what would outlive a crash at this moment. */
    catchUp: (): void => {
      const { lines, end } = disk.keptFrom(read);
      read = end;
      lines.forEach((line) => note(JSON.parse(line) as StoredEntry));
    },
    countOf: (type: StoredEntry['type']): number => count[type] ?? 0,
    get last() {
      return entries.at(-1);
    },
  };
};
