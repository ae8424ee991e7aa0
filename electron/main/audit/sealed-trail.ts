import type { Result } from '../../../shared/result.js';
import { segmentNumbers } from '../../evidence/segment.js';
import { attempt } from './disk-failure.js';
import type { FileLayer } from './durable-file.js';
import { breathe } from '../turns/breathe.js';
import { entryIn, type StoredEntry } from './entry.js';
import type { Key } from './key-ring.js';
import { readRange } from './lines.js';
import { sealedForSubject, unseal } from './seal.js';
import { withSegment } from './segment-start.js';

/** For whom something in the journal was sealed, told by which key opens it. Each operation fails as reading the journal does. */
export interface SealedTrail {
  /** Which of these keys opens what stands beside a pseudonym; null when none does, because it was erased or never sealed. */
  whose(pseudonym: string, keys: ReadonlyMap<string, Key>): Promise<Result<string | null>>;
  /** Whether this key opens anything that was recorded from one day to another (`2026-11-22`, UTC, both included). */
  opensWithin(key: Key, from: string, to: string): Promise<Result<boolean>>;
}

const newline = 10;
/** Keys that are tried, or lines that are read, before others get their turn. */
const atOnce = 256;

const linesWith = (bytes: Buffer, mark: string): Buffer[] => {
  const lines: Buffer[] = [];
  for (let at = bytes.indexOf(mark); at !== -1;) {
    const end = bytes.indexOf(newline, at);
    if (end === -1) break; // a write under way
    lines.push(bytes.subarray(bytes.lastIndexOf(newline, at) + 1, end));
    at = bytes.indexOf(mark, end);
  }
  return lines;
};

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
  /** The newest first. A text stands in a line only where it means what it says: a quote within a JSON text is escaped. */
  const entriesWith = async function* (mark: string): AsyncGenerator<StoredEntry> {
    for (const number of segmentNumbers(await files.readdir(folder)).reverse()) {
      const bytes = await withSegment(files, folder, number, async (file) =>
        readRange(file, 0, (await file.stat()).size),
      );
      for (const [nth, line] of linesWith(bytes, mark).reverse().entries()) {
        const entry = entryIn(line);
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
