import type { AuditEntry } from '../../../shared/audit-entry.js';
import { emptyTree, grow, leafHash, type Tree } from '../../evidence/merkle.js';
import { sha256 } from '../../evidence/sha256.js';

/** An entry as it stands in the journal. `sealed` is a compact JWE (RFC 7516); `prev` the SHA-256 of the previous line in hex. */
export interface StoredEntry extends AuditEntry {
  readonly sealed: string | null;
  readonly prev: string;
}

/** An entry before it has a place in the chain. */
export type Draft = Omit<StoredEntry, 'v' | 'seq' | 'id' | 'prev'>;

/** Who, where and under which rules, at the time of recording. */
export type Stamp = Pick<AuditEntry, 'agent' | 'role' | 'desk' | 'app' | 'policy'>;

/** The last entry: its number, the hash the next one names, and the tree over all lines up to it. */
export interface Tip {
  readonly seq: number;
  readonly hash: string;
  readonly tree: Tree;
}

export const beginning: Tip = { seq: 0, hash: '0'.repeat(64), tree: emptyTree };

/** The first of a write that begins a segment of its own: what stands first there is found without reading the rest. */
export const beginsSegment = (drafts: readonly Pick<Draft, 'type'>[]): boolean => drafts[0]?.type === 'journal.expired';

/** Longest line, without its newline. Far above what a step can hold; it bounds what is kept in memory when reading. */
export const maxLineBytes = 128 * 1024;
/** Most that goes to the disk in one write. */
export const maxWriteBytes = 1024 * 1024;
/** Most entries in one write; fits the id's counter. */
export const maxWriteEntries = 1000;

/** The tip after one more line. The hash that the next entry names is over the line's bytes without the newline. */
export const after = ({ seq, tree }: Tip, line: Uint8Array): Tip => ({
  seq: seq + 1,
  hash: sha256(line),
  tree: grow(tree, leafHash(line)),
});

/** Every name, in the order of RFC 8785. A record, so that a name more or less in `StoredEntry` does not compile. */
const names = Object.keys({
  agent: 0,
  app: 0,
  call: 0,
  desk: 0,
  drill: 0,
  fields: 0,
  id: 0,
  outcome: 0,
  policy: 0,
  prev: 0,
  purpose: 0,
  reason: 0,
  role: 0,
  sealed: 0,
  seq: 0,
  subject: 0,
  ticket: 0,
  time: 0,
  type: 0,
  v: 0,
} satisfies Record<keyof StoredEntry, 0>);

/**
 * The canonical line (RFC 8785), without the newline: names sorted by their UTF-16 units, everything else as JSON.stringify writes it.
 * @throws RangeError when it is longer than a line may be: whoever records has to bound what people type.
 */
export const lineOf = (entry: StoredEntry): Buffer => {
  const line = Buffer.from(JSON.stringify(entry, names));
  if (line.length > maxLineBytes) throw new RangeError(`an entry of ${line.length} bytes`);
  return line;
};

/** At most so many bytes. Told of an ordinary draft without writing it out: a UTF-16 unit takes six bytes at worst (\\u0000). */
export const mostBytes = (draft: Draft): number => {
  let units = 0;
  for (const value of Object.values(draft)) units += typeof value === 'string' ? value.length : 0;
  for (const field of draft.fields) units += field.length;
  const most = 6 * units < ordinaryBytes ? 6 * units : Buffer.byteLength(JSON.stringify(draft));
  return most + lineOverhead;
};

const ordinaryBytes = 8 * 1024;
/** Names, punctuation, number, id and hash. */
const lineOverhead = 512;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The entry in a line; null when the line holds none. */
export const entryIn = (line: Uint8Array): StoredEntry | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8'));
    return isObject(value) && 'seq' in value && 'prev' in value && 'v' in value && value.v === 1
      ? (value as StoredEntry)
      : null;
  } catch {
    return null;
  }
};

/** The tip after this line; null when the line does not follow from the one before. */
export const follow = (tip: Tip, line: Uint8Array): Tip | null => {
  const entry = entryIn(line);
  return entry?.seq === tip.seq + 1 && entry.prev === tip.hash ? after(tip, line) : null;
};
