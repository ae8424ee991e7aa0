import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkpointText, parseCheckpoint } from '../../../../electron/evidence/checkpoint.js';
import {
  noteKey,
  openNote,
  parseVerifierKey,
  signedNote,
  verifierKeyText,
} from '../../../../electron/evidence/note.js';
import { checkProof, parseProof, proofText } from '../../../../electron/evidence/proof.js';
import { deviceKey } from '../../../../electron/main/credentials/device-key.js';
import { emptyTree, grow, leafHash, rootOf } from '../../../../electron/evidence/merkle.js';

/** golang.org/x/mod/sumdb/note, which C2SP signed-note was made of. */
const published = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};
const note = `${published.text}\n${published.signature}`;
const peter = parseVerifierKey(published.key);
if (!peter) throw new Error('the published key is one');
const desk = deviceKey('esimerkki.example', new Uint8Array(32).fill(7));

it('opens the published note with its key', () => {
  expect(openNote(note, [peter])).toBe(published.text);
  expect(verifierKeyText(peter)).toBe(published.key);
});

it('writes what the published note is written like', () => {
  const bytes = Buffer.from(published.signature.split(' ')[2] ?? '', 'base64').subarray(4);
  expect(signedNote(published.text, peter, bytes)).toBe(note);
});

it('passes over signatures of others, and believes none of them', () => {
  const both = `${note}${desk.sign(published.text).split('\n\n')[1] ?? ''}`;
  expect(openNote(both, [peter])).toBe(published.text);
  expect(openNote(both, [desk.public])).toBe(published.text);
  expect(openNote(note, [desk.public])).toBeNull();
  expect(openNote(note, [noteKey('AnotherName', peter.key)])).toBeNull();
});

it('refuses a note that is changed in any one byte', () => {
  const bytes = Buffer.from(desk.sign('esimerkki.example/1\n8\nabc\n'));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ by;
      expect(openNote(changed.toString('utf8'), [desk.public])).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

it.each([
  ['example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n', 20852163],
  ['a\n0\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nan extension\n', 0],
])('reads the checkpoint %j', (text, size) => {
  expect(parseCheckpoint(text)).toMatchObject({ size });
});

it.each([
  '\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
  'a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
  'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n',
  'a\n1\nCsUYapGGPo4dkMgIAUqom\n',
  'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  'a\n9007199254740993\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
])('refuses the checkpoint %j', (text) => {
  expect(parseCheckpoint(text)).toBeNull();
});

it('a proof holds for its entry and its key alone', () => {
  const lines = [Buffer.from('{"seq":1}'), Buffer.from('{"seq":2}')];
  const root = rootOf(lines.reduce((tree, line) => grow(tree, leafHash(line)), emptyTree));
  const checkpoint = desk.sign(checkpointText({ origin: desk.public.name, size: 2, root }));
  const [line, other] = lines as [Buffer, Buffer];
  const text = proofText({ line, index: 0, hashes: [leafHash(other)], checkpoint });
  const proof = parseProof(text);
  expect(text.startsWith('c2sp.org/tlog-proof@v1\nextra ')).toBe(true);
  expect(proof && checkProof(proof, [desk.public])).toMatchObject({ size: 2, root });
  expect(proof && checkProof(proof, [peter])).toBeNull();
  expect(proof && checkProof({ ...proof, line: other }, [desk.public])).toBeNull();
  expect(proof && checkProof({ ...proof, index: 1 }, [desk.public])).toBeNull();
  expect(parseProof(text.slice(1))).toBeNull();
});
