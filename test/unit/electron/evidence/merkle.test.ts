import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { proofSpans, rootByProof } from '../../../../electron/evidence/inclusion.js';
import { emptyTree, grow, leafHash, rootOf } from '../../../../electron/evidence/merkle.js';
import { addRange, addSubtree, rangeFrom } from '../../../../electron/evidence/range.js';

/** Of the Certificate Transparency reference implementation: leaves in hex, and the root after each. */
const published = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const;

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962 §2.1 as it is written there. */
const headOf = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return sha256();
  const [only] = leaves;
  if (leaves.length === 1 && only) return sha256(Buffer.of(0), only);
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha256(Buffer.of(1), headOf(leaves.slice(0, half)), headOf(leaves.slice(half)));
};

const lines = (count: number): Buffer[] => Array.from({ length: count }, (_, nth) => Buffer.from(`line ${nth}`));
const treeOver = (leaves: readonly Uint8Array[]) =>
  leaves.reduce((tree, leaf) => grow(tree, leafHash(leaf)), emptyTree);

it('has the roots of the published tree', () => {
  published.reduce((tree, [leaf, root]) => {
    const grown = grow(tree, leafHash(Buffer.from(leaf, 'hex')));
    expect(rootOf(grown)).toBe(root);
    return grown;
  }, emptyTree);
});

it('has the root of the definition at every size', () => {
  for (let size = 0; size < 70; size += 1)
    expect(rootOf(treeOver(lines(size)))).toBe(headOf(lines(size)).toString('hex'));
});

it('is the same put together from parts of any length', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 6 }), (parts) => {
      const whole = rangeFrom(0);
      for (const part of parts) {
        const range = rangeFrom(whole.to);
        for (const line of lines(whole.to + part).slice(whole.to)) addSubtree(range, 0, leafHash(line));
        addRange(whole, range);
      }
      const tree = treeOver(lines(whole.to));
      expect(
        whole.hashes.reduceRight(
          (right, left) => sha256(Buffer.of(1), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')).toString('hex'),
          whole.hashes.pop() ?? rootOf(emptyTree),
        ),
      ).toBe(rootOf(tree));
    }),
  );
});

it('proves each leaf, and no other in its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), (size, one, another) => {
      const [index, other] = [one % size, another % size];
      const leaves = lines(size);
      const root = headOf(leaves).toString('hex');
      const proof = proofSpans(index, size).map(([from, to]) => headOf(leaves.slice(from, to)).toString('hex'));
      const leaf = (nth: number) => leafHash(leaves[nth] ?? Buffer.alloc(0));
      expect(rootByProof(index, size, leaf(index), proof)).toBe(root);
      if (other === index) return;
      expect(rootByProof(index, size, leaf(other), proof)).not.toBe(root);
      expect(rootByProof(other, size, leaf(index), proof)).not.toBe(root);
      expect(rootByProof(index, size, leaf(index), proof.slice(1))).not.toBe(root);
      expect(rootByProof(index, size, leaf(index), [...proof, root])).toBeNull();
    }),
  );
});
