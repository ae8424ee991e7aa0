import { openCheckpoint } from '../../evidence/succession.js';
import type { ErrorCode } from '../../../shared/result.js';
import { anchorOf, type Anchor } from './anchor.js';
import { readSealed, type Sealed } from './checkpoint-files.js';
import type { FileLayer } from './durable-file.js';
import type { Found } from './read-journal.js';
import type { Signer } from './sealing.js';
import { strangeSuccession } from './successions.js';
import { treeAt } from './tree-at.js';

/** `entries` followed the anchor when the desk was opened: what a crash between the two leaves. */
export type Verdict =
  | { readonly sound: true; readonly anchored: number; readonly entries: number }
  | { readonly sound: false; readonly code: ErrorCode; readonly reason: string };

interface Asked {
  readonly files: FileLayer;
  readonly folder: string;
  readonly found: Found;
  readonly key: Signer;
  readonly anchor: Anchor | null;
}

/** Whether a key of the desk's signed a note while it was its key. */
export const isOwn = ({ note }: Pick<Sealed, 'note'>, { keysAt }: Signer): boolean =>
  openCheckpoint(note, keysAt) !== null;

const broken = (reason: string): Verdict => ({ sound: false, code: 'audit-damaged', reason });

/**
 * The journal as it was opened against what the desk signed and what the keychain knows: behind its anchor it is truncated, ahead of it
 * by entries that follow it is sound.
 * @throws the file system's error
 */
export const judge = async (asked: Asked): Promise<Verdict> => {
  const { found, key, anchor, files, folder } = asked;
  const { sealed } = found.from;
  for (const each of [found.start.sealed, sealed])
    if (each && !isOwn(each, key)) return broken(`foreign-checkpoint:${each.checkpoint.size}`);
  const strange = await strangeSuccession(files, folder, key.successions);
  if (strange !== null) return broken(`succession:${strange}`);
  const last = await readSealed(files, folder, found.ends.at(-1)?.number ?? 0);
  if (last && !(await holds(asked, last))) return broken(`checkpoint:${last.checkpoint.size}`);
  const { seq } = found.tip;
  if (anchor === null) {
    const isNew = !sealed && !last;
    return isNew
      ? { sound: true, anchored: 0, entries: 0 }
      : { sound: false, code: 'audit-anchor-missing', reason: `no-anchor:${seq}` };
  }
  if (anchor.size > seq) return { sound: false, code: 'audit-truncated', reason: `truncated:${seq}:${anchor.size}` };
  // SECURITY: whoever can write the folder can write at its end that something's time was over; the keychain has to know of it.
  if (found.start.told > anchor.size) return broken(`removed:${found.start.tip.seq}`);
  const then = anchor.size === seq ? found.tip.tree : await treeAt(files, folder, anchor.size);
  if (then === null || anchorOf(then).root !== anchor.root) return broken(`anchor:${anchor.size}`);
  return { sound: true, anchored: anchor.size, entries: seq - anchor.size };
};

/** A checkpoint beyond the end is the anchor's to tell of. */
const holds = async ({ files, folder, found, key }: Asked, sealed: Sealed): Promise<boolean> => {
  const { checkpoint, standing } = sealed;
  if (!isOwn(sealed, key)) return false;
  if (checkpoint.size >= found.tip.seq) return checkpoint.size > found.tip.seq || same(found.tip.tree, standing.tree);
  const then = await treeAt(files, folder, checkpoint.size);
  return then !== null && same(then, standing.tree);
};

const same = (one: Found['tip']['tree'], other: Found['tip']['tree']): boolean =>
  anchorOf(one).root === anchorOf(other).root;
