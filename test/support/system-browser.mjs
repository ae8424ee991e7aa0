// @ts-check
import { chmod, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createVisitor } from './oidc-visitor.mjs';
import { give } from './person.mjs';
import { createQueue } from './queue.mjs';

/**
 * The system's browser: `program` hands each address it is to open to the test. `port` is where the test hears of them.
 * @param {import('./person.mjs').Home} home
 */
export async function openBrowser(home) {
  /** @type {ReturnType<typeof createQueue<string>>} */
  const pages = createQueue();
  const server = createServer((request, response) => {
    pages.put(new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('page') ?? '');
    response.end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const program = join(home.path, 'browser.cjs');
  const ask = `http://127.0.0.1:${port}/?page=`;
  await writeFile(
    program,
    `#!${process.execPath}\nrequire('node:http').get(${JSON.stringify(ask)} + encodeURIComponent(process.argv[2]));\n`,
  );
  await chmod(program, 0o755);
  await give(home.person, program);
  /** What cookies the browser has. */
  const visitor = createVisitor();
  const browser = {
    program,
    port,
    /** The next page that the desk opens. */
    next: () => pages.next(),
    /** How many pages nobody has asked for yet. */
    get waiting() {
      return pages.size;
    },
    visitor,
    /** Signs in on the next page that opens, and comes back to the desk. @param {string} account */
    signIn: async (account) => visitor.comeBack(await pages.next(), account),
  };
  return { browser, stop: () => new Promise((resolve) => server.close(() => resolve(undefined))) };
}
