import { fail, ok, type Result } from '../../../shared/result.js';
import type { RequestSafe } from '../requests/request-safe.js';
import type { KeyFile } from './key-file.js';
import { closeBox, openBox } from './sealed-box.js';

type Keys = Pick<KeyFile, 'open' | 'requestKey' | 'makeRequestKey' | 'keepRequestKeys' | 'dropRequestKey'>;

/** Seals each request under a key of its own, so that dropping the key is the end of it. Opens the key file by itself. */
export const createRequestSafe = (keys: Keys): RequestSafe => {
  const opened = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    const open = await keys.open();
    return open.ok ? work() : open;
  };
  return {
    seal: (id, content) =>
      opened(async () => {
        const key = await keys.makeRequestKey(id);
        return key.ok ? ok(closeBox(Buffer.from(content), key.value).toString('base64url')) : key;
      }),
    unseal: (id, sealed) =>
      opened(async () => {
        const key = keys.requestKey(id);
        const content = key && openBox(Buffer.from(sealed, 'base64url'), key);
        return content === null ? fail('request-unreadable') : ok(content.toString('utf8'));
      }),
    shred: (id) => opened(() => keys.dropRequestKey(id)),
    shredAllBut: (ids) => opened(() => keys.keepRequestKeys(ids)),
  };
};
