import type { Hash, Tree } from './merkle.js';

/** Where a journal stands: the hash of its last line, which the next one names, and its tree. */
export interface Standing {
  readonly hash: Hash;
  readonly tree: Tree;
  /** SHA-256 of the checkpoint that lies beside it, where it says so: by that a desk tells one that a crash tore from one of somebody else's. */
  readonly note?: Hash;
}

/** A whole number of sectors, so that one write replaces it. */
const fileBytes = 2048;

/** As it stands beside a checkpoint: not signed, because its root is. */
export const treeBytes = ({ hash, note, tree: { size, before, leaf } }: Standing): Buffer =>
  Buffer.from(`${JSON.stringify({ v: 1, size, hash, note, leaf, before }).padEnd(fileBytes - 1)}\n`);

const isHash = (value: unknown): value is Hash => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const onesIn = (size: number): number => [...size.toString(2)].filter((digit) => digit === '1').length;

/** Null when that is no such file. */
export const parseTree = (bytes: Uint8Array): Standing | null => {
  try {
    const read = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<
      'v' | 'size' | 'hash' | 'note' | 'leaf' | 'before',
      unknown
    >;
    const { v, size, hash, note, leaf, before } = read;
    const fits = typeof size === 'number' && Number.isSafeInteger(size) && size > 0 && Array.isArray(before);
    if (v !== 1 || !fits || !isHash(hash) || !isHash(leaf) || !before.every(isHash)) return null;
    if (before.length !== onesIn(size - 1)) return null;
    return { hash, tree: { size, before, leaf }, ...(isHash(note) && { note }) };
  } catch {
    return null;
  }
};
