import { rootOf, type Hash, type Tree } from '../../evidence/merkle.js';

/** What the keychain knows of the journal: how long it was, and the first 26 bytes of its tree's root. */
export interface Anchor {
  readonly size: number;
  readonly root: Hash;
}

/** The name it goes by in the keychain. */
export const anchorAccount = 'anchor';

const sizeBytes = 6;
const rootDigits = 2 * (32 - sizeBytes);

export const anchorOf = (tree: Tree): Anchor => ({ size: tree.size, root: rootOf(tree).slice(0, rootDigits) });

/** 32 bytes, all that a keychain is trusted with: the size (big-endian), then the root's beginning. */
export const anchorBytes = ({ size, root }: Anchor): Uint8Array => {
  const bytes = Buffer.alloc(32);
  bytes.writeUIntBE(size, 0, sizeBytes);
  bytes.write(root, sizeBytes, 'hex');
  return bytes;
};

export const readAnchor = (bytes: Uint8Array): Anchor => {
  const read = Buffer.from(bytes);
  return { size: read.readUIntBE(0, sizeBytes), root: read.toString('hex', sizeBytes) };
};
