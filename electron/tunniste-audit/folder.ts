import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../evidence/seal.js';
import { scanSegment, type Scan } from '../evidence/scan.js';
import { segmentName } from '../evidence/segment.js';

/** A journal's folder on the disk. @throws the file system's error */
export const openFolder = (path: string): Source => {
  const names = readdirSync(path);
  return { names, read: (name) => (names.includes(name) ? readFileSync(join(path, name)) : null) };
};

/** Scans segments one after the other in the same memory. @throws the file system's error */
export const createScanner = (path: string): ((number: number) => Scan) => {
  let room = Buffer.alloc(0);
  return (number) => {
    const file = openSync(join(path, segmentName(number)), 'r');
    try {
      const { size } = fstatSync(file);
      if (room.length < size + 1) room = Buffer.allocUnsafeSlow(size + 64 * 1024);
      let read = 0;
      for (let got = -1; got !== 0 && read < size; read += got) got = readSync(file, room, 1 + read, size - read, read);
      return scanSegment(number, room.subarray(0, 1 + read));
    } finally {
      closeSync(file);
    }
  };
};
