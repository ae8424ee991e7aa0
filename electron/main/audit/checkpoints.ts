import { segmentNumbers } from '../../evidence/segment.js';
import type { Proof } from '../../evidence/proof.js';
import { readSealed } from './checkpoint-files.js';
import type { FileLayer } from './durable-file.js';

/** A proof that the last entry under a checkpoint stands in the journal, all but that entry's line: each line before it is named by the next. */
export type LineProof = Omit<Proof, 'line'>;

/** By the number of the entry, one for each segment that has a checkpoint, as it lies there. @throws the file system's error */
export const readLineProofs = async (files: FileLayer, folder: string): Promise<ReadonlyMap<number, LineProof>> => {
  const proofs = new Map<number, LineProof>();
  for (const number of segmentNumbers(await files.readdir(folder))) {
    const sealed = await readSealed(files, folder, number);
    if (sealed === null) continue;
    const { size, before } = sealed.standing.tree;
    // The siblings of a tree's last leaf are the whole subtrees before it, the smallest first (RFC 6962 §2.1.1).
    proofs.set(size, { index: size - 1, hashes: [...before].reverse(), checkpoint: sealed.note });
  }
  return proofs;
};
