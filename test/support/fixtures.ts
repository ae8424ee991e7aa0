import { test as base } from '@playwright/test';
import { demoRegistry } from './demo-registry.mjs';
import { type Desk, launchDesk } from './desk.mjs';
import { type Keyring, keyring } from './keyring.mjs';
import { home, type Home, person } from './person.mjs';
import { demoPolicy, type Policy, writePolicy } from './policy.mjs';
import { resetByCallBack } from './reset-rule.mjs';
import { runtime } from './runtime.mjs';
import { hasScreen, screen } from './screen.mjs';

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

/** A screen of one's own has no graphics card, which Chromium looks for, twice, in a process of its own. */
const graphics = hasScreen() ? [] : ['--disable-gpu', '--disable-software-rasterizer'];

/** Whatever language this machine speaks. */
const english = { LANG: 'C.UTF-8' };

/** Where a desk without a keychain looks for one. */
const nowhere = 'unix:path=/nonexistent';

const opener = (home: Home, keychain: Keyring | undefined, policy: unknown) => {
  const undo: (() => Promise<void>)[] = [];
  const open: OpenDesk = async (options = {}) => {
    const file = await writePolicy(options.policy ?? policy);
    undo.push(file.remove);
    const desk = await launchDesk({
      app: options.app ?? process.env['TUNNISTE_APP'] ?? '',
      runtime: await runtime(),
      home,
      bus: keychain?.address ?? nowhere,
      policy: file.path,
      args: [...graphics, ...(options.args ?? [])],
      env: { ...english, ...options.env },
    });
    undo.push(desk.close);
    await seen(desk, !(options.hides ?? false));
    return desk;
  };
  const close = async (): Promise<void> => {
    for (const step of undo.reverse()) await step();
  };
  return { open, close };
};

const openKeyring = (home: Home): Promise<Keyring> | undefined =>
  process.platform === 'linux' ? keyring(home) : undefined;

interface Shared {
  display: void;
  registry: Registry;
  /** A desk where nobody is signed in, for tests that leave it as they find it. */
  sharedDesk: Desk;
}

/** Every test has a home, a keychain and a policy of its own; the registry serves a whole worker. */
export const test = base.extend<Fixtures, Shared>({
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
  sharedDesk: [
    async ({ registry }, use) => {
      const own = await home(await person());
      const keys = await openKeyring(own);
      const { open, close } = opener(own, keys, await demoPolicy(registry.url));
      await use(await open());
      await close();
      await keys?.stop();
      await own.remove();
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
    const own = withKeyring ? await openKeyring(home) : undefined;
    await use(own);
    await own?.stop();
  },
  policy: async ({ registry }, use) => use(resetByCallBack(await demoPolicy(registry.url))),
  openDesk: async ({ home, keychain, policy }, use) => {
    const { open, close } = opener(home, keychain, policy);
    await use(open);
    await close();
  },
  desk: async ({ openDesk }, use) => use(await openDesk()),
});

export { expect } from '@playwright/test';
