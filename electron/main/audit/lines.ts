import type { DiskFile } from './durable-file.js';
import { maxLineBytes } from './entry.js';

/** Small enough that a chunk's work never holds the event loop for long, large enough to read fast. */
const chunkBytes = 256 * 1024;
const newline = 10;

/**
 * Hands whole lines (without newline, valid only during the call) in [from, to) to `take` until it answers false.
 * Memory is bounded; between chunks others get their turn.
 * @returns the byte offset after the last line taken
 */
export const scanLines = async (
  file: Pick<DiskFile, 'read'>,
  from: number,
  to: number,
  take: (line: Buffer, at: number) => boolean,
): Promise<number> => {
  const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, to - from) + maxLineBytes + 1);
  let at = from;
  let kept = 0;
  for (;;) {
    const wanted = Math.min(chunkBytes, to - at - kept);
    const got = wanted > 0 ? (await file.read(buffer, kept, wanted, at + kept)).bytesRead : 0;
    if (got === 0) return at;
    const filled = buffer.subarray(0, kept + got);
    const { taken, more } = takeLines(filled, at, take);
    at += taken;
    kept = filled.length - taken;
    if (!more || kept > maxLineBytes) return at;
    buffer.copyWithin(0, taken, filled.length);
  }
};

const takeLines = (
  bytes: Buffer,
  at: number,
  take: (line: Buffer, at: number) => boolean,
): { taken: number; more: boolean } => {
  let start = 0;
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    if (end - start > maxLineBytes || !take(bytes.subarray(start, end), at + start))
      return { taken: start, more: false };
    start = end + 1;
  }
  return { taken: start, more: true };
};

/** Reads [from, to) whole; for small ranges. */
export const readRange = (file: Pick<DiskFile, 'read'>, from: number, to: number): Promise<Buffer> =>
  readInto(Buffer.alloc(to - from), file, from);

/** Fills what it is given from that offset on, as far as the file goes; answers the filled part. */
export const readInto = async (bytes: Buffer, file: Pick<DiskFile, 'read'>, from: number): Promise<Buffer> => {
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
};
