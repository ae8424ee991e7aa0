import { fail, ok, type Result } from '../../../shared/result.js';
import { anchorAccount } from '../audit/anchor.js';
import type { Keychain } from './keychain.js';
import { openRingBox } from './ring-box.js';
import { addInPlace, emptyRing, newKey, parseAdded, parseRing } from './ring.js';
import {
  account,
  boxName,
  nextAccount,
  placed,
  readIfThere,
  saveRing,
  takeOver,
  type OpenRing,
  type RingParts,
} from './save-ring.js';

/** Says which keys exist since when: a locked keyring answers that there is none. */
const markerName = 'keys.json';

/** Null when it is damaged or of another key. */
const openFile = (file: Buffer, key: Uint8Array): OpenRing | null => {
  const box = openRingBox(file, key);
  const ring = box && parseRing(box.content);
  if (!box || !ring) return null;
  for (const bytes of box.additions) {
    const added = parseAdded(bytes);
    if (added === null) return null;
    addInPlace(ring, added);
  }
  return { ring, key, headers: [box.header], length: file.length, additions: null };
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
  const ring = emptyRing();
  const { answer, now } = await saveRing(parts, { ring, key, headers: [], length: null, additions: null }, ring);
  return answer.ok ? marked(parts, false, now) : answer;
};

const marked = async (parts: RingParts, isMarked: boolean, opened: OpenRing): Promise<Result<OpenRing>> => {
  if (isMarked) return ok(opened);
  const marker = { v: 1, keys: { [account]: parts.now().toISOString() } };
  const saved = await placed(parts, markerName, Buffer.from(`${JSON.stringify(marker)}\n`));
  return saved.ok ? ok(opened) : saved;
};

/** Takes the key out of the keychain, and one that was to take its place: what they seal is lost. Fails with `keychain-…`. */
export const forgetKey = async (keychain: Keychain): Promise<Result<boolean>> => {
  const next = await keychain.delete(nextAccount);
  return next.ok ? keychain.delete(account) : next;
};
