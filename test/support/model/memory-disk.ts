import { basename } from 'node:path';
import type { DiskFile, FileLayer } from '../../../electron/main/audit/durable-file.js';

/** One file's bytes; those before `kept` outlive a crash. */
interface Content {
  bytes: Buffer;
  length: number;
  kept: number;
}

const grown = (bytes: Buffer, length: number): Buffer =>
  length <= bytes.length
    ? bytes
    : Buffer.concat([bytes, Buffer.alloc(Math.max(length, 2 * bytes.length) - bytes.length)]);

const lost = (): Error => Object.assign(new Error('the disk is gone'), { code: 'EIO' });

/**
 * A disk in memory that keeps what was synced and nothing else: a crash takes every byte that was not, every name whose folder was not,
 * and the files that were open.
 */
export const createMemoryDisk = () => {
  let names = new Map<string, Content>();
  let keptNames = new Map<string, Content>();
  let boots = 0;

  const fileOf = (content: Content, isHere: () => void): DiskFile => ({
    write: async (bytes, offset, length, position) => {
      isHere();
      if (position < content.kept) throw new Error('what was synced is written over');
      content.bytes = grown(content.bytes, position + length);
      content.bytes.set(bytes.subarray(offset, offset + length), position);
      content.length = Math.max(content.length, position + length);
      return Promise.resolve({ bytesWritten: length });
    },
    read: (bytes, offset, length, position) => {
      isHere();
      const part = content.bytes.subarray(position, Math.min(position + length, content.length));
      bytes.set(part, offset);
      return Promise.resolve({ bytesRead: part.length });
    },
    truncate: (length) => {
      isHere();
      content.length = length;
      content.kept = Math.min(content.kept, length);
      return Promise.resolve();
    },
    sync: () => Promise.resolve(void (isHere(), (content.kept = content.length))),
    datasync: () => Promise.resolve(void (isHere(), (content.kept = content.length))),
    stat: () => Promise.resolve({ size: content.length }),
    close: () => Promise.resolve(),
  });
  const folder = (isHere: () => void): DiskFile => ({
    ...fileOf({ bytes: Buffer.alloc(0), length: 0, kept: 0 }, isHere),
    sync: () => Promise.resolve(void (isHere(), (keptNames = new Map(names)))),
  });
  const contentAt = (path: string, flags: 'r' | 'r+' | 'w'): Content => {
    const there = names.get(path);
    if (there && flags !== 'w') return there;
    if (flags !== 'w') throw Object.assign(new Error(path), { code: 'ENOENT' });
    const made = { bytes: Buffer.alloc(4096), length: 0, kept: 0 };
    names.set(path, made);
    return made;
  };

  return {
    /** The disk as a process sees it that starts now. What an earlier one still has open is gone. */
    boot: (): FileLayer => {
      const mine = (boots += 1);
      const isHere = (): void => {
        if (mine !== boots) throw lost();
      };
      return {
        open: async (path, flags) => {
          isHere();
          return path.endsWith('.jsonl') || flags === 'w' ? fileOf(contentAt(path, flags), isHere) : folder(isHere);
        },
        rename: (from, to) => {
          isHere();
          names.set(to, contentAt(from, 'r'));
          return Promise.resolve(void names.delete(from));
        },
        unlink: (path) => Promise.resolve(void names.delete(path)),
        readdir: () => Promise.resolve([...names.keys()].map((path) => basename(path))),
        statfs: () => Promise.resolve({ bsize: 4096, bavail: 1_000_000 }),
      };
    },
    crash: (): void => {
      boots += 1;
      names = new Map(keptNames);
      for (const content of names.values()) content.length = content.kept;
    },
    /** The lines that would outlive a crash now, from that byte on; and where they end. The segments are read as one. */
    keptFrom: (from: number): { readonly lines: readonly string[]; readonly end: number } => {
      let end = 0;
      let text = '';
      for (const [, { bytes, kept }] of [...keptNames].sort(([one], [other]) => (one < other ? -1 : 1))) {
        if (end + kept > from) text += bytes.toString('utf8', Math.max(0, from - end), kept);
        end += kept;
      }
      return { lines: text.split('\n').filter(Boolean), end };
    },
  };
};

export type MemoryDisk = ReturnType<typeof createMemoryDisk>;
