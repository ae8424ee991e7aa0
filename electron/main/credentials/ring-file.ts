import { ok, type Failure, type Result } from '../../../shared/result.js';
import { addToRing, openRing, renewRing, saveRing, type OpenRing, type RingParts } from './open-ring.js';
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
  /** The same with `withSealedIn`: added to the file, where it was not written anew for so long that reading it would take its time. */
  sealIn(name: string, month: string): Promise<Result<void>>;
  /** A key of that table, made when there is none: on the disk before anyone seals with it. */
  key(table: Table, name: string): Promise<Result<Uint8Array>>;
}

interface Waiting {
  readonly edit: Edit;
  /** Of the subject of that name alone. */
  readonly name?: string;
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

  const savedAs = (saved: Result<OpenRing>): Result<void> => {
    if (saved.ok) opened = saved.value;
    return saved.ok ? ok(undefined) : saved;
  };

  const save = async (
    before: OpenRing,
    ring: Ring,
    names: readonly (string | undefined)[],
  ): Promise<Result<OpenRing>> => {
    const isAddition = names.every((name) => name !== undefined);
    const added = isAddition ? await addToRing(parts, before, ring, names) : null;
    return added ? ok(added) : saveRing(parts, { ...before, ring });
  };

  const saveWaiting = async (): Promise<Result<void>> => {
    const edits = waiting;
    waiting = [];
    const isRenewed = renewing;
    renewing = false;
    if (opened === null) return { ok: false, error: why };
    const ring = edits.reduce((edited, { edit }) => edit(edited), opened.ring);
    if (isRenewed) return savedAs(await renewRing(parts, { ...opened, ring }));
    if (ring === opened.ring) return ok(undefined);
    const names = edits.map(({ name }) => name);
    return savedAs(await save(opened, ring, names));
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

  const sealIn = (name: string, month: string): Promise<Result<void>> =>
    write({ name, edit: (ring) => withSealedIn(ring, name, month) });

  const renew = (change: Edit): Promise<Result<void>> => {
    renewing = true;
    return edit(change);
  };

  const key = async (table: Table, name: string): Promise<Result<Uint8Array>> => {
    if (opened === null) return { ok: false, error: why };
    const known = opened.ring[table].get(name);
    if (known !== undefined) return ok(known);
    const saved = await edit((ring) => withKey(ring, table, name));
    const made = opened.ring[table].get(name);
    if (!saved.ok) return saved;
    if (made === undefined) throw new Error('a key was saved and is not there');
    return ok(made);
  };

  return { open, ring: () => opened?.ring ?? null, why: () => why, edit, renew, sealIn, key };
};
