import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.js';
import { chain, type Link } from './chain.js';
import { diskFailure } from './disk-failure.js';
import { cutDurably, placeFile, syncFile, writeDurably, type DiskFile, type FileLayer } from './durable-file.js';
import { beginsSegment, type Draft, type Tip } from './entry.js';
import type { Place } from './resume-point.js';
import type { SegmentIndex } from './segment-index.js';
import { firstEntry } from './segment-start.js';
import { reasonOf, segmentName, type Ended } from '../../evidence/segment.js';

/** The end of the journal. One call at a time. */
export interface JournalWriter {
  readonly tip: Tip;
  /** Whether the last segment must not be written again and no new one was begun yet. */
  readonly poisoned: boolean;
  /**
   * Durable when it answers ok: the drafts, after a `journal.resumed` or `journal.cut` when the segment before broke off. No drafts: only that.
   * Fails with `disk-low` or `audit-unavailable`; then none of the drafts are entries.
   */
  write(drafts: readonly Draft[]): Promise<Result<void>>;
  close(): Promise<void>;
}

export interface WriterParts {
  readonly files: FileLayer;
  readonly folder: string;
  readonly index: SegmentIndex;
  readonly segmentBytes: number;
  readonly now: () => Date;
  /** The draft of an entry about the journal itself. */
  readonly note: (type: 'journal.resumed' | 'journal.cut', reason: string) => Draft;
  /** Told of each durable write: where the journal ends now, and what was written. */
  readonly onWritten: (place: Place, drafts: readonly Draft[]) => void;
}

interface Segment {
  readonly number: number;
  readonly file: DiskFile;
  /** Of its first entry, as `2026-11`. */
  readonly month: string;
  /** Where the acknowledged entries end, in bytes. */
  end: number;
}

export const createJournalWriter = (
  { files, folder, index, segmentBytes, now, note, onWritten }: WriterParts,
  from: Tip,
  last: { readonly number: number; readonly end: number; readonly torn: number } | null,
): JournalWriter => {
  let tip = from;
  let segment: Segment | null = null;
  let place: { readonly number: number; readonly end: number } | null = last; // of the last segment; its file is opened with the first write
  let firm: boolean | null = last === null ? true : null;
  let ended: Ended | null = last !== null && last.torn > 0 ? { ...last, cause: 'torn-tail' } : null;

  const acknowledge = (
    number: number,
    at: number,
    { bytes, starts }: Link,
    after: Tip,
    drafts: readonly Draft[],
  ): Result<void> => {
    for (const [nth, start] of starts.entries())
      index.note(number, tip.seq + nth + 1, at + start, at + (starts[nth + 1] ?? bytes.length));
    tip = after;
    place = { number, end: at + bytes.length };
    ended = null;
    onWritten({ number, tip }, drafts);
    return ok(undefined);
  };

  const poison = (cause: Ended['cause'], { number, end }: Segment): void => {
    ended = { cause, number, end };
  };

  const leave = async (): Promise<void> => {
    const left = segment;
    segment = null;
    await left?.file.close().catch(() => undefined); // everything in it was synced when it was acknowledged
  };

  const openLast = async ({ number, end }: { number: number; end: number }): Promise<Segment> => {
    const month = monthIn(await firstEntry(files, folder, number));
    const opened = { number, end, month, file: await files.open(join(folder, segmentName(number)), 'r+') };
    segment = opened;
    return opened;
  };

  /**
   * A killed predecessor may have left whole entries that were never synced; nothing is built on them before they are. The sync is not
   * tried twice: the second would answer that all is well (Linux tells of a lost page once).
   */
  const isFirm = async ({ file }: Segment): Promise<boolean> => {
    firm ??= await syncFile(file).then(
      () => true,
      () => false,
    );
    return firm;
  };

  const begin = async (number: number, drafts: readonly Draft[]): Promise<Result<void>> => {
    const link = chain(tip, drafts, now().getTime());
    await placeFile(files, join(folder, segmentName(number)), link.bytes);
    await leave();
    return acknowledge(number, 0, link, link.tip(), drafts);
  };

  const append = async (to: Segment, drafts: readonly Draft[]): Promise<Result<void>> => {
    const link = chain(tip, drafts, now().getTime());
    const writing = writeDurably(to.file, link.bytes, to.end);
    const after = link.tip();
    const written = await writing;
    if (!written.ok) {
      if (written.during === 'sync') poison('fsync-failed', to);
      else await cutDurably(to.file, to.end).catch(() => poison('write-failed', to));
      return diskFailure(written.cause);
    }
    acknowledge(to.number, to.end, link, after, drafts);
    to.end += link.bytes.length;
    return ok(undefined);
  };

  /**
   * A month begins a segment of its own, so that what is old can go when its time is over, however little is recorded; also the one before,
   * where the clock was put back: which months there are is told by what segments begin with.
   */
  const isOver = ({ end, month }: Segment, drafts: readonly Draft[]): boolean =>
    end >= segmentBytes || beginsSegment(drafts) || ![month, ''].includes(monthIn(drafts[0] ?? null));

  const put = async (drafts: readonly Draft[]): Promise<Result<void>> => {
    const open = place === null ? null : (segment ?? (await openLast(place)));
    if (open !== null && !(await isFirm(open))) return fail('audit-unavailable');
    if (ended !== null && beginsSegment(drafts)) {
      const told = await put([]);
      return told.ok ? put(drafts) : told;
    }
    if (ended !== null) return begin(ended.number + 1, [note(noticeOf(ended), reasonOf(ended)), ...drafts]);
    if (drafts.length === 0) return ok(undefined);
    if (open === null || isOver(open, drafts)) return begin((open?.number ?? 0) + 1, drafts);
    return append(open, drafts);
  };

  return {
    get tip() {
      return tip;
    },
    get poisoned() {
      return ended !== null;
    },
    write: (drafts) => put(drafts).catch(diskFailure),
    close: leave,
  };
};

const monthIn = (entry: Pick<Draft, 'time'> | null): string => entry?.time.slice(0, 'yyyy-mm'.length) ?? '';

const noticeOf = ({ cause }: Ended): 'journal.resumed' | 'journal.cut' =>
  cause === 'torn-tail' ? 'journal.cut' : 'journal.resumed';
