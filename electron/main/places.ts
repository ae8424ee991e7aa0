import { join } from 'node:path';
import type { App } from 'electron';
import { journalFolder } from './audit/journal-folder.js';
import { machineManaged, machinePolicyFile, type Managed, type PolicyPlaces } from './policy/machine.js';

export interface Places extends PolicyPlaces {
  /** What is started in place of the system's browser; null for the browser itself. */
  readonly browser: string | null;
  readonly journalFolder: string;
  readonly keyFolder: string;
  readonly requestFolder: string;
  readonly deliveryFolder: string;
  /** Of what is known of reports that are being written. */
  readonly reportFolder: string;
  /** The name its keys go by in the keychain. */
  readonly keychainService: string;
}

const option = (argv: readonly string[], name: string): string | undefined =>
  argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/** Whether Chromium could start: on Linux it ends the process where there is no display. */
export const hasDisplay = ({ platform, env }: NodeJS.Process): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);

/** A run from source that names a file or a folder has what it names and nothing else. */
const policyPlaces = (
  platform: NodeJS.Platform,
  file: string | undefined,
  folder: string | undefined,
): Pick<PolicyPlaces, 'policyFile' | 'managed'> => {
  const isNamed = file !== undefined || folder !== undefined;
  const named: Managed | null = folder === undefined ? null : { kind: 'folder', folder };
  return isNamed
    ? { policyFile: file ?? null, managed: named }
    : { policyFile: machinePolicyFile(platform), managed: machineManaged(platform) };
};

/**
 * Where things are. An installed desk takes the machine's policy and the system's browser and no other; a run from source may name them
 * on the command line, because whoever can start another program in place of the desk needs no policy at all.
 */
export const places = (app: Pick<App, 'isPackaged' | 'getPath'>, process: NodeJS.Process): Places => {
  const { platform, env, argv } = process;
  const named = (name: string) => (app.isPackaged ? undefined : option(argv, name));
  const journal = journalFolder(platform, env, app.getPath('home'));
  return {
    platform,
    browser: named('browser') ?? null,
    ...policyPlaces(platform, named('policy'), named('policies')),
    trust: { ownUid: app.isPackaged ? null : (process.getuid?.() ?? 0) },
    journalFolder: journal,
    keyFolder: join(journal, '..', 'keys'),
    requestFolder: join(journal, '..', 'requests'),
    deliveryFolder: join(journal, '..', 'delivery'),
    reportFolder: join(journal, '..', 'reports'),
    // A trial from source never touches the keys of a desk that is installed beside it.
    keychainService: app.isPackaged ? 'tunniste' : 'tunniste-trial',
  };
};
