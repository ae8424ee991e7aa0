import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument, type Read } from './document.js';
import type { Machine } from './machine.js';
import { accessProblem, folderProblem, readPolicyFile } from './policy-file.js';
import { codeOf, problemOf } from './problem.js';

const readFile = (file: string, machine: Machine): Read => {
  const text = readPolicyFile(file, machine);
  return typeof text === 'string' ? readDocument({ source: file, text }) : { ok: false, problems: [text] };
};

const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();

/** Every `*.json` of the folder, in the order of their names (by code unit). No folder is no managed policy. */
export const readManagedFolder = (folder: string, machine: Machine): Read[] => {
  try {
    const found = lstatSync(folder);
    if (found.isSymbolicLink()) return [{ ok: false, problems: [problemOf(folder, 'is-link', folder)] }];
    if (!found.isDirectory()) return [{ ok: false, problems: [problemOf(folder, 'not-a-file', folder)] }];
    const problem = folderProblem(folder, folder, machine);
    if (problem) return [{ ok: false, problems: [problem] }];
    return namesIn(folder).map((name) => readFile(join(folder, name), machine));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : [{ ok: false, problems: [accessProblem(folder, error)] }];
  }
};
