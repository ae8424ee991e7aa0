import type { AuditEntry } from '../../shared/audit-entry.js';

/** Where the index is kept. */
export interface IndexStore {
  /** The last entry indexed. */
  last(): Promise<{ readonly seq: number; readonly id: string } | null>;
  /** Entries and cursor together, or neither. */
  add(entries: readonly AuditEntry[]): Promise<void>;
  clear(): Promise<void>;
  /** Forgets the entries before that number. */
  dropBefore(first: number): Promise<void>;
}

export type ReadJournal = (page: { after: number; limit: number }) => Promise<{
  readonly entries: readonly AuditEntry[];
  /** Number of the first entry that is left. */
  readonly first: number;
  readonly head: number;
}>;

export interface Progress {
  readonly done: number;
  readonly head: number;
}

const pageSize = 1000;

/** Another journal than the one that was indexed: shorter, or with another entry in the same place. */
const isForeign = async (last: { readonly seq: number; readonly id: string }, read: ReadJournal): Promise<boolean> => {
  const { entries, head } = await read({ after: last.seq - 1, limit: 1 });
  if (head < last.seq) return true;
  const same = entries.find(({ seq }) => seq === last.seq);
  // Entries whose time to be kept is over leave the journal; that does not make it another one.
  return same !== undefined && same.id !== last.id;
};

/** Reads the journal from the cursor to its head. Stops between pages when told to; what was indexed stays. */
export const syncIndex = async (
  store: IndexStore,
  read: ReadJournal,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> => {
  let last = await store.last();
  if (last && (await isForeign(last, read))) {
    await store.clear();
    last = null;
  }
  let after = last?.seq ?? 0;
  while (!signal.aborted) {
    const { entries, first, head } = await read({ after, limit: pageSize });
    const final = entries.at(-1);
    if (first > 1) await store.dropBefore(first);
    if (final) {
      await store.add(entries);
      after = final.seq;
    }
    onProgress({ done: after, head });
    if (!final || after >= head) return;
  }
};
