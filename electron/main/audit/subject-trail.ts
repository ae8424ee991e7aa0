import type { Result } from '../../../shared/result.js';
import { lineBytes, linesWith, type MarkedLine } from '../../evidence/marked-lines.js';
import { segmentNumbers } from '../../evidence/segment.js';
import { attempt } from './disk-failure.js';
import type { FileLayer } from './durable-file.js';
import { entryIn, type StoredEntry } from './entry.js';
import type { Key } from './key-ring.js';
import { readRange } from './lines.js';
import { sealedForSubject, unseal } from './seal.js';
import { withSegment } from './segment-start.js';

/** An entry with what is sealed in it, where the key opens that. */
export type OpenedEntry = StoredEntry & { readonly opened: Readonly<Record<string, string>> | null };

/** All that stands in the journal about one person. */
export interface SubjectTrail {
  /**
   * In the journal's order: what stands under this pseudonym, and what stands under another that the key shows to be the same person's,
   * for each month has its own. Without a key only the one pseudonym is known.
   * @param goesOn asked after each segment, with how many of how many are read; when it answers false the rest is left out
   * Fails as reading the journal does.
   */
  about(
    pseudonym: string,
    key: Key | null,
    goesOn: (done: number, of: number) => boolean,
  ): Promise<Result<readonly OpenedEntry[]>>;
}

const quote = 34;
const mark = ',"subject":"';

/** A line that names a person, under which pseudonym. */
interface Line extends MarkedLine {
  readonly pseudonym: string;
}

const named = (line: MarkedLine): Line => {
  const from = line.at + mark.length;
  return { ...line, pseudonym: line.bytes.toString('latin1', from, line.bytes.indexOf(quote, from)) };
};

const entryOf = (line: Line): StoredEntry | null => entryIn(lineBytes(line));

/** Tells whose line it is, and parses one only when its pseudonym is new. */
const createJudge = (pseudonym: string, key: Key | null): ((line: Line) => boolean) => {
  const theirs = new Set([pseudonym]);
  const others = new Set<string>();
  let before: Line | null = null;

  /** A call that goes on after the end of a month is about the same person under another pseudonym; of several found none is chosen yet. */
  const goesOn = ({ call }: StoredEntry): boolean => {
    const last = before && theirs.has(before.pseudonym) ? entryOf(before) : null;
    return call !== null && last?.call === call && last.type !== 'lookup.answered';
  };
  const learn = (line: Line): void => {
    const entry = entryOf(line);
    if (!entry) return;
    const isSealed = entry.sealed?.startsWith(sealedForSubject) ?? false;
    const isTheirs = isSealed ? unseal(entry.sealed ?? '', key ?? new Uint8Array(32)) !== null : goesOn(entry);
    if (isTheirs) theirs.add(line.pseudonym);
    else if (isSealed) others.add(line.pseudonym);
  };

  return (line) => {
    if (key !== null && !theirs.has(line.pseudonym) && !others.has(line.pseudonym)) learn(line);
    before = line;
    return theirs.has(line.pseudonym);
  };
};

/** Reads beside whoever writes: what is whole in a segment stays as it is. */
export const createSubjectTrail = (files: FileLayer, folder: string): SubjectTrail => {
  const read = async (...[pseudonym, key, goesOn]: Parameters<SubjectTrail['about']>): Promise<OpenedEntry[]> => {
    const isTheirs = createJudge(pseudonym, key);
    const found: OpenedEntry[] = [];
    const numbers = segmentNumbers(await files.readdir(folder));
    for (const [nth, number] of numbers.entries()) {
      const bytes = await withSegment(files, folder, number, async (file) =>
        readRange(file, 0, (await file.stat()).size),
      );
      for (const marked of linesWith(bytes, mark)) {
        const line = named(marked);
        const entry = isTheirs(line) ? entryOf(line) : null;
        if (entry) found.push({ ...entry, opened: key && entry.sealed ? unseal(entry.sealed, key) : null });
      }
      if (!goesOn(nth + 1, numbers.length)) break;
    }
    return found;
  };

  return { about: (...asked) => attempt(() => read(...asked)) };
};
