import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseVerifierKey, type NoteKey } from '../evidence/note.js';

/** After BSD's sysexits.h, where it has a word for it. */
export const exitCodes = { sound: 0, unsound: 1, usage: 64, noInput: 66, bug: 70 } as const;

export const help = `Usage: tunniste-audit verify FOLDER --key KEY [--checkpoint FILE] [--json]
       tunniste-audit prove SEQ FOLDER --key KEY [--json]
       tunniste-audit check-proof FILE --key KEY [--json]
       tunniste-audit subject PSEUDONYM… FOLDER --key KEY [--json]

Checks a Tunniste desk's journal without the desk: no network, no keychain, nothing is changed.

  verify       Whether each entry follows from the one before and all are as the desk signed them. Says
               which entry is the first that is not. With a checkpoint that was kept elsewhere also
               whether the journal still goes so far.
  prove        Print a proof (C2SP tlog-proof) that entry number SEQ stands in the journal. It holds
               that entry and nothing of the others.
  check-proof  Whether such a proof holds. Needs the proof and the key alone.
  subject      List the entries about a person, by the pseudonyms that the desk tells of.

  --key KEY          What "tunniste --device-key" prints, or @FILE that holds it. May be repeated.
  --checkpoint FILE  A signed note of the desk's.
  --json             One JSON object.

Exit codes: 0 sound, or the proof holds · 1 not so · 64 wrong usage · 66 cannot be read · 70 a bug.
Progress goes to the standard error output.
`;

export interface Asked {
  readonly command: 'verify' | 'prove' | 'check-proof' | 'subject';
  /** What the command is about, without the path. */
  readonly words: readonly string[];
  readonly path: string;
  readonly keys: readonly NoteKey[];
  readonly checkpoint: string | undefined;
  readonly json: boolean;
}

const commands: Readonly<Record<Asked['command'], (words: readonly string[]) => boolean>> = {
  verify: (words) => words.length === 0,
  'check-proof': (words) => words.length === 0,
  prove: ([seq = '', ...more]) => /^[1-9]\d{0,15}$/.test(seq) && more.length === 0,
  subject: (words) => words.length > 0 && words.every((word) => /^[A-Za-z0-9_-]{43}$/.test(word)),
};

const isCommand = (word: string | undefined): word is Asked['command'] =>
  word !== undefined && Object.hasOwn(commands, word);

const keyIn = (word: string): NoteKey | null =>
  parseVerifierKey(word.startsWith('@') ? readFileSync(word.slice(1), 'utf8') : word);

/** A text is what is wrong with the command line; empty when help was asked for. @throws the file system's error */
export const readCommandLine = (words: readonly string[]): Asked | string => {
  const parsed = parse(words);
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.help) return '';
  if (!isCommand(command)) return command === undefined ? 'a command is missing' : `no such command: ${command}`;
  const path = rest.pop();
  if (path === undefined || !commands[command](rest)) return `not understood: ${positionals.join(' ')}`;
  const keys = (values.key ?? []).map(keyIn);
  if (keys.length === 0) return '--key is missing: what "tunniste --device-key" prints';
  if (keys.includes(null)) return '--key is no Ed25519 verifier key';
  const checkpoint = values.checkpoint === undefined ? undefined : readFileSync(values.checkpoint, 'utf8');
  const known = keys.filter((key) => key !== null);
  return { command, words: rest, path, keys: known, checkpoint, json: values.json ?? false };
};

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true },
        checkpoint: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
