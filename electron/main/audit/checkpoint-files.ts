import { join } from 'node:path';
import { parseCheckpoint, type Checkpoint } from '../../evidence/checkpoint.js';
import { rootOf } from '../../evidence/merkle.js';
import { textOf } from '../../evidence/note.js';
import { noteName, treeName } from '../../evidence/segment.js';
import { sha256 } from '../../evidence/sha256.js';
import { parseTree, treeBytes, type Standing } from '../../evidence/tree-file.js';
import { overwrite, type FileLayer } from './durable-file.js';
import { readRange } from './lines.js';

/** What lies beside a segment. Whether the note is signed by this desk is not looked at. */
export interface Sealed {
  readonly number: number;
  readonly note: string;
  readonly checkpoint: Checkpoint;
  readonly standing: Standing;
}

/** What lies beside a segment, by name, in the order in which it is written. */
export const filesOf = ({ number, note, standing }: Omit<Sealed, 'checkpoint'>): ReadonlyMap<string, Buffer> => {
  const bytes = Buffer.from(note);
  return new Map([
    [treeName(number), treeBytes({ ...standing, note: sha256(bytes) })],
    [noteName(number), bytes],
  ]);
};

/**
 * Replaces what lies beside a segment. Durable for a segment that is not written any more; else not waited for: what a crash leaves of it
 * is made again from the entries.
 * @throws the file system's error
 */
export const writeBeside = async (
  files: FileLayer,
  folder: string,
  beside: ReadonlyMap<string, Buffer>,
  durably: boolean,
): Promise<void> => {
  for (const [name, bytes] of beside) await overwrite(files, join(folder, name), bytes, durably);
};

/** Null when there is none, or the note and the tree do not belong together, as a crash between or within the two may leave them. */
export const readSealed = async (files: FileLayer, folder: string, number: number): Promise<Sealed | null> => {
  const [note, tree] = [
    await readSmall(files, join(folder, noteName(number))),
    await readSmall(files, join(folder, treeName(number))),
  ];
  if (note === null || tree === null) return null;
  const checkpoint = parseCheckpoint(textOf(note.toString('utf8')) ?? '');
  const standing = parseTree(tree);
  if (standing?.note !== undefined && standing.note !== sha256(note)) return null;
  const agree = checkpoint?.size === standing?.tree.size && standing && checkpoint?.root === rootOf(standing.tree);
  return agree && checkpoint ? { number, note: note.toString('utf8'), checkpoint, standing } : null;
};

const mostBytes = 64 * 1024;

const readSmall = async (files: FileLayer, path: string): Promise<Buffer | null> => {
  try {
    const file = await files.open(path, 'r');
    return await readRange(file, 0, mostBytes).finally(() => file.close());
  } catch {
    return null; // whatever is wrong with it: it only saves reading the entries
  }
};
