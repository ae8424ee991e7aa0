import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command, type Home } from '../support/person.mjs';
import { run } from '../support/run.mjs';
import { openInstalled } from './driver.js';

export const program = '/usr/lib/tunniste/tunniste';
export const resources = '/usr/lib/tunniste/resources';
export const keychainModule = join(resources, `app.asar.unpacked/out/main/native/keytar.linux-${process.arch}.node`);

interface Report {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly result: string; readonly detail: string }[];
}

/**
 * The installed desk as one person has it.
 * @param env on top of what that person's programs see; a keyring's bus, above all
 * @param enter how that person's commands get onto the machine, where it is another than this one
 */
export const installation = (
  home: Home,
  env: Readonly<Record<string, string>>,
  enter: (argv: readonly string[]) => string[] = (argv) => command(home.person, argv),
) => {
  const own = { ...home.env, ...env };
  const state = own['XDG_STATE_HOME'] ?? '';
  const journal = () => readFile(join(state, 'tunniste/audit/000001.jsonl'), 'utf8');
  const tunniste = (...words: string[]) =>
    run(enter(['/usr/bin/tunniste', ...words]), { env: own, cwd: home.path, seconds: 60 });
  return {
    state,
    journal,
    tunniste,
    selfTest: async () => {
      const { code, out } = await tunniste('--self-test', '--json');
      const report = JSON.parse(out.slice(out.indexOf('{\n'), out.lastIndexOf('\n}') + 2)) as Report;
      const wrong = report.checks.flatMap(({ name, result }) => (result === 'wrong' ? [name] : []));
      return { code, report, wrong };
    },
    /** Wants a twin that differs by the debug fuse. @param entry that the desk writes once it is there */
    open: (entry: string) =>
      openInstalled(enter([program]), { env: own, cwd: home.path }, async () =>
        (await journal().catch(() => '')).includes(entry),
      ),
  };
};
