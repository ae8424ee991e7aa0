import { chmod, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test as base } from './fixtures.js';
import { startOidc, roles } from './oidc.mjs';
import { createVisitor } from './oidc-visitor.mjs';
import { give, type Home } from './person.mjs';
import { demoPolicy } from './policy.mjs';
import { createQueue } from './queue.js';

type Oidc = Awaited<ReturnType<typeof startOidc>>;
type Visitor = ReturnType<typeof createVisitor>;

/** The system's browser: a program that hands each address it is to open to the test. */
export interface SystemBrowser {
  readonly program: string;
  /** The next page that the desk opens. */
  next(): Promise<string>;
  /** How many pages nobody has asked for yet. */
  readonly waiting: number;
  /** What cookies the browser has. */
  readonly visitor: Visitor;
  /** Signs in on the next page that opens, and comes back to the desk. */
  signIn(account: string): Promise<void>;
}

const openBrowser = async (home: Home) => {
  const pages = createQueue<string>();
  const server = createServer((request, response) => {
    pages.put(new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('page') ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const program = join(home.path, 'browser.cjs');
  const ask = `http://127.0.0.1:${port}/?page=`;
  await writeFile(
    program,
    `#!${process.execPath}\nrequire('node:http').get(${JSON.stringify(ask)} + encodeURIComponent(process.argv[2]));\n`,
  );
  await chmod(program, 0o755);
  await give(home.person, program);
  const visitor = createVisitor();
  const browser: SystemBrowser = {
    program,
    next: () => pages.next(),
    get waiting() {
      return pages.size;
    },
    visitor,
    signIn: async (account) => void (await visitor.comeBack(await pages.next(), account)),
  };
  return { browser, stop: () => new Promise((resolve) => server.close(resolve)) };
};

/** A desk whose agents sign in with a real provider, and whose registry asks that provider about tokens. */
export const test = base.extend<{ systemBrowser: SystemBrowser; oidc: Oidc }, { provider: Oidc }>({
  provider: [
    async ({ registry }, use) => {
      const provider = await startOidc(registry);
      await use(provider);
      await provider.stop();
    },
    { scope: 'worker' },
  ],
  oidc: async ({ provider }, use) => {
    await provider.reset();
    await use(provider);
  },
  systemBrowser: async ({ home }, use) => {
    const { browser, stop } = await openBrowser(home);
    await use(browser);
    await stop();
  },
  policy: async ({ oidc }, use) =>
    use({
      ...(await demoPolicy(oidc.scim)),
      signIn: { kind: 'oidc', issuer: oidc.issuer, clientId: 'tunniste', consent: true, roles },
    }),
  openDesk: async ({ openDesk, systemBrowser }, use) =>
    use((options = {}) =>
      openDesk({ ...options, args: [`--browser=${systemBrowser.program}`, ...(options.args ?? [])] }),
    ),
});

export { expect } from '@playwright/test';
