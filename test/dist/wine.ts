import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must, run } from '../support/run.mjs';

const program = '/usr/lib/wine/wine64';

/** A Windows of its own, as far as Wine is one: 64 bits, no window, and nothing of Mono's or Gecko's. */
export const wine = async () => {
  const prefix = await mkdtemp(join(tmpdir(), 'tunniste-wine-'));
  // Wine shows the home's folders in there as the agent's own.
  const env = {
    ...process.env,
    HOME: prefix,
    WINEPREFIX: join(prefix, 'wine'),
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  };
  const options = { env, seconds: 100 };
  await must([program, 'wineboot', '--init'], options);
  return {
    /** What is in there, as seen from out here. */
    disk: join(prefix, 'wine/drive_c'),
    /** Runs one command line and says what it ended with, which from out here would be cut to a byte. */
    ended: async (line: string): Promise<number> => {
      const { out } = await run(
        [program, 'cmd', '/v:on', '/c', `start /wait ${line} & echo ended !errorlevel!`],
        options,
      );
      return Number(/^ended (\d+)/m.exec(out)?.[1]);
    },
    /** What a command prints. */
    said: async (...words: string[]): Promise<string> => (await run([program, ...words], options)).out,
    end: async () => {
      await run(['/usr/lib/wine/wineserver64', '--kill'], options);
      await rm(prefix, { recursive: true, force: true });
    },
  };
};

/** How a program in there calls a file out here. */
export const seenFromWindows = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;
