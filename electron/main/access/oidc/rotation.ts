import type { CustomFetch } from 'openid-client';

/** The refresh token of a token endpoint's answer (RFC 6749 §5.1); null when there is none. */
const refreshTokenIn = async (answer: Response): Promise<string | null> => {
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok || typeof body !== 'object' || body === null || !('refresh_token' in body)) return null;
  const { refresh_token: token } = body;
  return typeof token === 'string' && token !== '' ? token : null;
};

/**
 * Keeps a new refresh token before anything else of the answer is looked at. From its coming on the old one is good no more, and using that
 * again ends the session for good (RFC 9700 §4.14.2), whatever then fails: the ID token's check, the signing keys, the user info.
 */
export const keepingRotated =
  (fetch: CustomFetch, tokenEndpoint: string | undefined, keep: (refreshToken: string) => Promise<void>): CustomFetch =>
  async (url, options) => {
    const answer = await fetch(url, options);
    const rotated = url === tokenEndpoint ? await refreshTokenIn(answer.clone()) : null;
    if (rotated !== null) await keep(rotated);
    return answer;
  };
