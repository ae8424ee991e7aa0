import type { NoteKey } from './note.js';
import type { Source } from './seal.js';
import {
  keysBy,
  openSuccession,
  successionNames,
  successionsFrom,
  type KeysAt,
  type Succession,
} from './succession.js';

/** What lies in a folder of who signed when. */
export interface Reigns {
  readonly keysAt: KeysAt;
  /** In their order. */
  readonly successions: readonly {
    readonly file: string;
    /** Null when it is none, or no known key leads to it. */
    readonly succession: Succession | null;
  }[];
}

/** @throws the file system's error */
export const reignsIn = (source: Source, known: readonly NoteKey[]): Reigns => {
  const all = successionNames(source.names).map((file) => ({
    file,
    succession: openSuccession(source.read(file)?.toString('utf8') ?? ''),
  }));
  const sound = all.flatMap(({ succession }) => succession ?? []);
  const led = successionsFrom(known, sound);
  return {
    keysAt: keysBy(known, led),
    successions: all.map(({ file, succession }) => ({
      file,
      succession: succession && led.includes(succession) ? succession : null,
    })),
  };
};
