import * as crypto from 'node:crypto';

type OneShot = (algorithm: 'sha256', content: Uint8Array | string, encoding: 'hex') => string;

/** Twice as fast where there is one (Node 20.12), which is most of what a verifier does. */
const oneShot = (crypto as { readonly hash?: OneShot }).hash;

/** SHA-256 (FIPS 180-4) in hex; of a text, of its UTF-8. */
export const sha256: (content: Uint8Array | string) => string = oneShot
  ? (content) => oneShot('sha256', content, 'hex')
  : (content) => crypto.createHash('sha256').update(content).digest('hex');
