import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PolicyProblem } from '../../../shared/desk-state.js';
import { decodeUtf8 } from './decode.js';
import type { Machine, Trust } from './machine.js';
import { codeOf, problemOf } from './problem.js';
import { windowsProblem } from './windows-access.js';

/** Bytes. A policy of any shop is a few thousand. */
export const mostBytes = 1024 * 1024;

const writableByGroupOrOthers = 0o022;
/** On a folder: others may add files, not replace ours. On a file it means nothing. */
const sticky = 0o1000;

interface Owned {
  readonly uid: number;
  readonly mode: number;
}

const ownedProblem = (source: string, path: string, { uid, mode }: Owned, trust: Trust, harmless = 0) => {
  if (uid !== 0 && uid !== trust.ownUid) return problemOf(source, 'foreign-owner', `${path}: uid ${uid}`);
  const open = (mode & writableByGroupOrOthers) !== 0 && (mode & harmless) === 0;
  return open ? problemOf(source, 'writable-by-others', `${path}: mode ${(mode & 0o7777).toString(8)}`) : null;
};

/** The folder and all above it. */
const upwards = (folder: string): string[] => {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
};

/** A file is as safe as every folder on the way to it, as it is written and as it really leads. */
export const folderProblem = (source: string, folder: string, { platform, trust }: Machine): PolicyProblem | null => {
  if (platform === 'win32') return null; // told by the access lists
  for (const each of new Set([...upwards(folder), ...upwards(realpathSync(folder))])) {
    const problem = ownedProblem(source, each, statSync(each), trust, sticky);
    if (problem) return problem;
  }
  return null;
};

/** The bytes of the file that was looked at, whatever its name leads to by now; FIFOs and devices keep nobody waiting. */
const readOpened = (file: string, machine: Machine): Uint8Array | PolicyProblem => {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const opened = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = fstatSync(opened);
    if (!found.isFile()) return problemOf(file, 'not-a-file', file);
    const problem =
      machine.platform === 'win32' ? windowsProblem(file, machine) : ownedProblem(file, file, found, machine.trust);
    if (problem) return problem;
    const bytes = found.size > mostBytes ? null : readFileSync(opened);
    return bytes && bytes.length <= mostBytes ? bytes : problemOf(file, 'too-large', `${found.size} > ${mostBytes}`);
  } finally {
    closeSync(opened);
  }
};

const readChecked = (file: string, machine: Machine): Uint8Array | PolicyProblem => {
  if (lstatSync(file).isSymbolicLink()) return problemOf(file, 'is-link', file);
  const read = readOpened(file, machine);
  return read instanceof Uint8Array ? (folderProblem(file, dirname(file), machine) ?? read) : read;
};

/** Why something could not be looked at. */
export const accessProblem = (source: string, error: unknown): PolicyProblem => {
  const code = codeOf(error);
  if (code === 'unknown') throw error;
  if (code === 'ELOOP') return problemOf(source, 'is-link', source);
  return problemOf(source, code === 'ENOENT' ? 'missing-file' : 'unreadable-file', `${source}: ${code}`);
};

/** The file's bytes, or why it cannot be trusted or read. */
export const readTrusted = (file: string, machine: Machine): Uint8Array | PolicyProblem => {
  try {
    return readChecked(file, machine);
  } catch (error) {
    return accessProblem(file, error);
  }
};

/** The same for a file of text. */
export const readPolicyFile = (file: string, machine: Machine): string | PolicyProblem => {
  const read = readTrusted(file, machine);
  return read instanceof Uint8Array ? (decodeUtf8(read) ?? problemOf(file, 'not-json', 'not UTF-8')) : read;
};
