import type { Result } from '../../../shared/result.js';
import { lineBytes, linesWith } from '../../evidence/marked-lines.js';
import { segmentNumbers } from '../../evidence/segment.js';
import { attempt } from './disk-failure.js';
import type { FileLayer } from './durable-file.js';
import { breathe } from '../turns/breathe.js';
import { entryIn, type StoredEntry } from './entry.js';
import type { Key } from './key-ring.js';
import { readInto } from './lines.js';
import { sealedForSubject, unseal } from './seal.js';
import { withSegment } from './segment-start.js';

/** For whom something in the journal was sealed, told by which key opens it. Each operation fails as reading the journal does. */
export interface SealedTrail {
  /** Which of these keys opens what stands beside a pseudonym; null when none does, because it was erased or never sealed. */
  whose(pseudonym: string, keys: ReadonlyMap<string, Key>): Promise<Result<string | null>>;
  /** Whether this key opens anything that was recorded from one day to another (`2026-11-22`, UTC, both included). */
  opensWithin(key: Key, from: string, to: string): Promise<Result<boolean>>;
}

/** Keys that are tried, or lines that are read, before others get their turn. */
const atOnce = 256;
/** Segments are about as long as each other, in bytes. */
const slack = 64 * 1024;

const findKey = async (sealed: string, keys: ReadonlyMap<string, Key>): Promise<string | null> => {
  let tried = 0;
  for (const [name, key] of keys) {
    if (unseal(sealed, key)) return name;
    tried += 1;
    if (tried % atOnce === 0) await breathe();
  }
  return null;
};

/** Reads beside whoever writes: what is whole in a segment stays as it is. */
export const createSealedTrail = (files: FileLayer, folder: string): SealedTrail => {
  const read = (number: number, room: Buffer): Promise<Buffer> =>
    withSegment(files, folder, number, async (file) => {
      const { size } = await file.stat();
      const whole = size > room.buffer.byteLength ? Buffer.allocUnsafeSlow(size + slack) : Buffer.from(room.buffer);
      return readInto(whole.subarray(0, size), file, 0);
    });

  /** The newest first; each is valid until the one after the next is asked for. The next is read while one is looked through, in memory of two. */
  const segments = async function* (): AsyncGenerator<Buffer> {
    const numbers = segmentNumbers(await files.readdir(folder)).reverse();
    let spare: Buffer = Buffer.allocUnsafeSlow(0);
    let next: Promise<Buffer> | null = null;
    for (const [nth, number] of numbers.entries()) {
      const bytes: Buffer = await (next ?? read(number, spare));
      const following = numbers[nth + 1];
      next = following === undefined ? null : read(following, spare);
      next?.catch(() => undefined); // told when it is asked for
      yield bytes;
      spare = bytes;
    }
  };

  /** The newest first. */
  const entriesWith = async function* (mark: string): AsyncGenerator<StoredEntry> {
    for await (const bytes of segments()) {
      for (const [nth, line] of [...linesWith(bytes, mark)].reverse().entries()) {
        const entry = entryIn(lineBytes(line));
        if (entry) yield entry;
        if (nth % atOnce === atOnce - 1) await breathe();
      }
    }
  };

  const whose = async (pseudonym: string, keys: ReadonlyMap<string, Key>): Promise<string | null> => {
    for await (const { type, sealed } of entriesWith(`,"subject":${JSON.stringify(pseudonym)}`)) {
      if (type === 'subject.erased') return null; // what is older nobody opens
      const name = sealed?.startsWith(sealedForSubject) ? await findKey(sealed, keys) : null;
      if (name !== null) return name;
    }
    return null;
  };

  const opensWithin = async (key: Key, from: string, to: string): Promise<boolean> => {
    for await (const { time, sealed } of entriesWith(`,"sealed":"${sealedForSubject}`)) {
      const day = time.slice(0, from.length);
      if (day >= from && day <= to && sealed !== null && unseal(sealed, key)) return true;
    }
    return false;
  };

  return {
    whose: (pseudonym, keys) => attempt(() => whose(pseudonym, keys)),
    opensWithin: (key, from, to) => attempt(() => opensWithin(key, from, to)),
  };
};
