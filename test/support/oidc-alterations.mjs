// @ts-check
import { decodeJwt, decodeProtectedHeader, generateKeyPair, importJWK, SignJWT } from 'jose';

/** @typedef {Record<string, unknown>} Json */

/**
 * Signs an ID token anew.
 * @param {Json} body of the token endpoint
 * @param {Json} claims that differ
 * @param {import('jose').CryptoKey | Uint8Array} key
 */
async function resigned(body, claims, key) {
  const token = String(body['id_token']);
  const { kid, alg } = /** @type {{ kid: string, alg: string }} */ (decodeProtectedHeader(token));
  const id_token = await new SignJWT({ ...decodeJwt(token), ...claims }).setProtectedHeader({ kid, alg }).sign(key);
  return { ...body, id_token };
}

/**
 * What a provider that is not quite right answers, made of what the right one answered.
 * @satisfies {Record<string, (body: Json, key: import('jose').JWK) => Promise<Json>>}
 */
export const alterations = {
  otherAudience: async (/** @type {Json} */ body, /** @type {import('jose').JWK} */ key) =>
    resigned(body, { aud: 'somebody-else' }, await importJWK(key)),
  otherNonce: async (/** @type {Json} */ body, /** @type {import('jose').JWK} */ key) =>
    resigned(body, { nonce: 'another' }, await importJWK(key)),
  otherKey: async (/** @type {Json} */ body) => resigned(body, {}, (await generateKeyPair('RS256')).privateKey),
  /** Says in the user info, and not in the ID token, that somebody signed in just now. */
  lateAuthTime: async (/** @type {Json} */ body, /** @type {import('jose').JWK} */ key) => {
    if ('id_token' in body) return resigned(body, { auth_time: undefined }, await importJWK(key));
    return 'sub' in body ? { ...body, auth_time: Math.floor(Date.now() / 1000) } : body;
  },
  noProofs: async (/** @type {Json} */ { dpop_signing_alg_values_supported: _gone, ...body }) => body,
};

/** @param {string} text @returns {Json | null} */
const jsonOf = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Lets a JSON answer be altered before it goes out.
 * @param {import('node:http').ServerResponse} response
 * @param {(body: Json) => Promise<Json>} alter
 */
export function altering(response, alter) {
  const end = response.end.bind(response);
  response.end = (/** @type {any[]} */ ...given) => {
    const [chunk] = given;
    const text = Buffer.isBuffer(chunk) || typeof chunk === 'string' ? chunk.toString() : '';
    const json = response.statusCode === 200 ? jsonOf(text) : null;
    if (json === null) return end(...given);
    void Promise.resolve(alter(json)).then((body) => {
      const altered = JSON.stringify(body);
      response.setHeader('content-length', Buffer.byteLength(altered));
      end(altered);
    });
    return response;
  };
}
