import { join } from 'node:path';
import type { App } from 'electron';
import { journalFolder } from './audit/journal-folder.js';
import { machinePolicyFile, type Trust } from './policy/policy-file.js';

export interface Places {
  readonly platform: NodeJS.Platform;
  readonly policyFile: string;
  readonly trust: Trust;
  readonly journalFolder: string;
  readonly keyFolder: string;
  /** The name its keys go by in the keychain. */
  readonly keychainService: string;
}

const option = (argv: readonly string[], name: string): string | undefined =>
  argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/**
 * Where things are. An installed desk takes the machine's policy and no other; a run from source may name a policy
 * on the command line, because whoever can start another program in place of the desk needs no policy at all.
 */
export const places = (app: Pick<App, 'isPackaged' | 'getPath'>, process: NodeJS.Process): Places => {
  const { platform, env, argv } = process;
  const named = app.isPackaged ? undefined : option(argv, 'policy');
  const journal = journalFolder(platform, env, app.getPath('home'));
  return {
    platform,
    policyFile: named ?? machinePolicyFile(platform),
    trust: { ownUid: app.isPackaged ? null : (process.getuid?.() ?? 0) },
    journalFolder: journal,
    keyFolder: join(journal, '..', 'keys'),
    // A trial from source never touches the keys of a desk that is installed beside it.
    keychainService: app.isPackaged ? 'tunniste' : 'tunniste-trial',
  };
};
