import { createHash } from 'node:crypto';
import type { GrowingFile } from '../audit/durable-file.js';

/** So much is written at once, in bytes. */
const chunkBytes = 256 * 1024;

/** Text on its way into a file, and the SHA-256 of all of it. */
export const createOutlet = (file: Pick<GrowingFile, 'append'>) => {
  const hash = createHash('sha256');
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    hash.update(bytes);
    if (bytes.length > 0) await file.append(bytes);
  };
  return {
    write: async (text: string | Uint8Array): Promise<void> => {
      const bytes = Buffer.from(text);
      waiting.push(bytes);
      size += bytes.length;
      if (size >= chunkBytes) await flush();
    },
    flush,
    digest: (): string => hash.digest('hex'),
  };
};
