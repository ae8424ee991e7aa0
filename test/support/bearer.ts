import type { AccessToken } from '../../electron/main/registry/registry.js';
import { fail, ok, type Result } from '../../shared/result.js';

/** A token as the registry asks for one; null is nobody signed in. */
export const bearer = (token: string | null) => (): Promise<Result<AccessToken>> =>
  Promise.resolve(token === null ? fail('not-signed-in') : ok({ value: token, prove: null }));
