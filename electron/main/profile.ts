import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { places } from './places.js';

/** Where Chromium keeps what belongs to this account: the window's look, the index of the audit. */
export const profileFolder = (): string => join(app.getPath('appData'), app.getName());

/** Beside the journal, in place of the other: two desks on one journal share it, and Chromium lets only one of them open. */
export const spareProfileFolder = (): string => join(places(app, process).journalFolder, '..', 'profile');

/** Makes the folder if there is none. */
export const isWritable = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A folder that no other account can have made before. Chromium writes until the process has ended; what it wrote before then goes. */
const throwAway = (): string => {
  const folder = mkdtempSync(join(app.getPath('temp'), 'tunniste-profile-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A profile for this run alone. */
export const useThrowAway = (): void => app.setPath('userData', throwAway());

/** Null where that is none. */
const usable = (folder: () => string): string | null => {
  try {
    return isWritable(folder()) ? folder() : null;
  } catch {
    return null; // Electron makes the profile when it is asked where it is, or throws
  }
};

/**
 * Without a profile Chromium opens no window, and says nothing: where the home cannot be written the desk opens all the same, and tells what is wrong.
 * @param within the folder in the profile that is used in its place
 */
export const useProfile = (within = ''): void => {
  const own = usable(() => join(app.getPath('userData'), within));
  app.setPath('userData', own ?? usable(() => join(spareProfileFolder(), within)) ?? throwAway());
};
