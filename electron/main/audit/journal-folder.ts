import { constants } from 'node:fs';
import { access, chmod, lstat, mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok, type Result } from '../../../shared/result.js';
import { diskFailure } from './disk-failure.js';
import { isOnNetwork } from './network-folder.js';
import { isSynced } from './synced-folder.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** `…/tunniste/audit` in the platform's place for state that stays on this machine (XDG Base Directory 0.8, Known Folders, File System Basics). */
export const journalFolder = (platform: NodeJS.Platform, env: Environment, home: string): string => {
  if (platform === 'win32')
    return path.win32.join(env['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local'), 'tunniste', 'audit');
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'tunniste', 'audit');
  const told = env['XDG_STATE_HOME'];
  const state = told !== undefined && path.posix.isAbsolute(told) ? told : path.posix.join(home, '.local', 'state');
  return path.posix.join(state, 'tunniste', 'audit');
};

const ownerOnly = 0o700;
const anyoneElse = 0o077;

/**
 * Makes the folder, for the owner alone. Fails with `audit-folder-unsafe` when others could read, sync or redirect it, with
 * `audit-unavailable` when it cannot be written.
 */
export const prepareFolder = async (folder: string): Promise<Result<void>> => {
  if (isSynced(folder) || isShare(folder)) return fail('audit-folder-unsafe');
  try {
    await mkdir(folder, { recursive: true, mode: ownerOnly });
    const safe = (await isPlain(folder)) && (await isOwnersAlone(folder)) && !(await isOnNetwork(folder));
    if (!safe) return fail('audit-folder-unsafe');
    await access(folder, constants.W_OK);
    return ok(undefined);
  } catch (cause) {
    return diskFailure(cause);
  }
};

/** A UNC path: another machine's folder. `\\?\` and `\\.\` are this machine's. */
const isShare = (folder: string): boolean =>
  /^[\\/]{2}(?:[?.][\\/]UNC[\\/]|[^\\/?.])/i.test(folder) && path.sep === '\\';

/** The two folders of ours are folders, not links; where the way to them really leads is looked at again. */
const isPlain = async (folder: string): Promise<boolean> => {
  const real = await realpath(folder);
  const expected = path.join(
    await realpath(path.dirname(path.dirname(folder))),
    path.basename(path.dirname(folder)),
    path.basename(folder),
  );
  return real === expected && !isSynced(real) && !isShare(real);
};

const isOwnersAlone = async (folder: string): Promise<boolean> => {
  if (process.getuid === undefined) return true; // Windows: %LOCALAPPDATA% is the owner's by its access list
  const { uid, mode } = await lstat(folder);
  if (uid !== process.getuid()) return false;
  if ((mode & anyoneElse) === 0) return true;
  await chmod(folder, ownerOnly).catch(() => undefined); // read-only: told by what is read back
  return ((await lstat(folder)).mode & anyoneElse) === 0;
};
