import { createHash } from 'node:crypto';
import type { GrowingFile } from '../audit/durable-file.js';

/** So much is written at once, in characters: texts come in small pieces, and turning each into bytes costs more than all of them together. */
const chunk = 256 * 1024;

/** Text on its way into a file, and the SHA-256 of all of it. */
export const createOutlet = (file: Pick<GrowingFile, 'append'>) => {
  const hash = createHash('sha256');
  let waiting = '';
  const put = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    await file.append(bytes);
  };
  const flush = async (): Promise<void> => {
    const text = waiting;
    waiting = '';
    if (text !== '') await put(Buffer.from(text));
  };
  return {
    write: async (text: string | Uint8Array): Promise<void> => {
      if (typeof text === 'string') waiting += text;
      if (typeof text !== 'string' || waiting.length >= chunk) await flush();
      if (typeof text !== 'string') await put(text);
    },
    flush,
    digest: (): string => hash.digest('hex'),
  };
};
