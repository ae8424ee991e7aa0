import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.js';
import { loadNative } from '../native/native-module.js';
import { diskFailure } from './disk-failure.js';

export interface Lock {
  release(): Promise<void>;
}

/** Held in a file of its own: on Windows a lock also keeps others from reading what is locked. */
const lockName = 'lock';

/**
 * Takes the operating system's lock on the journal; it ends with the process, however that ends.
 * Fails with `audit-in-use` when another holds it, with `audit-unavailable` when there is no lock to be had,
 * with `program-altered` when what takes it is not what was built.
 */
export const lockJournal = async (folder: string): Promise<Result<Lock>> => {
  try {
    const file = await open(join(folder, lockName), 'a', 0o600);
    const locked = tryLock(file);
    if (!locked.ok) await file.close();
    return locked;
  } catch (cause) {
    return diskFailure(cause);
  }
};

/** What is used of fs-native-extensions: an exclusive lock on a range of an open file; throws EAGAIN when another holds it. */
interface Locks {
  tryLock(fd: number, offset: number, length: number, exclusive: boolean): void;
}

const wholeFile = [0, 0] as const;

const tryLock = (file: FileHandle): Result<Lock> => {
  // Loaded late: where it is not what was built, or there is none, the desk must still open and say so.
  const locks = loadNative<Locks>('fs-native-extensions', 'audit-unavailable');
  if (!locks.ok) return locks;
  try {
    locks.value.tryLock(file.fd, ...wholeFile, true);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EAGAIN') return fail('audit-in-use');
    throw cause;
  }
  return ok({ release: () => file.close() });
};
