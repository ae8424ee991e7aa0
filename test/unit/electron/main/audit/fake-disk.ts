import { dirname } from 'node:path';
import type { DiskFile, FileLayer } from '../../../../../electron/main/audit/durable-file.js';

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly cutAt: number };

/** A file: what the disk is sure to hold, and what was done to it since, in order. */
interface Inode {
  durable: Buffer;
  live: Buffer;
  since: Change[];
}

export type DiskOperation =
  'open' | 'read' | 'write' | 'truncate' | 'sync' | 'datasync' | 'rename' | 'unlink' | 'beside';
/** Answers what goes wrong with an operation: an errno, bytes taken of a write, or nothing. */
export type Fault = (operation: DiskOperation, path: string, count: number) => string | number | undefined;

const sector = 512;
const errno = (code: string): Error => Object.assign(new Error(code), { code });
const forever = new Promise<never>(() => undefined);

export interface FakeDisk {
  readonly layer: FileLayer;
  /** Every operation so far, as `write 000001.jsonl`. */
  readonly log: string[];
  /** Resolves when `dieAfter` has come true. */
  readonly death: Promise<void>;
  failing(by: Fault): void;
  dieAfter(operations: number): void;
  /** Counts as an operation what is done elsewhere and stays done; when the machine dies in it nobody hears of it. */
  beside<T>(what: string, effect: () => T): Promise<T>;
  setFree(bytes: number): void;
  /** So many bytes are there in all; what finds no more room takes less than it was given, or fails with ENOSPC. */
  setRoom(bytes: number): void;
  /** What a process that was killed leaves: everything that was done, synced or not. */
  afterKill(): Map<string, Buffer>;
  /** The same machine as the next process finds it: what was not synced still is not. */
  killed(): FakeDisk;
  /**
   * What a power cut leaves: of what was not synced, in each file and among the names, some operations up to a point, and the sectors of
   * what was written in any selection.
   * `choose(n)` answers a whole number below n.
   */
  afterPowerCut(choose: (below: number) => number): Map<string, Buffer>;
}

/** A disk in memory that keeps only what was synced, and that fails, or dies, on demand. */
export const createFakeDisk = (start: ReadonlyMap<string, Buffer> = new Map()): FakeDisk =>
  diskOf(new Map([...start].map(([path, bytes]) => [path, { durable: bytes, live: bytes, since: [] }])));

const diskOf = (named: Map<string, Inode>, firmNames: ReadonlyMap<string, Inode> = named): FakeDisk => {
  /** How the names stood, from what the disk is sure of on. */
  let names: ReadonlyMap<string, Inode>[] = [new Map(firmNames)];
  const log: string[] = [];
  let fault: Fault = () => undefined;
  let dead: () => void = () => undefined;
  const death = new Promise<void>((resolve) => (dead = resolve));
  let isDead = false;
  let left = Number.POSITIVE_INFINITY;
  let free = 2 ** 40;
  let room = Number.POSITIVE_INFINITY;

  /** Waits a turn, so that operations of several callers mix as they would. */
  const step = async (operation: DiskOperation, path: string): Promise<number | undefined> => {
    await Promise.resolve();
    if (isDead) return forever;
    log.push(`${operation} ${path.split('/').at(-1) ?? ''}`);
    const wrong = fault(operation, path, log.length);
    if (typeof wrong === 'string') throw errno(wrong);
    left -= 1;
    if (left > 0) return wrong;
    isDead = true; // what this operation was about to do is done to the cache, and nobody hears of it
    dead();
    return wrong;
  };
  const done = async <T>(value: T): Promise<T> => (isDead ? forever : value);

  /** How many bytes a file may take from there on. */
  const roomFrom = (inode: Inode, position: number): number => {
    if (room === Number.POSITIVE_INFINITY) return room;
    const used = [...new Set([...named.values(), inode])].reduce((sum, { live }) => sum + live.length, 0);
    return Math.max(0, room - used) + inode.live.length - position;
  };

  const write = (inode: Inode, at: number, bytes: Buffer): void => {
    const live = Buffer.alloc(Math.max(inode.live.length, at + bytes.length));
    inode.live.copy(live);
    bytes.copy(live, at);
    inode.live = live;
    inode.since.push({ at, bytes });
  };
  /** A sync that fails forgets what it had to do: the next one answers that all is well, and the disk never hears of it (Linux). */
  const sync = async (operation: 'sync' | 'datasync', inode: Inode, path: string): Promise<void> => {
    try {
      await step(operation, path);
      if (!isDead) inode.durable = inode.since.reduce((bytes, change) => apply(bytes, change, () => 0), inode.durable);
    } finally {
      if (!isDead) inode.since = [];
    }
    return done(undefined);
  };

  const fileOf = (inode: Inode, path: string): DiskFile => ({
    write: async (bytes, offset, length, position) => {
      const short = await step('write', path);
      const taken = Math.min(length, short ?? length, roomFrom(inode, position));
      if (taken <= 0 && length > 0 && short === undefined) throw errno('ENOSPC');
      write(inode, position, Buffer.from(bytes.subarray(offset, offset + taken)));
      return done({ bytesWritten: taken });
    },
    read: async (bytes, offset, length, position) => {
      await step('read', path);
      const part = inode.live.subarray(position, position + length);
      part.copy(bytes, offset);
      return done({ bytesRead: part.length });
    },
    truncate: async (length) => {
      await step('truncate', path);
      inode.live = Buffer.from(inode.live.subarray(0, length));
      inode.since.push({ cutAt: length });
      return done(undefined);
    },
    sync: () => sync('sync', inode, path),
    datasync: () => sync('datasync', inode, path),
    stat: async () => done({ size: inode.live.length }),
    close: async () => done(undefined),
  });

  /** A folder: its sync makes names durable. */
  const folderFile = (path: string): DiskFile => ({
    ...fileOf({ durable: Buffer.alloc(0), live: Buffer.alloc(0), since: [] }, path),
    sync: async () => {
      await step('sync', path);
      if (!isDead) names = [new Map(named)];
      return done(undefined);
    },
  });

  const name = (change: () => unknown): void => {
    change();
    names.push(new Map(named));
  };

  const layer: FileLayer = {
    open: async (path, flags) => {
      await step('open', path);
      if (flags === 'w') name(() => named.set(path, { durable: Buffer.alloc(0), live: Buffer.alloc(0), since: [] }));
      const inode = named.get(path);
      if (inode !== undefined) return done(fileOf(inode, path));
      if ([...named.keys()].some((name) => dirname(name) === path)) return done(folderFile(path));
      throw errno('ENOENT');
    },
    rename: async (from, to) => {
      await step('rename', to);
      const inode = named.get(from);
      if (inode === undefined) throw errno('ENOENT');
      name(() => named.delete(from) && named.set(to, inode));
      return done(undefined);
    },
    unlink: async (path) => {
      await step('unlink', path);
      name(() => named.delete(path));
      return done(undefined);
    },
    readdir: async (path) =>
      done([...named.keys()].filter((name) => dirname(name) === path).map((name) => name.slice(path.length + 1))),
    statfs: async () => done({ bsize: 1, bavail: free }),
  };

  const contents = (names: ReadonlyMap<string, Inode>, of: (inode: Inode) => Buffer): Map<string, Buffer> =>
    new Map([...names].map(([path, inode]) => [path, of(inode)]));

  return {
    layer,
    log,
    death,
    failing: (by) => (fault = by),
    dieAfter: (operations) => (left = operations),
    beside: async (what, effect) => {
      await step('beside', what);
      return done(effect());
    },
    setFree: (bytes) => (free = bytes),
    setRoom: (bytes) => (room = bytes),
    afterKill: () => contents(named, ({ live }) => live),
    killed: () => diskOf(new Map(named), names[0]),
    afterPowerCut: (choose) => contents(names[choose(names.length)] ?? named, (inode) => torn(inode, choose)),
  };
};

const torn = ({ durable, since }: Inode, choose: (below: number) => number): Buffer =>
  since.slice(0, choose(since.length + 1)).reduce((bytes, change) => apply(bytes, change, choose), durable);

const apply = (bytes: Buffer, change: Change, choose: (below: number) => number): Buffer =>
  'cutAt' in change
    ? Buffer.from(bytes.subarray(0, change.cutAt))
    : withSectors(bytes, change.at, change.bytes, choose);

/** Some sectors of a write, in any selection; those that are missing read as zeros where the file did not reach before. */
const withSectors = (before: Buffer, at: number, bytes: Buffer, choose: (below: number) => number): Buffer => {
  const mode = choose(3); // all of it, a beginning, or any sectors
  const length = mode === 1 ? choose(bytes.length + 1) : bytes.length;
  const after = Buffer.alloc(Math.max(before.length, at + length));
  before.copy(after);
  let end = before.length;
  for (let from = at; from < at + length;) {
    const to = Math.min(at + length, (Math.floor(from / sector) + 1) * sector);
    if (mode !== 2 || choose(2) === 1) {
      bytes.copy(after, from, from - at, to - at);
      end = Math.max(end, to);
    }
    from = to;
  }
  return after.subarray(0, choose(2) === 0 ? end : after.length);
};
