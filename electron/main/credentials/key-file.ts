import { createHmac } from 'node:crypto';
import { ok, type Failure, type Result } from '../../../shared/result.js';
import type { KeyRing } from '../audit/key-ring.js';
import { openRing, saveRing, type OpenRing, type RingParts } from './open-ring.js';
import { sealText, type SealedText } from './sealed-text.js';
import { newKey, withKey, type Ring, type SealedSession, type Table } from './ring.js';

/** The sealed file beside the journal: the registry's token and the journal's keys, under one key in the keychain. */
export interface KeyFile extends KeyRing {
  /**
   * Asks the keychain and reads the file; concurrent callers share it, and after a failure it may be tried again. Fails with
   * `keychain-missing`, `-locked` (locked or lost), `-denied`, `-timeout`, `key-file-unreadable` (kept as it is) or `disk-low`.
   */
  open(): Promise<Result<void>>;
  isOpen(): boolean;
  /** The registry's bearer token; null when there is none or the file is not open. */
  token(): string | null;
  /** Fails as `open` did, or with `disk-low`, `key-file-unreadable`; then the old token stays. */
  setToken(token: string): Promise<Result<void>>;
  forgetToken(): Promise<Result<void>>;
  /** The seed of the desk's signing key (Ed25519, 32 bytes); null when there is none yet or the file is not open. */
  deviceKey(): Uint8Array | null;
  /** The same, made when there is none. Fails as `setToken` does. */
  makeDeviceKey(): Promise<Result<Uint8Array>>;
  /** What renews the session with the provider; null when there is none or the file is not open. */
  kept(): SealedSession | null;
  /** Fails as `setToken` does; then the old one stays. */
  keep(session: SealedSession): Promise<Result<void>>;
  forget(): Promise<Result<void>>;
  /** What opens the registry, whoever is signed in; null when there is none or the file is not open. */
  registryKey(): SealedText | null;
  /** Fails as `setToken` does; then the old one stays. */
  keepRegistryKey(key: string): Promise<Result<void>>;
  forgetRegistryKey(): Promise<Result<void>>;
}

type Edit = (ring: Ring) => Ring;

export const createKeyFile = (given: Omit<RingParts, 'now'> & { readonly now?: () => Date }): KeyFile => {
  const parts: RingParts = { now: () => new Date(), ...given };
  let opened: OpenRing | null = null;
  let opening: Promise<Result<OpenRing>> | null = null;
  let why: Failure = { code: 'keychain-locked' };
  let waiting: Edit[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  let next: Promise<Result<void>> | null = null;

  const open = async (): Promise<Result<void>> => {
    if (opened !== null) return ok(undefined);
    opening ??= openRing(parts).finally(() => (opening = null));
    const tried = await opening;
    if (tried.ok) opened ??= tried.value;
    else why = tried.error;
    return tried.ok ? ok(undefined) : tried;
  };

  const saveWaiting = async (): Promise<Result<void>> => {
    const edits = waiting;
    waiting = [];
    if (opened === null) return { ok: false, error: why };
    const ring = edits.reduce((edited, edit) => edit(edited), opened.ring);
    if (ring === opened.ring) return ok(undefined);
    const edited = { ...opened, ring };
    const saved = await saveRing(parts, edited);
    if (saved.ok) opened = edited;
    return saved;
  };

  const startNext = (): Promise<Result<void>> => {
    next = null;
    const saved = saveWaiting();
    writing = saved.catch(() => undefined); // told to those who wait for it
    return saved;
  };

  /** Edits that come while the file is being written share the next writing. */
  const edit = (change: Edit): Promise<Result<void>> => {
    waiting.push(change);
    next ??= writing.then(startNext);
    return next;
  };

  /** A key is on disk before anyone seals with it. */
  const keyIn = async (table: Table, name: string): Promise<Result<Uint8Array>> => {
    if (opened === null) return { ok: false, error: why };
    const known = opened.ring[table].get(name);
    if (known !== undefined) return ok(known);
    const saved = await edit((ring) => withKey(ring, table, name));
    const made = opened.ring[table].get(name);
    if (!saved.ok) return saved;
    if (made === undefined) throw new Error('a key was saved and is not there');
    return ok(made);
  };

  return {
    open,
    isOpen: () => opened !== null,
    token: () => opened?.ring.token?.open() ?? null,
    setToken: (text) => {
      const token = sealText(text);
      return edit((ring) => ({ ...ring, token }));
    },
    forgetToken: () => edit((ring) => (ring.token === null ? ring : { ...ring, token: null })),
    deviceKey: () => opened?.ring.device ?? null,
    makeDeviceKey: async () => {
      const saved = await edit((ring) => (ring.device ? ring : { ...ring, device: newKey() }));
      if (!saved.ok) return saved;
      if (!opened?.ring.device) throw new Error('a key was saved and is not there');
      return ok(opened.ring.device);
    },
    kept: () => opened?.ring.session ?? null,
    keep: (session) => edit((ring) => ({ ...ring, session })),
    forget: () => edit((ring) => (ring.session === null ? ring : { ...ring, session: null })),
    registryKey: () => opened?.ring.registryKey ?? null,
    keepRegistryKey: (key) => {
      const registryKey = sealText(key);
      return edit((ring) => ({ ...ring, registryKey }));
    },
    forgetRegistryKey: () => edit((ring) => (ring.registryKey === null ? ring : { ...ring, registryKey: null })),
    pepper: (month) => keyIn('peppers', month),
    monthKey: (month) => keyIn('months', month),
    subjectKey: async (id) =>
      opened === null
        ? { ok: false, error: why }
        : keyIn('subjects', createHmac('sha256', opened.ring.index).update(id).digest('base64url')),
  };
};
