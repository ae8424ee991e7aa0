import { createHash, randomUUID } from 'node:crypto';
import { exportJWK, importJWK, SignJWT, type JWK } from 'jose';
import { randomDPoPKeyPair } from 'openid-client';
import { sealText, type SealedText } from '../../credentials/sealed-text.js';
import type { Prove } from './provider.js';

/** The key that tokens are bound to (RFC 9449). */
export interface ProofKey {
  readonly pair: Awaited<ReturnType<typeof randomDPoPKeyPair>>;
  /** The private key as a JWK in JSON, for the key file. */
  readonly sealed: SealedText;
}

export const proofAlgorithm = 'ES256';

const publicPart = ({ kty, crv, x, y }: JWK): JWK => ({ kty, crv, x, y }) as JWK;

export const newProofKey = async (): Promise<ProofKey> => {
  const pair = await randomDPoPKeyPair(proofAlgorithm, { extractable: true });
  return { pair, sealed: sealText(JSON.stringify(await exportJWK(pair.privateKey))) };
};

/** @throws when that is no such key: the key file is sealed, so nobody else wrote it */
export const proofKeyFrom = async (sealed: SealedText): Promise<ProofKey> => {
  const jwk = JSON.parse(sealed.open()) as JWK;
  const [privateKey, publicKey] = await Promise.all([
    importJWK(jwk, proofAlgorithm, { extractable: true }),
    importJWK(publicPart(jwk), proofAlgorithm, { extractable: true }),
  ]);
  return { pair: { privateKey, publicKey } as ProofKey['pair'], sealed };
};

/** Proofs towards a resource server: of this token, for one request each (RFC 9449 §4.2, §7). */
export const proverOf = ({ pair }: ProofKey, accessToken: string): Prove => {
  const ath = createHash('sha256').update(accessToken).digest('base64url');
  return async (htm, url, nonce) => {
    const { origin, pathname } = new URL(url);
    return new SignJWT({
      htm,
      htu: `${origin}${pathname}`,
      jti: randomUUID(),
      ath,
      ...(nonce !== undefined && { nonce }),
    })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: proofAlgorithm, jwk: publicPart(await exportJWK(pair.publicKey)) })
      .setIssuedAt()
      .sign(pair.privateKey);
  };
};
