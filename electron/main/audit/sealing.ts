import { checkpointText } from '../../evidence/checkpoint.js';
import { rootOf } from '../../evidence/merkle.js';
import type { Result } from '../../../shared/result.js';
import type { Until } from '../../evidence/folder.js';
import type { NoteKey } from '../../evidence/note.js';
import type { KeysAt } from '../../evidence/succession.js';
import { breathe } from '../turns/breathe.js';
import { anchorBytes, anchorOf } from './anchor.js';
import { filesOf, writeBeside } from './checkpoint-files.js';
import { attempt } from './disk-failure.js';
import type { FileLayer } from './durable-file.js';
import type { Place } from './resume-point.js';

/** Who signs for this desk: a text that ends with a newline becomes a signed note. */
export interface Signer {
  readonly public: NoteKey;
  /** This key and those before it. */
  readonly keysAt: KeysAt;
  /** The notes by which each left the journal to the next one. */
  readonly successions: readonly string[];
  sign(text: string): string;
}

export interface SealingParts {
  readonly files: FileLayer;
  readonly folder: string;
  readonly key: Signer;
  readonly setAnchor: (bytes: Uint8Array) => Promise<Result<void>>;
  /** Told after each anchoring: to which entry, or why not. */
  readonly onAnchored: (anchored: Result<number>) => void;
}

/** Signs checkpoints and anchors them, one at a time and beside the way of an entry; of those that wait only the newest of a segment is made. */
export interface Sealing {
  owe(place: Place, isFinal: boolean): void;
  /** Done when nothing is owed any more. */
  settled(): Promise<void>;
  /** The last one that was made; null before the first. */
  newest(): Until | null;
}

export const createSealing = ({ files, folder, key, setAnchor, onAnchored }: SealingParts): Sealing => {
  const owed = new Map<number, { readonly place: Place; readonly isFinal: boolean }>();
  let running: Promise<void> | null = null;
  let newest: Until | null = null;

  const write = async ({ number, tip }: Place, isFinal: boolean): Promise<void> => {
    const text = checkpointText({ origin: key.public.name, size: tip.seq, root: rootOf(tip.tree) });
    const beside = filesOf({ number, note: key.sign(text), standing: tip });
    // A checkpoint that finds no room is made up for by the next one, or by the next start.
    const written = await attempt(() => writeBeside(files, folder, beside, isFinal));
    if (written.ok) newest = { number, seq: tip.seq, files: beside };
  };

  const run = async (): Promise<void> => {
    for (let [next] = owed.values(); next; [next] = owed.values()) {
      owed.delete(next.place.number);
      await write(next.place, next.isFinal);
      if (owed.size > 0) continue;
      const { tree } = next.place.tip;
      const kept = await setAnchor(anchorBytes(anchorOf(tree)));
      onAnchored(kept.ok ? { ok: true, value: tree.size } : kept);
    }
    running = null;
  };

  return {
    owe: (place, isFinal) => {
      owed.delete(place.number); // it comes last again: what is anchored is the newest
      owed.set(place.number, { place, isFinal });
      running ??= breathe().then(run); // whoever waits for the entry goes first: signing takes as long as sealing it
    },
    settled: async () => running ?? undefined,
    newest: () => newest,
  };
};
