import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readFirst, scanSegment, type Scan } from './scan.js';
import type { Source } from './seal.js';
import { segmentName } from './segment.js';

/** Where a journal stood at some time: what is written to it since is passed over. */
export interface Until {
  /** Of its last segment, and of the last entry in that. */
  readonly number: number;
  readonly seq: number;
  /** What lay beside that segment then, by name: these files are written anew all the time. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const numberIn = (name: string): number => Number(/^(\d{6,})\.(?:jsonl|note|tree)$/.exec(name)?.[1] ?? 0);

/** A journal's folder on the disk. @throws the file system's error */
export const openFolder = (path: string, until?: Until): Source => {
  const last = until?.number ?? Number.POSITIVE_INFINITY;
  const names = readdirSync(path).filter((name) => numberIn(name) <= last);
  return {
    names: [...new Set([...names, ...(until?.files.keys() ?? [])])],
    read: (name) => {
      const then = until?.files.get(name);
      if (then) return Buffer.from(then);
      return names.includes(name) ? readFileSync(join(path, name)) : null;
    },
  };
};

const newline = 10;

/** Where an entry ends in a segment, in bytes; the segment's own end where it does not get there. */
const endAfter = (content: Buffer, seq: number): number => {
  const first = readFirst(content.subarray(0, Math.max(0, content.indexOf(newline))))?.seq ?? seq + 1;
  let end = 0;
  for (let each = first; each <= seq; each += 1) {
    const next = content.indexOf(newline, end);
    if (next === -1) return content.length;
    end = next + 1;
  }
  return end === 0 ? content.length : end;
};

/** Scans segments one after the other in the same memory. @throws the file system's error */
export const createScanner = (path: string, until?: Until): ((number: number) => Scan) => {
  let room = Buffer.alloc(0);
  return (number) => {
    const file = openSync(join(path, segmentName(number)), 'r');
    try {
      const { size } = fstatSync(file);
      if (room.length < size + 1) room = Buffer.allocUnsafeSlow(size + 64 * 1024);
      let read = 0;
      for (let got = -1; got !== 0 && read < size; read += got) got = readSync(file, room, 1 + read, size - read, read);
      const end = number === until?.number ? endAfter(room.subarray(1, 1 + read), until.seq) : read;
      return scanSegment(number, room.subarray(0, 1 + end));
    } finally {
      closeSync(file);
    }
  };
};
