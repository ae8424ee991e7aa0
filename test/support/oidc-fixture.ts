import { test as base } from './fixtures.js';
import { startOidc, roles } from './oidc.mjs';
import { demoPolicy } from './policy.mjs';
import { resetByCallBack } from './reset-rule.mjs';
import { openBrowser } from './system-browser.mjs';

type Oidc = Awaited<ReturnType<typeof startOidc>>;

export type SystemBrowser = Awaited<ReturnType<typeof openBrowser>>['browser'];

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
      ...resetByCallBack(await demoPolicy(oidc.scim)),
      signIn: { kind: 'oidc', issuer: oidc.issuer, clientId: 'tunniste', consent: true, roles },
    }),
  openDesk: async ({ openDesk, systemBrowser }, use) =>
    use((options = {}) =>
      openDesk({ ...options, args: [`--browser=${systemBrowser.program}`, ...(options.args ?? [])] }),
    ),
});

export { expect } from '@playwright/test';
