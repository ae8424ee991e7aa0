import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.js';
import { onDisk } from './audit/durable-file.js';
import { prepareFolder } from './audit/journal-folder.js';
import { lockJournal, type Lock } from './audit/journal-lock.js';
import { createKeyFile } from './credentials/key-file.js';
import { createKeychain } from './credentials/keychain.js';
import type { Places } from './places.js';

const lockDesk = async (folder: string): Promise<Result<Lock>> => {
  const prepared = await prepareFolder(folder);
  return prepared.ok ? lockJournal(folder) : prepared;
};

/**
 * The seed of the desk's signing key, made when there is none. Whoever holds the journal alone writes the key file: beside an open desk what is
 * there is read. Fails with `audit-in-use` when the open desk has no such key, or as the journal's folder and the key file do.
 */
export const deviceSeed = async (here: Places): Promise<Result<Uint8Array>> => {
  const lock = await lockDesk(here.journalFolder);
  const isOpen = !lock.ok && lock.error.code === 'audit-in-use';
  if (!lock.ok && !(isOpen && existsSync(join(here.keyFolder, 'keys.sealed')))) return lock;
  const keys = createKeyFile({
    folder: here.keyFolder,
    keychain: createKeychain({ service: here.keychainService }),
    ...onDisk,
  });
  const opened = await keys.open();
  if (!opened.ok) return opened;
  if (!isOpen) return keys.makeDeviceKey();
  const seed = keys.deviceKey();
  return seed ? ok(seed) : fail('audit-in-use');
};
