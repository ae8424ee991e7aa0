import type { ProxyConfig } from 'electron';
import { proxyConfigOf } from './ways.js';

/**
 * Lets a session go the ways that are known, one more with each call; done when that is in force. Rejects as `setProxy` does; what could
 * not be set is set again with the next call.
 */
export const createProxySetting = (
  setProxy: (config: ProxyConfig) => Promise<void>,
): ((origin: string, way: string) => Promise<void>) => {
  const ways = new Map<string, string>();
  let known = 0;
  let inForce = 0;
  let setting: Promise<void> = Promise.resolve();

  const set = async (): Promise<void> => {
    if (inForce === known) return;
    const wanted = known;
    await setProxy(proxyConfigOf(ways));
    inForce = wanted;
  };

  return (origin, way) => {
    if (ways.get(origin) !== way) {
      ways.set(origin, way);
      known += 1;
    }
    setting = setting.then(set, set);
    return setting;
  };
};
