import type { PolicyProblem } from '../../../shared/desk-state.js';
import { decodeUtf8 } from './decode.js';
import { readDocument, type Read } from './document.js';
import { systemRoot, type Machine } from './machine.js';
import { problemOf } from './problem.js';
import { policySchema } from './schema.js';

const parent = 'HKLM\\Software\\Policies';

/** `reg.exe` writes in the console's code page, which may lack letters and does not say so; in UTF-8 it lacks none. */
const query = (key: string, { run }: Machine, ...flags: readonly string[]) => {
  const system = `${systemRoot}\\System32`;
  const line = [`"${system}\\chcp.com" 65001>nul`, `"${system}\\reg.exe" query "${key}" ${flags.join(' ')} /reg:64`];
  return run({
    file: `${system}\\cmd.exe`,
    args: ['/d', '/s', '/c', `"${line.join(' && ')}"`],
    env: { SystemRoot: systemRoot, PATH: system },
    verbatim: true,
  });
};

/** Whether that key of the policy takes any text: its value then needs no quotes. */
const isText = (name: string): boolean => {
  const shape: Readonly<Record<string, { safeParse(value: unknown): { success: boolean } }>> = policySchema.shape;
  return Object.hasOwn(shape, name) && shape[name]?.safeParse('text').success === true;
};

const refuse = (problem: PolicyProblem): Read => ({ ok: false, problems: [problem] });

/** One value of the key is one key of the policy: a text as it is, anything else as JSON. */
const readValue = (key: string, line: string): Read => {
  const [, name = '', type, text = ''] = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? [];
  const source = `${key}\\${name}`;
  if (type === undefined) return refuse(problemOf(key, 'unreadable-file', 'a value of more than one line'));
  if (type !== 'REG_SZ') {
    return refuse({ ...problemOf(source, 'wrong-value', `${type}, expected REG_SZ`), path: name });
  }
  return readDocument({ source, text: isText(name) ? JSON.stringify(text) : text, at: [name], lined: false });
};

/** `reg query KEY /s` lists the key's values below its name, then each subkey in the same way. */
const readAnswer = (key: string, answer: string): Read[] => {
  const lines = answer.split(/\r?\n/).filter(Boolean);
  const subkeys = lines.filter((line) => line.startsWith('HKEY_')).slice(1);
  const values = lines.filter((line) => !line.startsWith('HKEY_'));
  return [
    ...values.map((line) => readValue(key, line)),
    ...subkeys.map((line) => refuse(problemOf(line, 'unknown-key', 'expected values, not keys'))),
  ];
};

/**
 * The values of `HKLM\Software\Policies\<name>`. `reg.exe` ends with 1 both for a key that is not there and for one it may not read, so
 * the parent, which is always there, is asked first.
 */
export const readManagedRegistry = (name: string, machine: Machine): Read[] => {
  const key = `${parent}\\${name}`;
  const above = query(parent, machine);
  if (!above.ok) return [refuse(problemOf(parent, 'no-answer', `reg.exe: ${above.why}`))];
  // Byte by byte: what others may have written beside it hides no name of ours.
  const names = Buffer.from(above.out)
    .toString('latin1')
    .split(/\r?\n/)
    .map((line) => line.toLowerCase());
  if (!names.some((line) => line.endsWith(`\\policies\\${name.toLowerCase()}`))) return [];
  const asked = query(key, machine, '/s');
  if (!asked.ok) return [refuse(problemOf(key, 'no-answer', `reg.exe: ${asked.why}`))];
  const answer = decodeUtf8(asked.out);
  return answer === null ? [refuse(problemOf(key, 'not-json', 'not UTF-8'))] : readAnswer(key, answer);
};
