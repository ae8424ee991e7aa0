import { open } from 'node:fs/promises';
import { sound, wrong, type Finding } from './check.js';

/** What stands in every Electron before its fuses: a version, how many there are, then a character each. */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const longestWire = 2 + 255;
const chunk = 4 * 1024 * 1024;

/** The wire as text such as `01001`, or null when the program has none. */
export const readFuses = async (program: string): Promise<string | null> => {
  const file = await open(program);
  try {
    const buffer = Buffer.alloc(chunk + sentinel.length + longestWire);
    for (let at = 0; ; at += chunk) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      const seen = buffer.subarray(0, bytesRead);
      const found = seen.indexOf(sentinel);
      const isLast = bytesRead < buffer.length;
      if (found >= 0 && (found < chunk || isLast)) return wireAt(seen, found + sentinel.length);
      if (isLast) return null;
    }
  } finally {
    await file.close();
  }
};

const wireAt = (bytes: Buffer, position: number): string =>
  bytes.subarray(position + 2, position + 2 + (bytes[position + 1] ?? 0)).toString('latin1');

/** Every fuse that this runtime has must have been decided, and so. `r` in the wire is a fuse that was taken out of Electron. */
export const judgeFuses = (wire: string, decided: Readonly<Record<string, unknown>>): Finding => {
  const off = [...wire].flatMap((state, fuse) => {
    const asBuilt = typeof decided[fuse] === 'boolean' && state === (decided[fuse] ? '1' : '0');
    return asBuilt || state === 'r' ? [] : [fuse];
  });
  return off.length === 0 ? sound(`as built: ${wire}`) : wrong(`not as built: ${off.join(', ')} of ${wire}`);
};
