import { createRequire } from 'node:module';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.js';
import { diskFailure } from './disk-failure.js';

export interface Lock {
  release(): Promise<void>;
}

/** Held in a file of its own: on Windows a lock also keeps others from reading what is locked. */
const lockName = 'lock';

/**
 * Takes the operating system's lock on the journal; it ends with the process, however that ends.
 * Fails with `audit-in-use` when another holds it, with `audit-unavailable` when there is no lock to be had.
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

const tryLock = (file: FileHandle): Result<Lock> => {
  const native = loadNative();
  if (native === null) return fail('audit-unavailable');
  return native.tryLock(file.fd) ? ok({ release: () => file.close() }) : fail('audit-in-use');
};

/** Loaded late: on a platform it was not built for, the desk must still open and say so. */
const loadNative = (): typeof import('fs-native-extensions') | null => {
  try {
    return createRequire(import.meta.url)('fs-native-extensions') as typeof import('fs-native-extensions');
  } catch {
    return null;
  }
};
