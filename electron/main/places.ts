import { join } from 'node:path';
import type { App } from 'electron';
import { journalFolder } from './audit/journal-folder.js';
import { machinePolicyFile, type Trust } from './policy/policy-file.js';

export interface Places {
  readonly platform: NodeJS.Platform;
  readonly policyFile: string;
  /** What is started in place of the system's browser; null for the browser itself. */
  readonly browser: string | null;
  readonly trust: Trust;
  readonly journalFolder: string;
  readonly keyFolder: string;
  /** The name its keys go by in the keychain. */
  readonly keychainService: string;
}

const option = (argv: readonly string[], name: string): string | undefined =>
  argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/**
 * Where things are. An installed desk takes the machine's policy and the system's browser and no other; a run from source may name them
 * on the command line, because whoever can start another program in place of the desk needs no policy at all.
 */
export const places = (app: Pick<App, 'isPackaged' | 'getPath'>, process: NodeJS.Process): Places => {
  const { platform, env, argv } = process;
  const named = app.isPackaged ? undefined : option(argv, 'policy');
  const browser = app.isPackaged ? undefined : option(argv, 'browser');
  const journal = journalFolder(platform, env, app.getPath('home'));
  return {
    platform,
    browser: browser ?? null,
    policyFile: named ?? machinePolicyFile(platform),
    trust: { ownUid: app.isPackaged ? null : (process.getuid?.() ?? 0) },
    journalFolder: journal,
    keyFolder: join(journal, '..', 'keys'),
    // A trial from source never touches the keys of a desk that is installed beside it.
    keychainService: app.isPackaged ? 'tunniste' : 'tunniste-trial',
  };
};
