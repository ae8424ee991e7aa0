import { ok, type Failure, type Result } from '../../../shared/result.js';
import { openRing } from './open-ring.js';
import { addToRing, renewRing, saveRing, type OpenRing, type RingParts, type Saved } from './save-ring.js';
import { withKey, withSealedIn, type Ring, type Table } from './ring.js';

export type Edit = (ring: Ring) => Ring;

/** The ring as it was last read or written, and one writer for whoever changes it. */
export interface RingFile {
  /** Asks the keychain and reads the file; concurrent callers share it, and after a failure it may be tried again. */
  open(): Promise<Result<void>>;
  /** Null when the file is not open. */
  ring(): Ring | null;
  /** Why it is not open. */
  why(): Failure;
  /** Done when the change is on the disk; a change that returns its ring is none. Fails as `open` did, or as writing does. */
  edit(change: Edit): Promise<Result<void>>;
  /** The same under another key, so that no copy of the file opens any more. */
  renew(change: Edit): Promise<Result<void>>;
  /** `withSealedIn`, where that is new; mostly by adding to the file. */
  sealIn(name: string, month: string): Promise<Result<void>>;
  /** A key of that table, made when there is none: on the disk before anyone seals with it, also where an earlier run made it. */
  key(table: Table, name: string): Promise<Result<Uint8Array>>;
}

interface Waiting {
  readonly edit: Edit;
  /** What else would do, where nothing else is to be written. */
  readonly sealed?: readonly [name: string, month: string];
}

export const createRingFile = (parts: RingParts): RingFile => {
  let opened: OpenRing | null = null;
  let opening: Promise<Result<OpenRing>> | null = null;
  let why: Failure = { code: 'keychain-locked' };
  let waiting: Waiting[] = [];
  let renewing = false;
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

  const saveAll = async (before: OpenRing, changes: readonly Waiting[], isRenewed: boolean): Promise<Saved> => {
    const sealed = changes.flatMap((change) => (change.sealed ? [change.sealed] : []));
    const isAddition = !isRenewed && sealed.length === changes.length;
    const { added, now } = isAddition ? await addToRing(parts, before, sealed) : { added: false, now: before };
    if (added) return { answer: ok(undefined), now };
    const ring = changes.reduce((edited, { edit }) => edit(edited), before.ring);
    if (isRenewed) return renewRing(parts, now, ring);
    return ring === before.ring ? { answer: ok(undefined), now } : saveRing(parts, now, ring);
  };

  const saveWaiting = async (): Promise<Result<void>> => {
    const [changes, isRenewed] = [waiting, renewing];
    waiting = [];
    renewing = false;
    if (opened === null) return { ok: false, error: why };
    const { answer, now } = await saveAll(opened, changes, isRenewed);
    opened = now;
    return answer;
  };

  const startNext = (): Promise<Result<void>> => {
    next = null;
    const saved = saveWaiting();
    writing = saved.catch(() => undefined); // told to those who wait for it
    return saved;
  };

  /** What comes while the file is being written shares the next writing. */
  const write = (change: Waiting): Promise<Result<void>> => {
    waiting.push(change);
    next ??= writing.then(startNext);
    return next;
  };

  const edit = (change: Edit): Promise<Result<void>> => write({ edit: change });

  /** What an earlier run wrote may not be on the disk yet: it was killed before it could tell. */
  const settle = async ({ additions }: OpenRing): Promise<Result<void>> =>
    additions === null ? edit((ring) => ({ ...ring })) : ok(undefined);

  const sealIn = async (name: string, month: string): Promise<Result<void>> => {
    if (opened === null) return { ok: false, error: why };
    if ((opened.ring.sealedIn.get(name) ?? '') >= month) return settle(opened);
    return write({ sealed: [name, month], edit: (ring) => withSealedIn(ring, name, month) });
  };

  const renew = (change: Edit): Promise<Result<void>> => {
    renewing = true;
    return edit(change);
  };

  const key = async (table: Table, name: string): Promise<Result<Uint8Array>> => {
    if (opened === null) return { ok: false, error: why };
    const known = opened.ring[table].get(name);
    if (known !== undefined) {
      const settled = await settle(opened);
      return settled.ok ? ok(known) : settled;
    }
    const saved = await edit((ring) => withKey(ring, table, name));
    const made = opened.ring[table].get(name);
    if (!saved.ok) return saved;
    if (made === undefined) throw new Error('a key was saved and is not there');
    return ok(made);
  };

  return { open, ring: () => opened?.ring ?? null, why: () => why, edit, renew, sealIn, key };
};
