import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { noteKey, signedNote, verifierKeyText, type NoteKey } from '../../evidence/note.js';
import { sha256 } from '../../evidence/sha256.js';
import { keysBy, openSuccession, successionsFrom, type KeysAt } from '../../evidence/succession.js';

/** PKCS #8 of an Ed25519 key up to its seed (RFC 8410 §7). */
const before = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Who signs for this desk. */
export interface DeviceKey {
  /**
   * Its name is `<organisation's domain>/<the first 8 bytes of the key's SHA-256 in hex>`, so that two desks never share one; it is the
   * origin of the desk's checkpoints.
   */
  readonly public: NoteKey;
  /** This key and those before it: which of them may have signed for a journal of that size. */
  readonly keysAt: KeysAt;
  /** The notes by which each of those left the journal to the next one, in order. */
  readonly successions: readonly string[];
  /** The note (C2SP signed-note) over a text that ends with a newline. */
  sign(text: string): string;
}

const publicKeyOf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);

/** @param seed 32 bytes (RFC 8032 §5.1.5) @param successions of the desk's keys until this one */
export const deviceKey = (domain: string, seed: Uint8Array, successions: readonly string[] = []): DeviceKey => {
  const secret = createPrivateKey({ key: Buffer.concat([before, seed]), format: 'der', type: 'pkcs8' });
  const key = publicKeyOf(secret);
  // A name has neither spaces nor a plus; half a surrogate pair has no bytes at all.
  const written = encodeURIComponent(Buffer.from(domain).toString());
  const known = noteKey(`${written}/${sha256(key).slice(0, 16)}`, key);
  const led = successionsFrom(
    [known],
    successions.flatMap((note) => openSuccession(note) ?? []),
  );
  return {
    public: known,
    keysAt: keysBy([known], led),
    successions,
    sign: (text) => signedNote(text, known, sign(null, Buffer.from(text), secret)),
  };
};

/** The desk's public key as a verifier key (C2SP signed-note): `<origin>+<key id, 8 hex digits>+<base64 of type and key>`. */
export const verifierKey = (domain: string, seed: Uint8Array): string =>
  verifierKeyText(deviceKey(domain, seed).public);
