import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.js';
import { diskFailure } from './disk-failure.js';
import type { FileLayer } from './durable-file.js';
import { entryIn, type StoredEntry } from './entry.js';
import { scanLines } from './lines.js';
import type { Position, SegmentIndex } from './segment-index.js';
import { segmentName } from '../../evidence/segment.js';
import { sha256 } from '../../evidence/sha256.js';

/** The most entries one page may have. */
const mostOnPage = 1000;

/** An entry as it lies in the journal: its line, without the newline, and that line's SHA-256 in hex, which the next one names. */
export interface JournalLine {
  readonly seq: number;
  readonly entry: StoredEntry;
  readonly line: string;
  readonly hash: string;
}

/** What is kept of an entry on a page; its line is valid only during the call. */
export type Keep<Kept> = (entry: StoredEntry, line: Buffer) => Kept;

export const asEntry: Keep<StoredEntry> = (entry) => entry;
export const asLine: Keep<JournalLine> = (entry, line) => ({
  seq: entry.seq,
  entry,
  line: line.toString('utf8'),
  hash: sha256(line),
});

/**
 * What becomes of the entries after number `after`, at most `limit` (≤ 1000), in order. Reads from the nearest known offset. Fails with
 * `audit-…`.
 */
export const readPage = async <Kept>(
  files: FileLayer,
  folder: string,
  index: SegmentIndex,
  after: number,
  limit: number,
  keep: Keep<Kept>,
): Promise<Result<readonly Kept[]>> => {
  const page: Kept[] = [];
  const most = Math.min(limit, mostOnPage);
  try {
    for (const position of index.from(after + 1)) {
      if (page.length >= most) break;
      if (!(await readFrom(files, folder, position, after, most, page, keep))) return fail('audit-damaged');
    }
    return ok(page);
  } catch (cause) {
    return diskFailure(cause);
  }
};

/** False when the segment no longer holds what it held when the journal was opened. */
const readFrom = async <Kept>(
  files: FileLayer,
  folder: string,
  { number, at, seq, end }: Position,
  after: number,
  most: number,
  page: Kept[],
  keep: Keep<Kept>,
): Promise<boolean> => {
  let expected = seq;
  const file = await files.open(join(folder, segmentName(number)), 'r');
  try {
    const stopped = await scanLines(file, at, end, (line) => {
      if (page.length >= most) return false;
      if (expected <= after) return ++expected > 0; // before the page: need not be parsed
      const entry = entryIn(line);
      if (entry?.seq !== expected) return false;
      expected += 1;
      page.push(keep(entry, line));
      return true;
    });
    return stopped === end || page.length >= most;
  } finally {
    await file.close();
  }
};
