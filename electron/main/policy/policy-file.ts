import { constants } from 'node:fs';
import { access, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PolicyProblem } from '../../../shared/desk-state.js';

/** Where IT puts the policy: a place that an agent cannot write to, by each system's convention. */
export const machinePolicyFile = (platform: NodeJS.Platform): string => {
  if (platform === 'win32') return 'C:\\ProgramData\\Tunniste\\policy.json';
  if (platform === 'darwin') return '/Library/Application Support/Tunniste/policy.json';
  return '/etc/tunniste/policy.json';
};

type Kind = PolicyProblem['kind'];
const problem = (kind: Kind, detail: string): PolicyProblem => ({ path: '', line: null, kind, detail });

/** Whose file the desk trusts: root's, and on a run from source the developer's own. */
export interface Trust {
  readonly ownUid: number | null;
}

const writableByGroupOrOthers = 0o022;
/** On a folder: others may add files, not replace ours. On a file it means nothing. */
const sticky = 0o1000;

/** A file is as safe as the folder it could be replaced in. */
const posixProblem = async (path: string, trust: Trust, harmless = 0): Promise<PolicyProblem | null> => {
  const { uid, mode } = await stat(path);
  if (uid !== 0 && uid !== trust.ownUid) return problem('foreign-owner', `${path}: uid ${uid}`);
  const open = (mode & writableByGroupOrOthers) !== 0 && (mode & harmless) === 0;
  return open ? problem('writable-by-others', `${path}: mode ${(mode & 0o7777).toString(8)}`) : null;
};

/** Windows has no mode bits to read: who can open the file for writing can write it. */
const windowsProblem = async (path: string): Promise<PolicyProblem | null> => {
  const handle = await open(path, constants.O_RDWR).catch(() => null);
  await handle?.close();
  return handle ? problem('writable-by-others', path) : null;
};

const ownershipProblem = async (
  file: string,
  platform: NodeJS.Platform,
  trust: Trust,
): Promise<PolicyProblem | null> => {
  if (platform === 'win32') return trust.ownUid === null ? windowsProblem(file) : null;
  return (await posixProblem(file, trust)) ?? posixProblem(dirname(file), trust, sticky);
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** The policy's text, or why it cannot be trusted or read. */
export const readPolicyFile = async (
  file: string,
  platform: NodeJS.Platform,
  trust: Trust,
): Promise<string | PolicyProblem> => {
  try {
    await access(file, constants.R_OK);
    return (await ownershipProblem(file, platform, trust)) ?? (await readFile(file, 'utf8'));
  } catch (error) {
    const code = codeOf(error);
    return problem(code === 'ENOENT' ? 'missing-file' : 'unreadable-file', `${file}: ${code}`);
  }
};
