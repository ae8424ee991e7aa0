import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { rootOf } from './merkle.js';
import { textOf } from './note.js';
import { noteName, treeName } from './segment.js';
import { openCheckpoint, type KeysAt } from './succession.js';
import { parseTree, type Standing } from './tree-file.js';

/** A journal's folder, as far as verifying it needs it. */
export interface Source {
  readonly names: readonly string[];
  /** Null when there is no such file. @throws the file system's error */
  read(name: string): Buffer | null;
}

/**
 * What is wrong with a checkpoint: there is none, it is no signed note, the desk did not sign it, its tree file does not belong to it, or
 * it is not of the end of its segment.
 */
export type SealProblem = 'missing' | 'unreadable' | 'foreign' | 'tree' | 'misplaced';

export interface Seal {
  /** Of the segment. */
  readonly number: number;
  readonly problem: SealProblem | null;
  /** Signed by the desk. */
  readonly checkpoint: Checkpoint | null;
  readonly standing: Standing | null;
}

const standingIn = (source: Source, number: number, { size, root }: Checkpoint): Standing | null => {
  const bytes = source.read(treeName(number));
  const standing = bytes && parseTree(bytes);
  return standing?.tree.size === size && rootOf(standing.tree) === root ? standing : null;
};

/** The checkpoint beside a segment. */
export const readSeal = (source: Source, number: number, keysAt: KeysAt): Seal => {
  const none = { number, checkpoint: null, standing: null };
  const note = source.read(noteName(number))?.toString('utf8');
  if (note === undefined)
    return { ...none, problem: source.names.includes(treeName(number)) ? 'unreadable' : 'missing' };
  const checkpoint = openCheckpoint(note, keysAt);
  if (!checkpoint) return { ...none, problem: parseCheckpoint(textOf(note) ?? '') ? 'foreign' : 'unreadable' };
  const standing = standingIn(source, number, checkpoint);
  return { number, checkpoint, standing, problem: standing ? null : 'tree' };
};

/** Numbers of the segments beside which something lies that says how far they went. */
export const sealNumbers = ({ names }: Source): number[] =>
  names.map((name) => Number(/^(\d{6,})\.(?:note|tree)$/.exec(name)?.[1] ?? 0)).filter((number) => number > 0);
