import type { Result } from '../../../shared/result.js';
import { ok } from '../../../shared/result.js';
import { sha256 } from '../../evidence/sha256.js';
import { beginning, lineOf, type StoredEntry, type Tip } from '../audit/entry.js';

/** An entry on its way out: its line as it lies in the journal, byte for byte, and the SHA-256 that the next line names. */
export interface Outgoing {
  readonly entry: StoredEntry;
  readonly line: Buffer;
  readonly hash: string;
}

/** The last entry that a collector has acknowledged, with all before it, and the SHA-256 of its line. */
export type Cursor = Pick<Tip, 'seq' | 'hash'>;

export const atBeginning: Cursor = { seq: beginning.seq, hash: beginning.hash };

/** What goes out in one piece, in the journal's order; after it everything up to `to` is delivered. */
export interface Batch {
  readonly entries: readonly Outgoing[];
  readonly to: Cursor;
}

/** Entries after a number, at most `limit`, as they lie in the journal. Fails as the journal does. */
export type Stored = (after: number, limit: number) => Promise<Result<readonly StoredEntry[]>>;

/** A drill is on invented people and goes to nobody. */
export const isDrill = ({ drill }: StoredEntry): boolean => drill === true;

/** Bytes of lines; many a receiver reads a connection into memory before it looks at it. */
const mostBytes = 256 * 1024;

const outgoing = (entry: StoredEntry): Outgoing => {
  const line = lineOf(entry);
  return { entry, line, hash: sha256(line) };
};

/** The next entries after the cursor, at most `limit` of them; `to` is the cursor itself when there is nothing after it. */
export const nextBatch = async (stored: Stored, cursor: Cursor, limit: number): Promise<Result<Batch>> => {
  const page = await stored(cursor.seq, limit);
  if (!page.ok) return page;
  const entries: Outgoing[] = [];
  let to = cursor;
  let bytes = 0;
  for (const each of page.value.map(outgoing)) {
    bytes += each.line.length;
    if (bytes > mostBytes && to !== cursor) break;
    to = { seq: each.entry.seq, hash: each.hash };
    if (!isDrill(each.entry)) entries.push(each);
  }
  return ok({ entries, to });
};
