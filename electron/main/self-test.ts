import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { ok, type Result } from '../../shared/result.js';
import { disk } from './audit/durable-file.js';
import { prepareFolder } from './audit/journal-folder.js';
import { lockJournal } from './audit/journal-lock.js';
import { readJournal } from './audit/read-journal.js';
import { composeRelay } from './compose-relay.js';
import { createKeychain } from './credentials/keychain.js';
import { createNetwork } from './network/network.js';
import { places, type Places } from './places.js';
import { allowedBy } from './policy/hosts.js';
import { loadPolicy, type LoadedPolicy } from './policy/policy.js';
import { asLines } from './policy/report.js';
import { isWritable, profileFolder } from './profile.js';
import { createNetSend } from './registry/net-transport.js';
import { checkArchive } from './self-test/archive.js';
import { runChecks, sound, unchecked, wrong, type Check, type Checked, type Finding } from './self-test/check.js';
import { judgeFuses, readFuses } from './self-test/fuse-wire.js';
import { checkSandbox } from './self-test/sandbox.js';
import { serverChecks } from './self-test/servers.js';
import { stateChecks } from './self-test/state.js';

/** What the build decided of every fuse, by its number. */
declare const FUSES: Readonly<Record<string, unknown>>;

/** The program of a macOS bundle is small; its fuses are in the framework. */
const programFile = (): string =>
  process.platform === 'darwin'
    ? join(process.execPath, '../../Frameworks/Electron Framework.framework/Electron Framework')
    : process.execPath;

const checkProgram = (): readonly Check[] => {
  const installed = (run: () => Promise<Finding>) => () =>
    app.isPackaged ? run() : unchecked('this is a run from source');
  return [
    {
      name: 'archive',
      run: installed(async () => {
        process.noAsar = true;
        return checkArchive(app.getAppPath()).finally(() => (process.noAsar = false));
      }),
    },
    {
      name: 'fuses',
      run: installed(async () => {
        const wire = await readFuses(programFile());
        return wire === null ? wrong('the program has none') : judgeFuses(wire, FUSES);
      }),
    },
  ];
};

const sandboxCheck: Check = {
  name: 'sandbox',
  run: async () => {
    const window = new BrowserWindow({ show: false });
    const told = (pid: number) => app.getAppMetrics().find((each) => each.pid === pid)?.sandboxed;
    // It stays until the process ends: the last window that goes takes the process along.
    return checkSandbox(window, process.platform, told);
  },
};

const profileCheck: Check = {
  name: 'profile',
  run: () => {
    const folder = profileFolder();
    return isWritable(folder) ? sound(folder) : wrong(`cannot be written: ${folder}`);
  },
};

const lockOnce = async (folder: string): Promise<Result<void>> => {
  const lock = await lockJournal(folder);
  if (lock.ok) await lock.value.release();
  return lock.ok ? ok(undefined) : lock;
};

const stateOf = ({ journalFolder: folder, keychainService: service }: Places): readonly Check[] =>
  stateChecks({
    prepare: () => prepareFolder(folder),
    read: () => readJournal(disk, folder),
    lock: () => lockOnce(folder),
    keychain: createKeychain({ service }),
  });

const policyCheck = ({ policy, state }: LoadedPolicy): Check => ({
  name: 'policy',
  run: () => (policy ? sound(policy.version) : wrong(asLines(state).trimEnd().replaceAll('\n', '; '))),
});

const serversOf = ({ policy, authorities }: LoadedPolicy): readonly Check[] => {
  if (!policy) return [{ name: 'registry', run: () => unchecked('without a policy it has no name') }];
  const clientCertificate = policy.network.clientCertificate;
  const network = createNetwork({ allows: allowedBy(policy), authorities, clientCertificate });
  const greet = async () => composeRelay(policy, network)?.greet() ?? ok(undefined);
  return serverChecks(policy, { ask: createNetSend({ network }), greet });
};

/** Looks at everything an installed desk needs before an agent does, and changes nothing: it makes no more than the folders that the desk would. Wants `setSelfTest` before. */
export const selfTest = async (): Promise<readonly Checked[]> => {
  const here = places(app, process);
  const loaded = loadPolicy(here);
  await app.whenReady();
  return runChecks([
    ...checkProgram(),
    sandboxCheck,
    profileCheck,
    policyCheck(loaded),
    ...stateOf(here),
    ...serversOf(loaded),
  ]);
};
