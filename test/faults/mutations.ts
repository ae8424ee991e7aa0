import type { Tip } from '../../electron/main/audit/entry.js';
import { noteName, segmentName, segmentNumbers, treeName } from '../../electron/evidence/segment.js';
import { keyOf, noteAt } from '../support/made-journal.js';
import { entryAt, firstIn, linesOf, putLines, type Files, type Line } from './journal-copy.js';

type Below = (below: number) => number;

export interface Original {
  readonly files: Files;
  readonly tips: readonly Tip[];
}

/** What has to be found: the first bad entry, or the segment whose checkpoint is not the desk's. */
export type Expected = { readonly entry: number } | { readonly checkpoint: number };

/** Tampers with the files, which are a copy. */
export type Mutation = (files: Files, below: Below, original: Original) => Expected;

const pick = <T>(from: readonly T[], below: Below): T => {
  const one = from[below(from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};
const segments = (files: Files): number[] => segmentNumbers([...files.keys()]);
const contentOf = (files: Files, name: string): Buffer => Buffer.from(files.get(name) ?? '');

const atOneByte =
  (change: (byte: number, below: Below) => number): Mutation =>
  (files, below, original) => {
    const number = pick(segments(files), below);
    const bytes = contentOf(files, segmentName(number));
    const at = below(bytes.length);
    bytes[at] = change(bytes[at] ?? 0, below);
    files.set(segmentName(number), bytes);
    return { entry: entryAt(original.files, number, at) };
  };

/** Edits the lines; answers the place, from 1, of the first that is not what it was. */
const inLines =
  (edit: (lines: Line[], below: Below) => number): Mutation =>
  (files, below) => {
    const lines = linesOf(files);
    const entry = firstIn(files) - 1 + edit(lines, below);
    putLines(files, lines);
    return { entry };
  };

const parsed = ({ bytes }: Line): Record<string, unknown> =>
  JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
const written = (entry: Record<string, unknown>): Buffer => Buffer.from(JSON.stringify(entry));

/** An entry that could be real. */
const retouched = (line: Line, below: Below): Buffer => {
  const change = pick(
    [
      { outcome: 'none' },
      { agent: 'agent-x' },
      { ticket: `INC-${below(99999)}-x` },
      { time: '2020-01-01T00:00:00.000Z' },
      { subject: null },
    ],
    below,
  );
  return written({ ...parsed(line), ...change });
};

const insertedLine = (lines: readonly Line[], at: number, below: Below): Buffer => {
  const here = lines[at];
  if (!here) throw new Error('inserted outside');
  // It takes the next one's number and names the one before: everything but that the next one does so too.
  if (below(2) === 0) return retouched(here, below);
  const other = pick(
    lines.filter((line) => line !== here && line !== lines[at - 1]),
    below,
  );
  return other.bytes;
};

const removeFrom = (files: Files, first: number, names: readonly ((number: number) => string)[]): void => {
  for (const number of segments(files).filter((each) => each >= first))
    for (const name of names) files.delete(name(number));
};

const another = keyOf('another desk');

const replacements: readonly ((number: number, original: Original, own: Buffer, below: Below) => Buffer | null)[] = [
  (_number, { tips }, _own, below) => Buffer.from(noteAt(another, pick(tips, below))),
  (number, { files, tips }) => {
    const size = Number(contentOf(files, noteName(number)).toString().split('\n')[1]);
    return Buffer.from(noteAt(another, tips[size - 1] ?? { seq: 0, tree: { size: 0, before: [], leaf: null } }));
  },
  (_number, { tips }, own, below) => {
    const size = Number(own.toString().split('\n')[1]);
    return Buffer.from(
      noteAt(
        keyOf('desk'),
        pick(
          tips.filter(({ seq }) => seq < size),
          below,
        ),
      ),
    );
  },
  (number, { files }, _own, below) =>
    contentOf(
      files,
      noteName(
        pick(
          segments(files).filter((each) => each !== number),
          below,
        ),
      ),
    ),
  (_number, _original, own, below) => {
    const changed = Buffer.from(own);
    const at = below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << below(8));
    return changed;
  },
  (_number, _original, own, below) => own.subarray(0, below(own.length)),
  () => null,
];

export const mutations: Readonly<Record<string, Mutation>> = {
  bit: atOneByte((byte, below) => byte ^ (1 << below(8))),
  byte: atOneByte((byte, below) => (byte + 1 + below(255)) % 256),
  'line changed': inLines((lines, below) => {
    const at = below(lines.length);
    const line = pick(lines.slice(at, at + 1), below);
    lines[at] = { ...line, bytes: retouched(line, below) };
    return at + 1;
  }),
  deleted: inLines((lines, below) => {
    const at = below(lines.length);
    lines.splice(at, 1);
    return at + 1;
  }),
  inserted: inLines((lines, below) => {
    const at = below(lines.length);
    const bytes = insertedLine(lines, at, below);
    lines.splice(at, 0, { number: lines[at]?.number ?? 1, bytes });
    return at + 1;
  }),
  swapped: inLines((lines, below) => {
    const at = below(lines.length - 1);
    const other = at + 1 + below(lines.length - at - 1);
    const [one, two] = [pick(lines.slice(at, at + 1), below), pick(lines.slice(other, other + 1), below)];
    lines[at] = { ...one, bytes: two.bytes };
    lines[other] = { ...two, bytes: one.bytes };
    return at + 1;
  }),
  duplicated: inLines((lines, below) => {
    const at = below(lines.length);
    lines.splice(at, 0, pick(lines.slice(at, at + 1), below));
    return at + 2;
  }),
  truncated: (files, below, original) => {
    const number = pick(segments(files), below);
    const bytes = contentOf(files, segmentName(number));
    const at = below(bytes.length);
    removeFrom(files, number + 1, below(2) === 0 ? [segmentName] : [segmentName, noteName, treeName]);
    files.set(segmentName(number), bytes.subarray(0, at));
    return { entry: entryAt(original.files, number, at) };
  },
  'segment removed': (files, below, original) => {
    const number = pick(segments(files), below);
    const names = below(2) === 0 ? [segmentName] : [segmentName, noteName, treeName];
    for (const name of names) files.delete(name(number));
    return { entry: entryAt(original.files, number, 0) };
  },
  'checkpoint replaced': (files, below, original) => {
    const number = pick(segments(files), below);
    const put = pick(replacements, below)(number, original, contentOf(files, noteName(number)), below);
    if (put) files.set(noteName(number), put);
    else files.delete(noteName(number));
    return { checkpoint: number };
  },
};
