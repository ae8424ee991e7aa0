import type { Machine } from '../../../../../electron/main/policy/machine.js';
import type { Ran, RunProgram } from '../../../../../electron/main/policy/run-program.js';

/** A program of the system that answers what was written down, and nothing to a question nobody expected. */
export const answering =
  (answers: Readonly<Record<string, string | Ran>>): RunProgram =>
  ({ file, args }) => {
    const asked = [file, ...args].join(' ');
    const [, answer] = Object.entries(answers).find(([part]) => asked.includes(part)) ?? [];
    if (answer === undefined) return { ok: false, why: 'ENOENT' };
    return typeof answer === 'string' ? { ok: true, out: Buffer.from(answer) } : answer;
  };

/** This machine, whoever runs the tests. */
export const machineOf = (changes: Partial<Machine> = {}): Machine => ({
  platform: process.platform,
  trust: { ownUid: process.getuid?.() ?? 0 },
  run: answering({}),
  ...changes,
});
