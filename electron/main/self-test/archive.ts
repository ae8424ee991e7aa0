import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { sound, wrong, type Finding } from './check.js';

/** An entry of an asar's header: a folder, a file in the archive, or one beside it. Offsets are decimal text, sizes bytes. */
interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly offset?: string;
  readonly size?: number;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly algorithm: string; readonly hash: string };
}

const leaves = (entry: Entry, path: string): [string, Entry][] =>
  entry.files
    ? Object.entries(entry.files).flatMap(([name, each]) => leaves(each, path === '' ? name : `${path}/${name}`))
    : [[path, entry]];

const readAt = async (file: FileHandle, length: number, position: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Two pickles: the size of the header, then the header, itself a text behind its length. */
const preamble = 16;

const alteredIn = async (file: FileHandle): Promise<readonly string[]> => {
  const sizes = await readAt(file, preamble, 0);
  const header = JSON.parse((await readAt(file, sizes.readUInt32LE(12), preamble)).toString()) as Entry;
  const start = 8 + sizes.readUInt32LE(4);
  const altered: string[] = [];
  for (const [path, entry] of leaves(header, '')) {
    if (entry.unpacked) continue; // native modules: their hashes are asked for when they are loaded
    const bytes = await readAt(file, entry.size ?? 0, start + Number(entry.offset));
    if (sha256(bytes) !== entry.integrity?.hash) altered.push(path);
  }
  return altered;
};

/**
 * Whether every file in the archive has the hash that the archive's header names. It finds what a bad disk or a hasty hand changed; who
 * writes the header anew is found by the package's signature alone.
 * @param path of the archive, on a file system that does not look into it
 */
export const checkArchive = async (path: string): Promise<Finding> => {
  const file = await open(path);
  try {
    const altered = await alteredIn(file);
    return altered.length === 0 ? sound('every file has its hash') : wrong(`altered: ${altered.join(', ')}`);
  } finally {
    await file.close();
  }
};
