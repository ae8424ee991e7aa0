import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.js';
import { anchorAccount } from '../audit/anchor.js';
import type { Keychain } from './keychain.js';
import { addition, closeRingBox, openRingBox, type Tail } from './ring-box.js';
import { additionBytes, emptyRing, newKey, parseRing, ringBytes, withAddition, type Ring } from './ring.js';

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
  /** Adds to a file that is just so long, durably; false where it is not. */
  readonly extend: (path: string, length: number, bytes: Uint8Array) => Promise<boolean>;
  readonly disk?: RingDisk;
  readonly now: () => Date;
}

export interface OpenRing {
  readonly ring: Ring;
  readonly key: Uint8Array;
  /** Of the file; null where nothing can be added to it. */
  readonly tail: Tail | null;
}

const realDisk: RingDisk = {
  read: (path) => readFile(path),
  makeFolder: (path) => mkdir(path, { recursive: true, mode: 0o700 }),
};

const account = 'key-file';
/** Holds the key that is to come while it takes the place of the other. */
const nextAccount = 'key-file-next';
const boxName = 'keys.sealed';
/** Says which keys exist since when: a locked keyring answers that there is none. */
const markerName = 'keys.json';

/** Writes the ring anew. Fails with `disk-low` or `key-file-unreadable`; the file then holds what it held before. */
export const saveRing = async (
  parts: RingParts,
  { ring, key }: Pick<OpenRing, 'ring' | 'key'>,
): Promise<Result<OpenRing>> => {
  const { bytes, tail } = closeRingBox(ringBytes(ring), key);
  const saved = await placed(parts, boxName, bytes);
  return saved.ok ? ok({ ring, key, tail }) : saved;
};

/** More, and opening the file would take longer than writing it anew now and then. */
const mostAdditions = 256;

/**
 * Adds to the file what `withSealedIn` changed for subjects of these names since it was read or written. Null where that cannot be: then it
 * is to be written anew, whatever a part of this left at its end.
 */
export const addToRing = async (
  { folder, extend }: RingParts,
  { key, tail }: OpenRing,
  ring: Ring,
  names: readonly string[],
): Promise<OpenRing | null> => {
  if (tail === null || tail.additions === mostAdditions) return null;
  const { header, additions, end } = tail;
  const line = addition(additionBytes(ring, names), key, tail);
  const added = await extend(join(folder, boxName), end, line).catch(() => false);
  return added ? { ring, key, tail: { header, additions: additions + 1, end: end + line.length } } : null;
};

/**
 * Writes the ring anew under another key and forgets the one before, so that no copy of the file opens what is no longer in it. Fails as the
 * keychain does or as `saveRing`; then all is as it was. Interrupted anywhere, one of the two keys in the keychain opens the file.
 */
export const renewRing = async (
  parts: RingParts,
  { ring, key }: Pick<OpenRing, 'ring' | 'key'>,
): Promise<Result<OpenRing>> => {
  const renewed = { ring, key: newKey() };
  // An earlier renewal may have got no further than the file.
  const first = await parts.keychain.set(account, key);
  if (!first.ok) return first;
  const second = await parts.keychain.set(nextAccount, renewed.key);
  if (!second.ok) return second;
  const saved = await saveRing(parts, renewed);
  if (saved.ok) await takeOver(parts, renewed.key);
  return saved;
};

/** What fails of it is done by the next start. */
const takeOver = async ({ keychain }: RingParts, key: Uint8Array): Promise<void> => {
  const kept = await keychain.set(account, key);
  if (kept.ok) await keychain.delete(nextAccount);
};

/** Null when it is damaged or of another key. */
const openFile = (file: Buffer, key: Uint8Array): OpenRing | null => {
  const box = openRingBox(file, key);
  const first = box && parseRing(box.content);
  const ring =
    box && box.additions.reduce<Ring | null>((before, bytes) => before && withAddition(before, bytes), first);
  return box && ring && { ring, key, tail: box.tail };
};

/** The file may have been renewed and its key not have taken its place yet. */
const openWithNext = async (parts: RingParts, box: Buffer): Promise<OpenRing | null> => {
  const next = await parts.keychain.get(nextAccount);
  const opened = next.ok && next.value ? openFile(box, next.value) : null;
  if (opened) await takeOver(parts, opened.key);
  return opened;
};

/**
 * Opens the key file, or makes it when there never was one. Fails with `keychain-…`, `key-file-unreadable` or `disk-low`. Where anything
 * says that a key exists, no other is made in its place.
 */
export const openRing = async (parts: RingParts): Promise<Result<OpenRing>> => {
  // The keychain first: it answers from another process, and the files are read meanwhile.
  const [found, box, marker] = await Promise.all([
    parts.keychain.get(account),
    readIfThere(parts, boxName),
    readIfThere(parts, markerName),
  ]);
  if (!box.ok || !marker.ok) return fail('key-file-unreadable');
  if (!found.ok) return found;
  const hasFiles = box.value !== null || marker.value !== null;
  // SECURITY: a journal was sealed with what is gone: taking both files away gives nobody a fresh start.
  const anchor = hasFiles ? ok(null) : await parts.keychain.get(anchorAccount);
  if (!anchor.ok) return anchor;
  const existed = hasFiles || anchor.value !== null;
  if (found.value === null) return existed ? fail('keychain-locked') : begin(parts, newKey());
  if (box.value === null) return existed ? fail('key-file-unreadable') : make(parts, found.value); // a first start that was interrupted
  const opened = openFile(box.value, found.value) ?? (await openWithNext(parts, box.value));
  return opened === null ? fail('key-file-unreadable') : marked(parts, marker.value !== null, opened);
};

/** The key is in the keychain, and comes back from there, before anything is sealed with it. */
const begin = async (parts: RingParts, key: Uint8Array): Promise<Result<OpenRing>> => {
  const kept = await parts.keychain.set(account, key);
  if (!kept.ok) return kept;
  const back = await parts.keychain.get(account);
  if (!back.ok) return back;
  return back.value !== null && Buffer.from(key).equals(back.value) ? make(parts, key) : fail('keychain-denied');
};

const make = async (parts: RingParts, key: Uint8Array): Promise<Result<OpenRing>> => {
  const saved = await saveRing(parts, { ring: emptyRing(), key });
  return saved.ok ? marked(parts, false, saved.value) : saved;
};

const marked = async (parts: RingParts, isMarked: boolean, opened: OpenRing): Promise<Result<OpenRing>> => {
  if (isMarked) return ok(opened);
  const marker = { v: 1, keys: { [account]: parts.now().toISOString() } };
  const saved = await placed(parts, markerName, Buffer.from(`${JSON.stringify(marker)}\n`));
  return saved.ok ? ok(opened) : saved;
};

const readIfThere = async ({ folder, disk = realDisk }: RingParts, name: string): Promise<Result<Buffer | null>> => {
  try {
    return ok(await disk.read(join(folder, name)));
  } catch (cause) {
    return codeOf(cause) === 'ENOENT' ? ok(null) : unusable(cause);
  }
};

const placed = async (
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

/** Takes the key out of the keychain, and one that was to take its place: what they seal is lost. Fails with `keychain-…`. */
export const forgetKey = async (keychain: Keychain): Promise<Result<boolean>> => {
  const next = await keychain.delete(nextAccount);
  return next.ok ? keychain.delete(account) : next;
};
