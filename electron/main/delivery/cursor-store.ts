import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Result } from '../../../shared/result.js';
import { attempt } from '../audit/disk-failure.js';
import type { Cursor } from './outgoing.js';

/** What a disk is to a cursor. Each throws the file system's error. */
export interface CursorDisk {
  read(path: string): Promise<Buffer>;
  /** For the owner alone, if it is not there. */
  makeFolder(path: string): Promise<unknown>;
}

const realDisk: CursorDisk = {
  read: (path) => readFile(path),
  makeFolder: (path) => mkdir(path, { recursive: true, mode: 0o700 }),
};

export interface CursorParts {
  /** Beside the journal, and as safe as that folder. */
  readonly folder: string;
  /** Makes a file that is whole or the old one, durably, for the owner alone. */
  readonly place: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly disk?: CursorDisk;
}

/** How far a collector has acknowledged the journal, a file each. Fails with `disk-low` or `delivery-unavailable`. */
export interface CursorStore {
  /** Null where there is none, or none that can be read: then it gets everything again, which it can tell by the entries' ids. */
  load(): Promise<Result<Cursor | null>>;
  /** Durable when it answers ok. */
  save(cursor: Cursor): Promise<Result<void>>;
}

const kept = z.strictObject({
  v: z.literal(1),
  collector: z.string(),
  seq: z.int().check(z.nonnegative()),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const parsed = (text: string): z.output<typeof kept> | null => {
  try {
    return kept.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

const textOf = async (disk: CursorDisk, path: string): Promise<string> =>
  disk.read(path).then(
    (bytes) => bytes.toString('utf8'),
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return '';
      throw cause;
    },
  );

const tried = <T>(work: () => Promise<T>): Promise<Result<T>> => attempt(work, 'delivery-unavailable');

/** @param url of the collector */
export const createCursorStore = ({ folder, place, disk = realDisk }: CursorParts, url: string): CursorStore => {
  const name = createHash('sha256').update(url).digest('hex').slice(0, 16);
  const path = join(folder, `${name}.cursor.json`);
  return {
    load: () =>
      tried(async () => {
        const found = parsed(await textOf(disk, path));
        return found?.collector === url ? { seq: found.seq, hash: found.hash } : null;
      }),
    save: ({ seq, hash }) =>
      tried(async () => {
        await disk.makeFolder(folder);
        await place(path, Buffer.from(`${JSON.stringify({ v: 1, collector: url, seq, hash })}\n`));
      }),
  };
};
