import { test as base } from '@playwright/test';
import { demoRegistry } from './demo-registry.mjs';
import { type Desk, launchDesk } from './desk.mjs';
import { type Keyring, keyring } from './keyring.mjs';
import { home, type Home, person } from './person.mjs';
import { demoPolicy, type Policy, writePolicy } from './policy.mjs';
import { resetByCallBack } from './reset-rule.mjs';
import { runtime } from './runtime.mjs';
import { screen } from './screen.mjs';

type Registry = Awaited<ReturnType<typeof demoRegistry>>;

interface OpenOptions {
  /** In place of the app as it is shipped: a folder. */
  readonly app?: string;
  /** In place of the demo's policy; a text is written as it is. */
  readonly policy?: unknown;
  readonly args?: readonly string[];
  /** Of the machine, such as its proxy. */
  readonly env?: Record<string, string>;
  /** The window hides, as it does where nobody drives it. */
  readonly hides?: boolean;
}

/** Opens the desk on this test's home; again after it was closed or killed. */
export type OpenDesk = (options?: OpenOptions) => Promise<Desk>;

interface Fixtures {
  /** Whether there is a keychain at all; one of the test's own there is on Linux only. */
  withKeyring: boolean;
  home: Home;
  keychain: Keyring | undefined;
  policy: Policy;
  openDesk: OpenDesk;
  desk: Desk;
}

/**
 * Waits for the window, which nobody acts on before it is there, and keeps it there: a page that a busy machine lets blank itself too
 * late is hidden and ended with its process, and a driver is never told of the page that follows it.
 */
const seen = ({ electron }: Desk, stays: boolean): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, stays) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return;
    if (stays) window.hide = () => undefined;
    return window.isVisible() ? undefined : new Promise<void>((resolve) => void window.once('show', () => resolve()));
  }, stays);

/** Where a desk without a keychain looks for one. */
const nowhere = 'unix:path=/nonexistent';

/** Every test has a home, a keychain and a policy of its own; the registry serves a whole worker. */
export const test = base.extend<Fixtures, { registry: Registry; display: void }>({
  display: [
    async ({}, use) => {
      const own = await screen();
      await use();
      await own.stop();
    },
    { scope: 'worker', auto: true },
  ],
  registry: [
    async ({}, use) => {
      const registry = await demoRegistry();
      await use(registry);
      await registry.stop();
    },
    { scope: 'worker' },
  ],
  withKeyring: [true, { option: true }],
  home: async ({}, use) => {
    const own = await home(await person());
    await use(own);
    await own.remove();
  },
  keychain: async ({ home, withKeyring }, use) => {
    const own = withKeyring && process.platform === 'linux' ? await keyring(home) : undefined;
    await use(own);
    await own?.stop();
  },
  policy: async ({ registry }, use) => use(resetByCallBack(await demoPolicy(registry.url))),
  openDesk: async ({ home, keychain, policy }, use) => {
    const undo: (() => Promise<void>)[] = [];
    await use(async (options = {}) => {
      const file = await writePolicy(options.policy ?? policy);
      undo.push(file.remove);
      const desk = await launchDesk({
        app: options.app ?? process.env['TUNNISTE_APP'] ?? '',
        runtime: await runtime(),
        home,
        bus: keychain?.address ?? nowhere,
        policy: file.path,
        args: options.args ?? [],
        env: options.env ?? {},
      });
      undo.push(desk.close);
      await seen(desk, !(options.hides ?? false));
      return desk;
    });
    for (const step of undo.reverse()) await step();
  },
  desk: async ({ openDesk }, use) => use(await openDesk()),
});

export { expect } from '@playwright/test';
