import { checkpointText, parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { noteKey, openNote, parseVerifierKey, signersOf, textOf, verifierKeyText, type NoteKey } from './note.js';

/**
 * That another key signs for a desk from some entry on: a checkpoint that the old key made and the new one signed too, with both keys in its
 * extension lines. Whoever knows one of the two learns of the other by it.
 */
export interface Succession extends Checkpoint {
  readonly before: NoteKey;
  readonly after: NoteKey;
}

/** Which keys may sign for a journal of that size. A key that has named another signs for nothing after that. */
export type KeysAt = (size: number) => readonly NoteKey[];

/** `key-000001.note` beside the segments, counted from 1. */
export const successionName = (nth: number): string => `key-${String(nth).padStart(6, '0')}.note`;

/** Of the successions among the names in a folder, in order. */
export const successionNames = (names: readonly string[]): string[] =>
  names.filter((name) => /^key-\d{6,}\.note$/.test(name)).sort();

const lineOf = (what: 'before' | 'after', key: NoteKey): string => `key-${what} ${verifierKeyText(key)}\n`;

/** The text of the note. */
export const successionText = ({ before, after, ...checkpoint }: Succession): string =>
  `${checkpointText(checkpoint)}${lineOf('before', before)}${lineOf('after', after)}`;

/** Null when that is none, or one of its two keys did not sign it. */
export const openSuccession = (note: string): Succession | null => {
  const text = textOf(note) ?? '';
  const [, one = '', other = ''] = /\nkey-before (\S+)\nkey-after (\S+)\n$/.exec(text) ?? [];
  const [checkpoint, before, after] = [parseCheckpoint(text), parseVerifierKey(one), parseVerifierKey(other)];
  if (!checkpoint || !before || !after) return null;
  const isSigned = openNote(note, [before]) !== null && openNote(note, [after]) !== null;
  return isSigned ? { ...checkpoint, before, after } : null;
};

const same = (one: NoteKey) => (other: NoteKey) => Buffer.from(one.key).equals(other.key);

/** Those that lead from the keys somebody knows to others, one after the other and in either direction. */
export const successionsFrom = (known: readonly NoteKey[], all: readonly Succession[]): readonly Succession[] => {
  const reached = [...known];
  const kept = new Set<Succession>();
  for (let more = true; more;) {
    more = false;
    for (const each of all) {
      const { before, after } = each;
      if (kept.has(each) || !(reached.some(same(before)) || reached.some(same(after)))) continue;
      reached.push(before, after);
      kept.add(each);
      more = true;
    }
  }
  return all.filter((each) => kept.has(each));
};

/** @param successions that lead from the known keys */
export const keysBy = (known: readonly NoteKey[], successions: readonly Succession[]): KeysAt => {
  const keys = [...known, ...successions.flatMap(({ before, after }) => [before, after])];
  const last = (key: NoteKey): number =>
    Math.min(
      ...successions.filter(({ before }) => same(key)(before)).map(({ size }) => size),
      Number.POSITIVE_INFINITY,
    );
  return (size) => keys.filter((key) => size <= last(key));
};

/**
 * A checkpoint that one of the keys signed that may at its size, under whatever name it had then; null when none did. The domain of the organisation
 * stands in a desk's name, and may have been another.
 */
export const openCheckpoint = (note: string, keysAt: KeysAt): Checkpoint | null => {
  const claimed = parseCheckpoint(textOf(note) ?? '');
  if (!claimed) return null;
  const keys = signersOf(note).flatMap((name) => keysAt(claimed.size).map(({ key }) => noteKey(name, key)));
  return openNote(note, keys) !== null ? claimed : null;
};
