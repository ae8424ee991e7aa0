import { directoryForDesk } from './ldap-desk.mjs';
import { test as base } from './oidc-fixture.js';
import type { Policy } from './policy.mjs';

type Directory = Awaited<ReturnType<typeof directoryForDesk>>;

/** A desk whose agents sign in with a real provider, and whose registry is a real directory. */
export const test = base.extend<{ directory: Directory['directory'] }, { directoryDesk: Directory }>({
  directoryDesk: [
    async ({}, use) => {
      const opened = await directoryForDesk();
      await use(opened);
      await opened.stop();
    },
    { scope: 'worker' },
  ],
  directory: async ({ directoryDesk }, use) => use(directoryDesk.directory),
  policy: async ({ policy, directoryDesk }, use) => use({ ...directoryDesk.policy, signIn: policy.signIn } as Policy),
});

export { expect } from '@playwright/test';
