import { createScanner, openFolder, type Until } from '../../../evidence/folder.js';
import { parseVerifierKey } from '../../../evidence/note.js';
import type { Report } from '../../../evidence/report.js';
import { verifyJournal } from '../../../evidence/verify.js';

/** What there is to verify, as another thread can be told it. */
export interface Asked {
  readonly folder: string;
  /** Who signs for it, as a C2SP verifier key. */
  readonly key: string;
  readonly until: Until;
}

/**
 * Verifies all of a journal up to some time, as the stand-alone verifier does.
 * @param onProgress told the number of the last entry that is verified
 * @throws the file system's error
 */
export const checkFolder = ({ folder, key, until }: Asked, onProgress: (seq: number) => void): Promise<Report> => {
  const scan = createScanner(folder, until);
  const known = parseVerifierKey(key);
  return verifyJournal({
    source: openFolder(folder, until),
    scan: async (number) => scan(number),
    keys: known ? [known] : [],
    onProgress,
  });
};
