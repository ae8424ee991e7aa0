import type { AuditEntry } from '../../shared/audit-entry.js';

/** What the index keeps of an entry; its id is in the journal. */
export type IndexedEntry = Omit<AuditEntry, 'v' | 'id'>;

/** So many entries lie in a block, counted from the first there ever was: block 0 has the entries 1 to 1,000. */
export const blockSize = 1000;
export const numberOf = (seq: number): number => Math.floor((seq - 1) / blockSize);

export const columnNames = [
  ...(['type', 'call', 'agent', 'role', 'desk', 'app', 'policy', 'purpose'] as const),
  ...(['ticket', 'subject', 'fields', 'outcome', 'reason', 'drill'] as const),
];
export type ColumnName = (typeof columnNames)[number];

/** What stands in one column of a block: each word once, and which of them each entry has. No codes where there is one word. */
export interface Column {
  readonly words: readonly (string | null)[];
  readonly codes: Uint8Array | Uint16Array;
}

/**
 * Entries that follow each other, column by column: a few bytes each, and a column is searched a thousand times faster than as many
 * records are read one by one.
 */
export interface Block {
  readonly number: number;
  /** Number of the first entry in it. */
  readonly first: number;
  /** The id of the last entry in it: tells one journal from another. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly times: Float64Array;
  readonly columns: Readonly<Record<ColumnName, Column>>;
}

export const lastOf = ({ first, times }: Block): number => first + times.length - 1;

const cellOf = (entry: IndexedEntry, name: ColumnName): string | null => {
  if (name === 'fields') return entry.fields.join(' ');
  if (name === 'drill') return entry.drill ? 'drill' : null;
  return entry[name];
};

const packColumn = (entries: readonly IndexedEntry[], name: ColumnName): Column => {
  const codeOf = new Map<string | null, number>();
  const codes = entries.map((entry) => {
    const cell = cellOf(entry, name);
    const code = codeOf.get(cell) ?? codeOf.size;
    codeOf.set(cell, code);
    return code;
  });
  const words = [...codeOf.keys()];
  if (words.length === 1) return { words, codes: new Uint8Array() };
  return { words, codes: words.length <= 256 ? Uint8Array.from(codes) : Uint16Array.from(codes) };
};

/** Entries of one block, in order and without a hole, at least one. @param id of the last */
export const pack = (entries: readonly IndexedEntry[], id: string): Block => {
  const first = entries[0]?.seq ?? 1;
  const columns = columnNames.map((name) => [name, packColumn(entries, name)] as const);
  return {
    number: numberOf(first),
    first,
    id,
    times: Float64Array.from(entries, ({ time }) => Date.parse(time)),
    columns: Object.fromEntries(columns) as Record<ColumnName, Column>,
  };
};

const wordAt = ({ words, codes }: Column, nth: number): string | null => words[codes[nth] ?? 0] ?? null;

/** The `nth` entry of a block, counted from 0. */
export const entryAt = ({ first, times, columns }: Block, nth: number): IndexedEntry => {
  const word = (name: ColumnName): string | null => wordAt(columns[name], nth);
  return {
    seq: first + nth,
    time: new Date(times[nth] ?? 0).toISOString(),
    type: word('type') as AuditEntry['type'],
    call: word('call'),
    agent: word('agent'),
    role: word('role'),
    desk: word('desk') ?? '',
    app: word('app') ?? '',
    policy: word('policy'),
    purpose: word('purpose'),
    ticket: word('ticket'),
    subject: word('subject'),
    fields: word('fields')?.split(' ').filter(Boolean) ?? [],
    outcome: word('outcome'),
    reason: word('reason'),
    ...(word('drill') && { drill: true }),
  };
};

/** The entries of a block from that number on. */
export const entriesFrom = (block: Block, seq: number): IndexedEntry[] => {
  const skipped = Math.max(0, seq - block.first);
  return Array.from({ length: Math.max(0, block.times.length - skipped) }, (_, nth) => entryAt(block, skipped + nth));
};
