import { join } from 'node:path';
import { ok, type Result } from '../../../shared/result.js';
import { segmentBytes, segmentName, segmentNumbers } from '../../evidence/segment.js';
import { diskFailure } from './disk-failure.js';
import { removeDurably, type FileLayer } from './durable-file.js';
import type { Draft } from './entry.js';
import type { JournalParts } from './journal.js';
import { prepareFolder } from './journal-folder.js';
import { lockJournal, type Lock } from './journal-lock.js';
import type { JournalWriter } from './journal-writer.js';
import { openJournal } from './open-journal.js';
import type { Found } from './read-journal.js';
import type { SegmentIndex } from './segment-index.js';
import { skippedSegments } from './skipped-segments.js';

/** A journal as long as this process has it. */
export interface Open {
  readonly lock: Lock;
  readonly index: SegmentIndex;
  readonly writer: JournalWriter;
  /** Number of the first entry that is left. */
  first: number;
  /** Learns once where the entries are that opening did not read, when entry `after` + 1 is one of those. */
  readonly indexed: (after: number) => Promise<Result<void>>;
}

/** Takes the folder, the lock and the end of the chain. */
export const takeJournal = async (
  parts: JournalParts & Required<Pick<JournalParts, 'files' | 'evidence'>>,
): Promise<Result<Open>> => {
  const {
    folder,
    files,
    evidence,
    prepare = prepareFolder,
    lock: lockIn = lockJournal,
    now = () => new Date(),
  } = parts;
  const safe = await prepare(folder);
  if (!safe.ok) return safe;
  const lock = await lockIn(folder);
  if (!lock.ok) return lock;
  const note = (type: 'journal.cut' | 'journal.resumed', reason: string): Draft => ({
    ...blank,
    ...parts.stamp(),
    time: now().toISOString(),
    type,
    reason,
  });
  const opened = await openJournal({
    files,
    folder,
    segmentBytes: parts.segmentBytes ?? segmentBytes,
    now,
    note,
    onWritten: evidence.written,
  }).catch(diskFailure);
  if (opened.ok) {
    const { found, writer } = opened.value;
    evidence.opened(files, folder, found);
    const first = found.start.tip.seq + 1;
    return ok({ writer, index: found.index, first, lock: lock.value, indexed: indexOnce(files, folder, found) });
  }
  await lock.value.release();
  return opened;
};

/** One after the other, what an earlier try left too; nobody is told of an entry whose file may be gone. */
export const removeTo = async (files: FileLayer, folder: string, opened: Open, last: number): Promise<Result<void>> => {
  const { index } = opened;
  try {
    const left = segmentNumbers(await files.readdir(folder)).filter((number) => number <= last);
    for (const number of left) {
      index.removeTo(number);
      opened.first = index.extents()[0]?.first ?? opened.first;
      await removeDurably(files, join(folder, segmentName(number)));
    }
    return ok(undefined);
  } catch (cause) {
    return diskFailure(cause);
  }
};

const indexOnce = (files: FileLayer, folder: string, { index, start, from }: Found): Open['indexed'] => {
  let indexing: Promise<Result<void>> | null = null;
  const learn = async (): Promise<Result<void>> => {
    index.prepend(await skippedSegments(files, folder, start.number + 1, from.number, from.tip.seq + 1));
    return ok(undefined);
  };
  return async (after) => (after < from.tip.seq ? (indexing ??= learn().catch(diskFailure)) : ok(undefined));
};

const blank = { call: null, purpose: null, ticket: null, subject: null, fields: [], outcome: null, sealed: null };
