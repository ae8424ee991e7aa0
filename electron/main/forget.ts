import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { app } from 'electron';
import { ok, type Result } from '../../shared/result.js';
import { createAuditLog } from './audit/audit-log.js';
import { onDisk } from './audit/durable-file.js';
import { createJournal } from './audit/journal.js';
import { createKeyFile } from './credentials/key-file.js';
import { createKeychain } from './credentials/keychain.js';
import { forgetKey } from './credentials/open-ring.js';
import type { Places } from './places.js';
import { createRequestStore } from './requests/request-store.js';
import { countUnsent } from './requests/unsent.js';

/** How many of this account's requests would be lost. Fails with `disk-low` or `requests-unavailable`. */
export const unsentRequests = ({ requestFolder: folder }: Places): Promise<Result<number>> | Result<number> =>
  existsSync(folder) ? countUnsent(createRequestStore({ folder, place: onDisk.place })) : ok(0);

/** What was sealed cannot be opened afterwards: that stands in the journal before it is so. */
const record = async ({ journalFolder, keyFolder, keychainService }: Places): Promise<Result<void>> => {
  if (!existsSync(journalFolder)) return ok(undefined);
  const { username: agent } = userInfo();
  const stamp = () => ({ agent, role: null, desk: hostname(), app: app.getVersion(), policy: null });
  const keychain = createKeychain({ service: keychainService });
  const keys = createKeyFile({ folder: keyFolder, keychain, ...onDisk });
  const audit = createAuditLog({ journal: createJournal({ folder: journalFolder, stamp }), keys, stamp });
  const recorded = await audit.record({ type: 'keys.forgotten' });
  await audit.close();
  return recorded.ok ? ok(undefined) : recorded;
};

/**
 * Takes the desk's key out of the keychain and removes all it keeps for this account but the journal. Fails with `audit-in-use` while the
 * desk is open, and as the journal and the keychain do; then nothing was removed.
 * @param profiles the folders of Chromium's own files, the desk's and this command's
 */
export const forget = async (here: Places, profiles: readonly string[]): Promise<Result<void>> => {
  const recorded = await record(here);
  if (!recorded.ok) return recorded;
  const forgotten = await forgetKey(createKeychain({ service: here.keychainService }));
  if (!forgotten.ok) return forgotten;
  const folders = [here.keyFolder, here.requestFolder, here.reportFolder, ...profiles];
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  return ok(undefined);
};
