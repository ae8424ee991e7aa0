import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';

/** What is used of an open file; positions and lengths in bytes. */
export interface DiskFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesWritten: number }>;
  read(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
  datasync(): Promise<void>;
  stat(): Promise<{ readonly size: number }>;
  close(): Promise<void>;
}

/** What is used of the file system, so that a test can stand in for a failing disk. */
export interface FileLayer {
  open(path: string, flags: 'r' | 'r+' | 'w', mode?: number): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  readdir(path: string): Promise<string[]>;
  statfs(path: string): Promise<{ readonly bsize: number; readonly bavail: number }>;
}

export const disk: FileLayer = {
  open: (path, flags, mode) => fs.open(path, flags, mode),
  rename: (from, to) => fs.rename(from, to),
  unlink: (path) => fs.unlink(path),
  readdir: (path) => fs.readdir(path),
  statfs: (path) => fs.statfs(path),
};

export type Written =
  { readonly ok: true } | { readonly ok: false; readonly during: 'write' | 'sync'; readonly cause: unknown };

const ownerOnly = 0o600;

/** One write may take less than it was given (write(2)). */
const writeAll = async (file: DiskFile, bytes: Uint8Array, at: number): Promise<void> => {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw Object.assign(new Error('the disk takes no more'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
};

/** Writes at a byte offset and waits until it is on the disk. After `during: 'sync'` the same file must never be synced again. */
export const writeDurably = async (file: DiskFile, bytes: Uint8Array, at: number): Promise<Written> => {
  let during: 'write' | 'sync' = 'write';
  try {
    await writeAll(file, bytes, at);
    during = 'sync';
    await file.datasync();
    return { ok: true };
  } catch (cause) {
    return { ok: false, during, cause };
  }
};

/** Drops everything from a byte offset on, durably. */
export const cutDurably = async (file: DiskFile, at: number): Promise<void> => {
  await file.truncate(at);
  await file.sync();
};

export const syncFile = (file: DiskFile): Promise<void> => file.datasync();

const syncFolder = async (files: FileLayer, path: string, platform: NodeJS.Platform): Promise<void> => {
  if (platform === 'win32') return; // a folder cannot be opened for it there
  const folder = await files.open(path, 'r');
  await folder.sync().finally(() => folder.close());
};

/** A file that grows where nobody looks for it, and is then put under its name whole, or dropped. Each throws the file system's error. */
export interface GrowingFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Waits until all of it is on the disk. */
  settle(): Promise<void>;
  /** After `settle`; the name then holds what it held before, or the whole of this. */
  place(): Promise<void>;
  /** Leaves nothing of it, wherever it failed. */
  drop(): Promise<void>;
}

/** Mode 0600. @param draft where it grows, in the folder of its place */
export const growFile = async (files: FileLayer, path: string, draft: string): Promise<GrowingFile> => {
  const file = await files.open(draft, 'w', ownerOnly);
  let at = 0;
  return {
    append: async (bytes) => {
      await writeAll(file, bytes, at);
      at += bytes.length;
    },
    settle: () => file.sync(),
    place: async () => {
      await file.close();
      await files.rename(draft, path);
    },
    drop: async () => {
      await file.close().catch(() => undefined); // it may be closed already
      await files.unlink(draft).catch(() => undefined);
    },
  };
};

const openToReplace = (files: FileLayer, path: string): Promise<DiskFile> =>
  files.open(path, 'r+').catch(() => files.open(path, 'w', ownerOnly));

/**
 * Replaces what a file holds, in place: for what is small, often new, and can be made again when a crash leaves a part of it. Mode 0600.
 * @throws the file system's error
 */
export const overwrite = async (files: FileLayer, path: string, bytes: Uint8Array, durably: boolean): Promise<void> => {
  const file = await openToReplace(files, path);
  try {
    const { size } = await file.stat();
    await writeAll(file, bytes, 0);
    if (size > bytes.length) await file.truncate(bytes.length);
    if (durably) await file.datasync();
  } finally {
    await file.close();
  }
};

/**
 * Adds to a file that begins so and is just so long, and waits until it is on the disk; false where it is another, and then nothing is done.
 * @throws the file system's error; then a part of it may be there
 */
const extend = async (
  files: FileLayer,
  path: string,
  head: Uint8Array,
  length: number,
  bytes: Uint8Array,
): Promise<boolean> => {
  const file = await files.open(path, 'r+');
  try {
    const start = Buffer.alloc(head.length);
    const { bytesRead } = await file.read(start, 0, head.length, 0);
    const { size } = await file.stat();
    if (size !== length || bytesRead !== head.length || !start.equals(head)) return false;
    await writeAll(file, bytes, length);
    await file.datasync();
    return true;
  } finally {
    await file.close();
  }
};

/** A file that is not there is one that was removed. @throws the file system's error */
export const removeDurably = async (files: FileLayer, path: string, platform = process.platform): Promise<void> => {
  await files.unlink(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause;
  });
  await syncFolder(files, dirname(path), platform);
};

const temporary = (path: string): string => `${path}.new`;

/**
 * A file that is either whole under its name or not there (or still the old one): temp, fsync, rename, fsync the folder. Mode 0600.
 * @throws the file system's error; the name then holds what it held before, or the whole new content.
 */
export const placeFile = async (
  files: FileLayer,
  path: string,
  bytes: Uint8Array,
  platform = process.platform,
): Promise<void> => {
  const file = await growFile(files, path, temporary(path));
  try {
    await file.append(bytes);
    await file.settle();
    await file.place();
  } catch (cause) {
    await file.drop();
    throw cause;
  }
  await syncFolder(files, dirname(path), platform);
};

/** How whole files are made and added to on that disk, for whoever keeps one. */
export const durableOn = (files: FileLayer) => ({
  place: (path: string, bytes: Uint8Array): Promise<void> => placeFile(files, path, bytes),
  extend: (path: string, head: Uint8Array, length: number, bytes: Uint8Array): Promise<boolean> =>
    extend(files, path, head, length, bytes),
});

export const onDisk = durableOn(disk);
