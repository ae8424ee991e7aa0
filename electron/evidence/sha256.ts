import * as crypto from 'node:crypto';

type OneShot = (algorithm: 'sha256', bytes: Uint8Array, encoding: 'hex') => string;

/** Twice as fast where there is one (Node 20.12), which is most of what a verifier does. */
const oneShot = (crypto as { readonly hash?: OneShot }).hash;

/** SHA-256 (FIPS 180-4) in hex. */
export const sha256: (bytes: Uint8Array) => string = oneShot
  ? (bytes) => oneShot('sha256', bytes, 'hex')
  : (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');
