import { ok, type Result } from '../../../shared/result.js';
import { deviceKey, type DeviceKey } from './device-key.js';
import type { KeyFile } from './key-file.js';

/**
 * The desk's signing key, from its seed in the key file; one is made where an older file has none. Null while the key file is not open, and
 * without an organisation to sign for. Fails as writing the key file does.
 */
export const signingKey = (
  keys: Pick<KeyFile, 'isOpen' | 'makeDeviceKey' | 'successions'>,
  domain: string | undefined,
): (() => Promise<Result<DeviceKey> | null>) => {
  let made: DeviceKey | null = null;
  return async () => {
    if (made) return ok(made);
    if (!keys.isOpen() || domain === undefined) return null;
    const seed = await keys.makeDeviceKey();
    if (!seed.ok) return seed;
    made = deviceKey(domain, seed.value, keys.successions());
    return ok(made);
  };
};
