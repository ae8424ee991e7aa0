import { spawnSync } from 'node:child_process';

export type Ran = { readonly ok: true; readonly out: Uint8Array } | { readonly ok: false; readonly why: string };

interface Command {
  /** With its whole path: what the agent's environment calls by that name is not asked. */
  readonly file: string;
  readonly args: readonly string[];
  /** All that it sees of the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** For `cmd.exe`, which has rules of its own for quoting. */
  readonly verbatim?: boolean;
}

/** Runs one of the system's own programs to its end, ten seconds at most; only one that ends with 0 has answered. */
export type RunProgram = (command: Command) => Ran;

const patience = 10_000;
const most = 4 * 1024 * 1024;

export const runProgram: RunProgram = ({ file, args, env, verbatim = false }) => {
  const { error, status, signal, stdout } = spawnSync(file, args, {
    env,
    timeout: patience,
    killSignal: 'SIGKILL',
    maxBuffer: most,
    windowsHide: true,
    windowsVerbatimArguments: verbatim,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (error) return { ok: false, why: 'code' in error ? String(error.code) : error.name };
  return status === 0 ? { ok: true, out: stdout } : { ok: false, why: `ended with ${status ?? signal ?? 'nothing'}` };
};
