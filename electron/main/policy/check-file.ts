import { readFileSync, statSync } from 'node:fs';
import { checkPolicy } from './check.js';
import { decodeUtf8 } from './decode.js';
import { refused, type LoadedPolicy } from './policy.js';
import { accessProblem, mostBytes } from './policy-file.js';
import { problemOf } from './problem.js';
import { policyView } from './view.js';

const read = (file: string) => {
  const found = statSync(file);
  if (!found.isFile()) return problemOf(file, 'not-a-file', file);
  if (found.size > mostBytes) return problemOf(file, 'too-large', `${found.size} > ${mostBytes}`);
  return decodeUtf8(readFileSync(file)) ?? problemOf(file, 'not-json', 'not UTF-8');
};

const readDraft = (file: string) => {
  try {
    return read(file);
  } catch (error) {
    return accessProblem(file, error);
  }
};

/** Checks a draft, wherever it lies and whosever it is, as if it were all the policy there is. */
export const checkFile = (file: string): Omit<LoadedPolicy, 'authorities'> => {
  const text = readDraft(file);
  if (typeof text !== 'string') return refused([text]);
  const checked = checkPolicy(text, file);
  if (!checked.ok) return refused(checked.problems);
  const { policy, layers } = checked;
  return { policy, layers, state: { ok: true, view: policyView(policy, layers) } };
};
