import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

/** PKCS #8 of an Ed25519 key up to its seed (RFC 8410 §7). */
const before = Buffer.from('302e020100300506032b657004220420', 'hex');
const ed25519 = Buffer.of(1);

const publicKeyOf = (seed: Uint8Array): Buffer => {
  const key = createPrivateKey({ key: Buffer.concat([before, seed]), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
};

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/**
 * The desk's public key as a verifier key (C2SP signed-note): `<origin>+<key id, 8 hex digits>+<base64 of type and key>`. The origin is
 * `<organisation's domain>/<the first 8 bytes of the key's SHA-256 in hex>`, so that two desks never share one.
 * @param seed 32 bytes (RFC 8032 §5.1.5)
 */
export const verifierKey = (domain: string, seed: Uint8Array): string => {
  const key = publicKeyOf(seed);
  // A name has neither spaces nor a plus; half a surrogate pair has no bytes at all.
  const written = encodeURIComponent(Buffer.from(domain).toString());
  const origin = `${written}/${sha256(key).subarray(0, 8).toString('hex')}`;
  const id = sha256(Buffer.from(`${origin}\n`), ed25519, key).subarray(0, 4);
  return `${origin}+${id.toString('hex')}+${Buffer.concat([ed25519, key]).toString('base64')}`;
};
