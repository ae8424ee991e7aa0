import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from './sha256.js';

/** Who may sign notes (C2SP signed-note): the name, the id as 8 hex digits, and the Ed25519 key of 32 bytes. */
export interface NoteKey {
  readonly name: string;
  readonly id: string;
  readonly key: Uint8Array;
}

const ed25519 = Buffer.of(1);
/** SPKI of an Ed25519 key up to the key (RFC 8410 §4). */
const before = Buffer.from('302a300506032b6570032100', 'hex');
const mostSignatures = 64;

export const noteKey = (name: string, key: Uint8Array): NoteKey => ({
  name,
  id: sha256(Buffer.concat([Buffer.from(`${name}\n`), ed25519, key])).slice(0, 8),
  key,
});

/** `<name>+<id>+<base64 of type and key>`. */
export const verifierKeyText = ({ name, id, key }: NoteKey): string =>
  `${name}+${id}+${Buffer.concat([ed25519, key]).toString('base64')}`;

/** Null when that is no verifier key of Ed25519, or its id is not that of its name and key. */
export const parseVerifierKey = (text: string): NoteKey | null => {
  const [, name = '', id, encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 33 || bytes[0] !== 1) return null;
  const parsed = noteKey(name, bytes.subarray(1));
  return parsed.id === id ? parsed : null;
};

/** The whole note. @param text ends with a newline @param signature of the text's bytes */
export const signedNote = (text: string, { name, id }: NoteKey, signature: Uint8Array): string =>
  `${text}\n— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`;

/** A note that both signed, each of whom signed it alone before. */
export const cosigned = (one: string, other: string): string => `${one}${other.slice(other.lastIndexOf('\n\n') + 2)}`;

interface Signature {
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Splits a note at its last empty line; null when it does not have a note's form. */
const splitNote = (note: string): { text: string; signatures: readonly Signature[] } | null => {
  if (!note.endsWith('\n') || /[\0-\x09\x0b-\x1f\ufffd]/.test(note)) return null;
  const end = note.lastIndexOf('\n\n');
  const lines = end === -1 ? [] : note.slice(end + 2, -1).split('\n');
  const signatures = lines.map(readSignature);
  if (lines.length === 0 || lines.length > mostSignatures || signatures.includes(null)) return null;
  return { text: note.slice(0, end + 1), signatures: signatures.filter((each) => each !== null) };
};

const readSignature = (line: string): Signature | null => {
  const [, name = '', encoded = ''] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length < 5 || bytes.toString('base64') !== encoded) return null;
  return { name, id: bytes.subarray(0, 4).toString('hex'), bytes: bytes.subarray(4) };
};

const isSignedBy = (text: string, { bytes }: Signature, { key }: NoteKey): boolean => {
  const publicKey = createPublicKey({ key: Buffer.concat([before, key]), format: 'der', type: 'spki' });
  return bytes.length === 64 && verify(null, Buffer.from(text), publicKey, bytes);
};

/**
 * The text of a note that at least one of these keys signed; null when none did, or a signature that claims to be one of theirs is not.
 * Signatures of others are passed over.
 */
export const openNote = (note: string, keys: readonly NoteKey[]): string | null => {
  const split = splitNote(note);
  if (!split) return null;
  const { text, signatures } = split;
  const claimed = signatures.flatMap((signature) =>
    keys.filter(({ name, id }) => name === signature.name && id === signature.id).map((key) => ({ signature, key })),
  );
  return claimed.length > 0 && claimed.every(({ signature, key }) => isSignedBy(text, signature, key)) ? text : null;
};

/** Who is said to have signed, each by name. */
export const signersOf = (note: string): readonly string[] => splitNote(note)?.signatures.map(({ name }) => name) ?? [];

/** The text alone, that nobody vouches for. */
export const textOf = (note: string): string | null => splitNote(note)?.text ?? null;
