import type { AuditEntry } from '../../shared/audit-entry.js';
import type { Blocks, Span } from './blocks.js';

interface Page {
  readonly entries: readonly AuditEntry[];
  /** Number of the first entry that is left. */
  readonly first: number;
  readonly head: number;
}
export type ReadJournal = (page: { after: number; limit: number }) => Promise<Page>;

/** How many entries the index has, and how many there are. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

type Index = Omit<Blocks, 'load' | 'list'>;

/** Another journal than the one that was indexed: shorter, or with another entry in the same place. */
const isForeign = ({ seq, id }: { seq: number; id: string }, { entries, head }: Page): boolean => {
  // Entries whose time to be kept is over leave the journal; that does not make it another one.
  const same = entries.find((entry) => entry.seq === seq);
  return head < seq || (same !== undefined && same.id !== id);
};

/** So many are handed over at once: more, and the window would stop while they are. */
const atOnce = 250;

/** The entries of that span, and only those: when older ones have left the journal, others come in their place. */
const readSpan = async (read: ReadJournal, { from, to }: Span): Promise<readonly AuditEntry[]> => {
  const span: AuditEntry[] = [];
  for (let after = from - 1; after < to; after += atOnce) {
    const { entries } = await read({ after, limit: Math.min(atOnce, to - after) });
    span.push(...entries.filter(({ seq }) => seq > after && seq <= to && seq <= after + atOnce));
  }
  return span;
};

/** Hands out one span after the other; the next is read while the last is seen to. */
async function* readAhead(read: ReadJournal, spans: readonly Span[]): AsyncGenerator<readonly AuditEntry[]> {
  let coming: Promise<readonly AuditEntry[]> | null = null;
  for (const [nth, span] of spans.entries()) {
    const entries = await (coming ?? readSpan(read, span));
    const after = spans[nth + 1];
    coming = after ? readSpan(read, after) : null;
    coming?.catch(() => undefined); // told where it is waited for, if it still is
    yield entries;
  }
}

/** Brings into the index what the journal has more, the newest first. Stops between blocks when told to; what was indexed stays. */
export const syncIndex = async (
  index: Index,
  read: ReadJournal,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> => {
  const newest = index.newest();
  const page = await read({ after: newest ? newest.seq - 1 : 0, limit: 1 });
  if (newest && isForeign(newest, page)) await index.clear();
  await index.dropBefore(page.first);
  const tell = (): void => onProgress({ done: index.size(), of: page.head - page.first + 1 });
  tell();
  for await (const entries of readAhead(read, index.missing(page.first, page.head))) {
    if (signal.aborted) return;
    await index.add(entries);
    tell();
  }
};
