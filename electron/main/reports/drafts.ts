import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileLayer, GrowingFile } from '../audit/durable-file.js';

export interface DraftParts {
  /** Of the notes that tell where each grows. */
  readonly folder: string;
  readonly files: Pick<FileLayer, 'unlink' | 'readdir'>;
  /** Makes a file that is whole or not there, durably, for the owner alone. */
  readonly place: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Begins the file of that path under another. */
  readonly grow: (path: string, draft: string) => Promise<GrowingFile>;
}

/** Files that grow beside the place that somebody chose for them, known of here until they are whole or gone. */
export interface Drafts {
  /** Begins the file that goes there. @throws the file system's error */
  grow(path: string): Promise<GrowingFile>;
  /**
   * Removes what an end of the process left of the others. What lies where nothing can be removed now, such as on a disk that was taken away, or
   * whose note cannot be read, is tried again the next time. Only for whoever has the journal, so that no other desk's is one of them.
   */
  sweep(): Promise<void>;
}

const nameOf = (id: string): string => `.tunniste-${id}.part`;
const idIn = (name: string): string | undefined =>
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.draft$/.exec(name)?.[1];

export const createDrafts = ({ folder, files, place: placeFile, grow }: DraftParts): Drafts => {
  const growing = new Set<string>();
  const noteOf = (id: string): string => join(folder, `${id}.draft`);
  /** Whether it is gone for certain: where its folder is not there either, it may come back with it. */
  const isGone = async (place: string, id: string): Promise<boolean> => {
    const removed = await files.unlink(join(place, nameOf(id))).then(
      () => true,
      () => false,
    );
    if (removed) return true;
    const names = await files.readdir(place).catch(() => null);
    return names !== null && !names.includes(nameOf(id));
  };
  const forget = async (id: string, place: string): Promise<void> => {
    growing.delete(id);
    if (await isGone(place, id)) await files.unlink(noteOf(id)).catch(() => undefined); // it is tried again
  };

  return {
    grow: async (path) => {
      const [id, place] = [randomUUID(), dirname(path)];
      growing.add(id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await placeFile(noteOf(id), Buffer.from(place));
      const file = await grow(path, join(place, nameOf(id))).catch(async (cause: unknown) => {
        await forget(id, place);
        throw cause;
      });
      return {
        ...file,
        place: async () => {
          await file.place();
          await forget(id, place);
        },
        drop: async () => {
          await file.drop();
          await forget(id, place);
        },
      };
    },
    sweep: async () => {
      const names = await files.readdir(folder).catch((): string[] => []);
      for (const id of names.flatMap((name) => idIn(name) ?? [])) {
        const place = growing.has(id) ? null : await readFile(noteOf(id), 'utf8').catch(() => null);
        if (place !== null) await forget(id, place);
      }
    },
  };
};
