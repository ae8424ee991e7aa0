import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Keychain } from './keychain.js';
import { addition, closeRingBox, headerOf } from './ring-box.js';
import { addedBytes, addedTo, addInPlace, newKey, ringBytes, type Ring } from './ring.js';

/** What is asked of the disk besides; each throws the file system's error. */
export interface RingDisk {
  read(path: string): Promise<Buffer>;
  /** For the owner alone, if it is not there. */
  makeFolder(path: string): Promise<unknown>;
}

export interface RingParts {
  readonly folder: string;
  readonly keychain: Keychain;
  /** Makes a file that is whole or not there, durably, for the owner alone. */
  readonly place: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Adds to a file that begins so and is just so long, durably; false where it is another. */
  readonly extend: (path: string, head: Uint8Array, length: number, bytes: Uint8Array) => Promise<boolean>;
  readonly disk?: RingDisk;
  readonly now: () => Date;
}

export interface OpenRing {
  readonly ring: Ring;
  readonly key: Uint8Array;
  /** Of the file; several where a write failed and nobody can tell which of them it has now. None before it was written. */
  readonly headers: readonly Buffer[];
  /** How long it is, in bytes; null where a write failed. */
  readonly length: number | null;
  /** How many were added to it since this run wrote it; null before that. */
  readonly additions: number | null;
}

/** What came of a change, and what is open after it: not always what was before, where it failed. */
export interface Saved {
  readonly answer: Result<void>;
  readonly now: OpenRing;
}

const realDisk: RingDisk = {
  read: (path) => readFile(path),
  makeFolder: (path) => mkdir(path, { recursive: true, mode: 0o700 }),
};

export const account = 'key-file';
/** Holds the key that is to come while it takes the place of the other. */
export const nextAccount = 'key-file-next';
export const boxName = 'keys.sealed';

/** Fails where somebody else has written the file since: another desk, or a command, may have put keys into it that this ring has not. */
const unchanged = async (parts: RingParts, { headers, length }: OpenRing): Promise<Result<void>> => {
  const read = await readIfThere(parts, boxName);
  const file = read.ok ? read.value : null;
  if (file === null) return read.ok ? ok(undefined) : read;
  const isOwn = headers.some((header) => header.equals(headerOf(file)));
  return isOwn && (length === null || file.length <= length) ? ok(undefined) : fail('key-file-unreadable');
};

/**
 * Writes that ring anew, under the same key or another one. Fails with `disk-low` or `key-file-unreadable`; nobody can tell then whether the file
 * holds what it held before or that. Nothing is written where somebody else wrote the file.
 */
export const saveRing = async (parts: RingParts, before: OpenRing, ring: Ring, key = before.key): Promise<Saved> => {
  const own = await unchanged(parts, before);
  if (!own.ok) return { answer: own, now: before };
  const bytes = closeRingBox(ringBytes(ring), key);
  const header = headerOf(bytes);
  const saved = await placed(parts, boxName, bytes);
  return saved.ok
    ? { answer: saved, now: { ring, key, headers: [header], length: bytes.length, additions: 0 } }
    : { answer: saved, now: { ...before, headers: [...before.headers, header], length: null } };
};

/** Reading more would take its time at the next start. */
const mostAdditions = 256;

/**
 * Adds to the file that something is sealed in these months for subjects of these names. False where that cannot be: then it is to be written anew,
 * over whatever a part of this left at its end.
 */
export const addToRing = async (
  { folder, extend }: RingParts,
  before: OpenRing,
  sealed: readonly (readonly [name: string, month: string])[],
): Promise<{ readonly added: boolean; readonly now: OpenRing }> => {
  const { ring, key, headers, length, additions } = before;
  const [header, ...others] = headers;
  const isFull = additions === null || additions === mostAdditions;
  if (!header || others.length > 0 || length === null || isFull) return { added: false, now: before };
  const made = addedTo(ring, sealed);
  const line = addition(addedBytes(made), key, header, additions);
  if (!(await extend(join(folder, boxName), header, length, line).catch(() => false)))
    return { added: false, now: { ...before, length: null } };
  addInPlace(ring, made);
  return { added: true, now: { ...before, length: length + line.length, additions: additions + 1 } };
};

/**
 * Writes that ring anew under another key and forgets the one before, so that no copy of the file opens what is no longer in it. Fails as the
 * keychain does or as `saveRing`. Interrupted anywhere, one of the two keys in the keychain opens the file.
 */
export const renewRing = async (parts: RingParts, before: OpenRing, ring: Ring): Promise<Saved> => {
  const own = await unchanged(parts, before);
  if (!own.ok) return { answer: own, now: before };
  // Which key opens the file has to be certain before the other is forgotten that might.
  const certain = before.headers.length === 1 ? null : await saveRing(parts, before, before.ring);
  if (certain && !certain.answer.ok) return certain;
  const { now } = certain ?? { now: before };
  const key = newKey();
  // An earlier renewal may have got no further than the file.
  const first = await parts.keychain.set(account, now.key);
  if (!first.ok) return { answer: first, now };
  const second = await parts.keychain.set(nextAccount, key);
  if (!second.ok) return { answer: second, now };
  const saved = await saveRing(parts, now, ring, key);
  if (saved.answer.ok) await takeOver(parts, key);
  return saved;
};

/** What fails of it is done by the next start. */
export const takeOver = async ({ keychain }: RingParts, key: Uint8Array): Promise<void> => {
  const kept = await keychain.set(account, key);
  if (kept.ok) await keychain.delete(nextAccount);
};

export const readIfThere = async (
  { folder, disk = realDisk }: RingParts,
  name: string,
): Promise<Result<Buffer | null>> => {
  try {
    return ok(await disk.read(join(folder, name)));
  } catch (cause) {
    return codeOf(cause) === 'ENOENT' ? ok(null) : unusable(cause);
  }
};

export const placed = async (
  { folder, place, disk = realDisk }: RingParts,
  name: string,
  bytes: Uint8Array,
): Promise<Result<void>> => {
  try {
    await disk.makeFolder(folder);
    await place(join(folder, name), bytes);
    return ok(undefined);
  } catch (cause) {
    return unusable(cause);
  }
};

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : undefined);

const unusable = (cause: unknown): ReturnType<typeof fail> => {
  const code = codeOf(cause);
  if (typeof code !== 'string') throw cause;
  return fail(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-low' : 'key-file-unreadable');
};
