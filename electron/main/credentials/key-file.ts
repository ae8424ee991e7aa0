import { createHmac } from 'node:crypto';
import { ok, type Result } from '../../../shared/result.js';
import type { KeyRing } from '../audit/key-ring.js';
import type { RingParts } from './save-ring.js';
import { createRingFile } from './ring-file.js';
import { sealText, type SealedText } from './sealed-text.js';
import {
  newKey,
  withoutKey,
  withoutMonthsBefore,
  withoutSubject,
  type Hold,
  type Ring,
  type SealedSession,
} from './ring.js';

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
  setToken(token: string, signedInAt: number): Promise<Result<void>>;
  forgetToken(): Promise<Result<void>>;
  /** The seed of the desk's signing key (Ed25519, 32 bytes); null when there is none yet or the file is not open. */
  deviceKey(): Uint8Array | null;
  /** The same, made when there is none. Fails as `setToken` does. */
  makeDeviceKey(): Promise<Result<Uint8Array>>;
  /** The notes by which the keys before it left the journal to the next one, in order; none when the file is not open. */
  successions(): readonly string[];
  /** Puts another in its place, and forgets it as `dropSubjectKey` does. @param succession the note by which it goes */
  replaceDeviceKey(seed: Uint8Array, succession: string): Promise<Result<void>>;
  /** What renews the session with the provider; null when there is none or the file is not open. */
  kept(): SealedSession | null;
  /** Fails as `setToken` does; then the old one stays. */
  keep(session: SealedSession, signedInAt?: number): Promise<Result<void>>;
  forget(): Promise<Result<void>>;
  /** The key of what waits to be sent; null when there is none or the file is not open. */
  requestKey(id: string): Uint8Array | null;
  /** The same, made when there is none. Fails as `setToken` does. */
  makeRequestKey(id: string): Promise<Result<Uint8Array>>;
  /** What was sealed with it is gone. Fails as `setToken` does. */
  dropRequestKey(id: string): Promise<Result<void>>;
  /** The same for all but these. */
  keepRequestKeys(ids: readonly string[]): Promise<Result<void>>;
  /** By what name the key of a subject goes, by the registry's id; null when the file is not open. */
  subjectName(id: string): string | null;
  /** By name; none when the file is not open. */
  subjectKeys(): ReadonlyMap<string, Uint8Array>;
  /**
   * Erases what was sealed under the subject's key of that name: the file is written under another key, so that no copy of it has the
   * subject's either. Fails as `setToken` does, or as the keychain.
   */
  dropSubjectKey(name: string): Promise<Result<void>>;
  /**
   * Drops the months' keys and peppers before that month, such as `2026-11`, and the keys of subjects of whom nothing was sealed since: what was
   * sealed nobody opens any more, and nobody can tell whose the pseudonyms were. As `dropSubjectKey`; nothing is written where there are none.
   */
  dropBefore(month: string): Promise<Result<void>>;
  /** The oldest first; none when the file is not open. */
  holds(): readonly Hold[];
  /** Fails as `setToken` does; then the old ones stay. */
  setHolds(holds: readonly Hold[]): Promise<Result<void>>;
  /** What opens the registry, whoever is signed in; null when there is none or the file is not open. */
  registryKey(): SealedText | null;
  /** Fails as `setToken` does; then the old one stays. */
  keepRegistryKey(key: string): Promise<Result<void>>;
  forgetRegistryKey(): Promise<Result<void>>;
  /** Milliseconds since 1970 when the agent signed in themselves for what is kept; null when nothing is or the file is not open. */
  signedInAt(): number | null;
  /** The wrong tries to unlock so far; 0 when the file is not open. */
  wrongTries(): number;
  /** Fails as `setToken` does. */
  setWrongTries(count: number): Promise<Result<void>>;
  /** What opens the gateway of that name; null when there is none or the file is not open. */
  secret(name: string): string | null;
  /** Fails as `setToken` does; then the old one stays. */
  keepSecret(name: string, secret: string): Promise<Result<void>>;
  forgetSecret(name: string): Promise<Result<void>>;
}

/** The file names no subject. */
const subjectName = (ring: Ring, id: string): string => createHmac('sha256', ring.index).update(id).digest('base64url');

export const createKeyFile = (given: Omit<RingParts, 'now'> & { readonly now?: () => Date }): KeyFile => {
  const { open, ring, why, edit, renew, sealIn, key } = createRingFile({ now: () => new Date(), ...given });
  return {
    open,
    isOpen: () => ring() !== null,
    token: () => ring()?.token?.open() ?? null,
    setToken: (text, signedInAt) => {
      const token = sealText(text);
      return edit((ring) => ({ ...ring, token, signedInAt }));
    },
    forgetToken: () => edit((ring) => (ring.token === null ? ring : { ...ring, token: null, signedInAt: null })),
    deviceKey: () => ring()?.device ?? null,
    makeDeviceKey: async () => {
      const saved = await edit((ring) => (ring.device ? ring : { ...ring, device: newKey() }));
      if (!saved.ok) return saved;
      const made = ring()?.device;
      if (!made) throw new Error('a key was saved and is not there');
      return ok(made);
    },
    successions: () => ring()?.successions ?? [],
    replaceDeviceKey: (device, succession) =>
      renew((ring) => ({ ...ring, device, successions: [...ring.successions, succession] })),
    kept: () => ring()?.session ?? null,
    keep: (session, signedInAt) =>
      edit((ring) => ({ ...ring, session, ...(signedInAt !== undefined && { signedInAt }) })),
    forget: () => edit((ring) => (ring.session === null ? ring : { ...ring, session: null, signedInAt: null })),
    registryKey: () => ring()?.registryKey ?? null,
    keepRegistryKey: (key) => {
      const registryKey = sealText(key);
      return edit((ring) => ({ ...ring, registryKey }));
    },
    forgetRegistryKey: () => edit((ring) => (ring.registryKey === null ? ring : { ...ring, registryKey: null })),
    signedInAt: () => ring()?.signedInAt ?? null,
    wrongTries: () => ring()?.wrongTries ?? 0,
    setWrongTries: (wrongTries) => edit((ring) => (ring.wrongTries === wrongTries ? ring : { ...ring, wrongTries })),
    secret: (name) => ring()?.secrets.get(name)?.open() ?? null,
    keepSecret: (name, text) => {
      const secret = sealText(text);
      return edit((ring) => ({ ...ring, secrets: new Map(ring.secrets).set(name, secret) }));
    },
    forgetSecret: (name) =>
      edit((ring) => ({ ...ring, secrets: new Map([...ring.secrets].filter(([each]) => each !== name)) })),
    pepper: (month) => key('peppers', month),
    monthKey: (month) => key('months', month),
    subjectKey: async (id, month) => {
      const now = ring();
      if (now === null) return { ok: false, error: why() };
      const name = subjectName(now, id);
      const saved = await sealIn(name, month);
      return saved.ok ? key('subjects', name) : saved;
    },
    requestKey: (id) => ring()?.requests.get(id) ?? null,
    makeRequestKey: (id) => key('requests', id),
    dropRequestKey: (id) => edit((ring) => withoutKey(ring, 'requests', id)),
    keepRequestKeys: (ids) =>
      edit((ring) => {
        const others = [...ring.requests.keys()].filter((id) => !ids.includes(id));
        return others.reduce((kept, id) => withoutKey(kept, 'requests', id), ring);
      }),
    subjectName: (id) => {
      const now = ring();
      return now && subjectName(now, id);
    },
    subjectKeys: () => ring()?.subjects ?? new Map(),
    dropSubjectKey: (name) => renew((ring) => withoutSubject(ring, name)),
    dropBefore: async (month) => {
      const now = ring();
      if (now === null) return { ok: false, error: why() };
      if (withoutMonthsBefore(now, month) === now) return ok(undefined);
      return renew((ring) => withoutMonthsBefore(ring, month));
    },
    holds: () => ring()?.holds ?? [],
    setHolds: (holds) => edit((ring) => ({ ...ring, holds })),
  };
};
