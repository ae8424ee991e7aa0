import { spawn } from 'node:child_process';
import { profile } from './desk.mjs';
import { command, type Home } from './person.mjs';
import { runtime } from './runtime.mjs';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly complaint: string;
}

/**
 * The app's program, started as that person starts it from a terminal, to its end.
 * @param env on top of what the person's programs see; undefined takes a name out
 */
export const startApp = async (
  home: Home,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Ended> => {
  const { path } = await runtime();
  const app = process.env['TUNNISTE_APP'] ?? '';
  const [file = '', ...args] = command(home.person, [path, ...profile(home), app, ...words]);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: { ...home.env, ...env }, cwd: home.path, timeout: 30_000 });
    const told = { out: '', complaint: '' };
    child.stdin.end();
    child.stdout.on('data', (part: Buffer) => (told.out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (told.complaint += part.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...told }));
  });
};
