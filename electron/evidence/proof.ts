import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { rootByProof } from './inclusion.js';
import { leafHash, type Hash } from './merkle.js';
import { openNote, type NoteKey } from './note.js';

/** That an entry stands in a journal (C2SP tlog-proof). `line` goes with it as its extra data; `index` is the entry's number less one. */
export interface Proof {
  readonly line: Uint8Array;
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: string;
}

const magic = 'c2sp.org/tlog-proof@v1';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const proofText = ({ line, index, hashes, checkpoint }: Proof): string =>
  [
    magic,
    `extra ${base64(line)}`,
    `index ${index}`,
    ...hashes.map((hash) => base64(Buffer.from(hash, 'hex'))),
    '',
    checkpoint,
  ].join('\n');

/** Null when that is no proof, or one that does not bring its entry along. */
export const parseProof = (text: string): Proof | null => {
  const form =
    /^c2sp\.org\/tlog-proof@v1\nextra ([A-Za-z0-9+/=]+)\nindex (0|[1-9]\d{0,15})\n((?:[A-Za-z0-9+/]{43}=\n){0,64})\n/.exec(
      text,
    );
  const [whole = '', line = '', index = '', hashes = ''] = form ?? [];
  if (!form) return null;
  return {
    line: Buffer.from(line, 'base64'),
    index: Number(index),
    hashes: hashes
      .split('\n')
      .filter(Boolean)
      .map((hash) => Buffer.from(hash, 'base64').toString('hex')),
    checkpoint: text.slice(whole.length),
  };
};

/** The checkpoint that a proof leads to, for nothing else is needed; null when it does not lead to one that any of these keys signed. */
export const checkProof = ({ line, index, hashes, checkpoint }: Proof, keys: readonly NoteKey[]): Checkpoint | null => {
  const signed = parseCheckpoint(openNote(checkpoint, keys) ?? '');
  return signed && rootByProof(index, signed.size, leafHash(line), hashes) === signed.root ? signed : null;
};
