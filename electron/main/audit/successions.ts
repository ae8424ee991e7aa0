import { join } from 'node:path';
import { rootOf } from '../../evidence/merkle.js';
import { cosigned } from '../../evidence/note.js';
import { successionName, successionNames, successionText } from '../../evidence/succession.js';
import { placeFile, type FileLayer } from './durable-file.js';
import type { Tip } from './entry.js';
import { readRange } from './lines.js';
import type { Signer } from './sealing.js';

/** The note by which a key leaves the journal, as far as it is, to the next one. */
export const handOver = (own: Signer, next: Signer, { seq, tree }: Tip): string => {
  const text = successionText({
    ...{ origin: own.public.name, size: seq, root: rootOf(tree) },
    ...{ before: own.public, after: next.public },
  });
  return cosigned(own.sign(text), next.sign(text));
};

/** Puts the notes of the desk's former keys beside the journal where they are not: an end of the process may have come before. @throws the file system's error */
export const placeSuccessions = async (files: FileLayer, folder: string, notes: readonly string[]): Promise<void> => {
  const names = notes.length === 0 ? [] : await files.readdir(folder);
  for (const [place, note] of notes.entries()) {
    const name = successionName(place + 1);
    if (!names.includes(name)) await placeFile(files, join(folder, name), Buffer.from(note));
  }
};

/** Whether a file holds that text and nothing else. @throws the file system's error */
const holds = async (files: FileLayer, path: string, text: string): Promise<boolean> => {
  const wanted = Buffer.from(text);
  const file = await files.open(path, 'r');
  const bytes = await readRange(file, 0, wanted.length + 1).finally(() => file.close());
  return bytes.equals(wanted);
};

/**
 * The first note beside the journal that says that another key took over and is none of the desk's; null when there is none.
 * @throws the file system's error
 */
export const strangeSuccession = async (
  files: FileLayer,
  folder: string,
  notes: readonly string[],
): Promise<string | null> => {
  const own = new Map(notes.map((note, place) => [successionName(place + 1), note]));
  for (const name of successionNames(await files.readdir(folder))) {
    const mine = own.get(name);
    if (mine === undefined || !(await holds(files, join(folder, name), mine))) return name;
  }
  return null;
};
