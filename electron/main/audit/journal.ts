import { fail, ok, type Result } from '../../../shared/result.js';
import { diskFailure } from './disk-failure.js';
import { disk, type FileLayer } from './durable-file.js';
import type { Draft, Stamp, StoredEntry } from './entry.js';
import { asEntry, asLine, readPage, type JournalLine, type Keep } from './journal-page.js';
import type { Evidence } from './evidence.js';
import type { Lock } from './journal-lock.js';
import type { Extent } from './segment-index.js';
import { removeTo, takeJournal, type Open } from './take-journal.js';
import { createSharedWrites } from './shared-writes.js';

/** The system of record: append-only, chained, one writer. */
export interface Journal {
  readonly folder: string;
  /** Number of the last entry; 0 when there is none or the journal is not open. */
  readonly head: number;
  /** Number of the first entry that is left: 1, until those before it are removed. */
  readonly first: number;
  /**
   * Locks, verifies and cleans the end, once; concurrent callers share it, and after a failure it may be tried again. Fails with
   * `audit-folder-unsafe`, `audit-unavailable`, `audit-in-use`, `audit-damaged` or `disk-low`. The other operations open by themselves.
   */
  open(): Promise<Result<void>>;
  /** Answers when the drafts are durable, with the number of the last. Fails as `open` does, or with `disk-low`, `audit-unavailable`. */
  append(drafts: readonly Draft[]): Promise<Result<number>>;
  /** Ok when the next entry has somewhere to go and the reserve is free; else `disk-low` or as `append`. */
  ready(): Promise<Result<void>>;
  /** Entries after a number, at most `limit` (≤ 1000). */
  page(after: number, limit: number): Promise<Result<readonly StoredEntry[]>>;
  /** The same with their lines. */
  lines(after: number, limit: number): Promise<Result<readonly JournalLine[]>>;
  /** Which entries each segment holds, the oldest first. Fails as `open` does or as reading them. */
  segments(): Promise<Result<readonly Extent[]>>;
  /**
   * Removes the segments up to that number, the oldest first; their checkpoints stay. Interrupted anywhere, what is left follows from the
   * checkpoint before it. That it will be done has to be on record and anchored. Fails with `audit-unavailable`.
   */
  removeTo(number: number): Promise<Result<void>>;
  /** Ends after what was already given to `append`; what comes later fails with `audit-not-open`. */
  close(): Promise<void>;
}

export interface JournalParts {
  readonly folder: string;
  /** For the entries the journal makes about itself. */
  readonly stamp: () => Stamp;
  /** Told the number of the last entry after each durable write. */
  readonly onAppended?: (head: number) => void;
  /** Asked before each lookup, and told of all that is written. */
  readonly evidence?: Pick<Evidence, 'opened' | 'written' | 'ready' | 'close'>;
  readonly files?: FileLayer;
  readonly prepare?: (folder: string) => Promise<Result<void>>;
  readonly lock?: (folder: string) => Promise<Result<Lock>>;
  readonly now?: () => Date;
  readonly segmentBytes?: number;
}

const nobody: NonNullable<JournalParts['evidence']> = {
  opened: () => undefined,
  written: () => undefined,
  ready: async () => ok(undefined),
  close: async () => undefined,
};

/** Kept free for closing a call and for the notice that the disk is full, in bytes; lookups stop before it is touched. */
const reserveBytes = 16 * 1024 * 1024;
/** What the entries of one lookup may need at most, in bytes. */
const neededBytes = 64 * 1024;

export const createJournal = (parts: JournalParts): Journal => {
  const { folder, files = disk, evidence = nobody, onAppended = () => undefined } = parts;
  let open: Open | null = null;
  let opening: Promise<Result<Open>> | null = null;
  let damaged = false;
  let closed = false;

  const openOnce = async (): Promise<Result<Open>> => {
    if (closed) return fail('audit-not-open');
    if (damaged) return fail('audit-damaged');
    if (open !== null) return ok(open);
    opening ??= takeJournal({ ...parts, files, evidence }).finally(() => (opening = null));
    const taken = await opening;
    if (taken.ok) open = taken.value;
    else damaged = taken.error.code === 'audit-damaged';
    return taken;
  };

  const write = async (drafts: readonly Draft[]): Promise<Result<number>> => {
    const opened = await openOnce();
    if (!opened.ok) return opened;
    const { writer } = opened.value;
    const before = writer.tip.seq;
    const written = await writer.write(drafts);
    if (!written.ok && writer.poisoned) await writer.write([]); // a new segment at once, so that the cause is on record
    if (writer.tip.seq > before) onAppended(writer.tip.seq);
    return written.ok ? ok(writer.tip.seq) : written;
  };
  const append = createSharedWrites(write);

  const read = async <Kept>(after: number, limit: number, keep: Keep<Kept>): Promise<Result<readonly Kept[]>> => {
    const opened = await openOnce();
    if (!opened.ok) return opened;
    const known = await opened.value.indexed(after);
    return known.ok ? readPage(files, folder, opened.value.index, after, limit, keep) : known;
  };

  return {
    folder,
    get head() {
      return open?.writer.tip.seq ?? 0;
    },
    get first() {
      return open?.first ?? 1;
    },
    open: async () => {
      const opened = await openOnce();
      return opened.ok ? ok(undefined) : opened;
    },
    append,
    ready: async () => {
      const writable = await append([]);
      if (!writable.ok) return writable;
      const reliable = await evidence.ready();
      return reliable.ok ? reserveIn(files, folder) : reliable;
    },
    page: (after, limit) => read(after, limit, asEntry),
    lines: (after, limit) => read(after, limit, asLine),
    segments: async () => {
      const opened = await openOnce();
      if (!opened.ok) return opened;
      const known = await opened.value.indexed(0);
      return known.ok ? ok(opened.value.index.extents()) : known;
    },
    removeTo: async (number) => {
      const opened = await openOnce();
      return opened.ok ? removeTo(files, folder, opened.value, number) : opened;
    },
    close: async () => {
      if (open !== null || opening !== null) await append([]);
      closed = true;
      await evidence.close();
      await open?.writer.close();
      await open?.lock.release();
      open = null;
    },
  };
};

const reserveIn = async (files: FileLayer, folder: string): Promise<Result<void>> => {
  try {
    const { bavail, bsize } = await files.statfs(folder);
    return bavail * bsize < reserveBytes + neededBytes ? fail('disk-low') : ok(undefined);
  } catch (cause) {
    return diskFailure(cause);
  }
};
