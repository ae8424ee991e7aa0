import { demoPost } from './demo-post.mjs';
import { test as base } from './oidc-fixture.js';

/** A desk with every way to prove there is, and agents who may go past the proof of a reset. */
export const test = base.extend<{ post: Awaited<ReturnType<typeof demoPost>> }>({
  post: async ({}, use) => {
    const post = await demoPost(() => undefined);
    await use(post);
    await post.stop();
  },
  policy: async ({ policy, post }, use) => {
    const { 'access-reset': reset, ...rest } = policy.purposes;
    if (!reset || policy.signIn.kind !== 'oidc') throw new Error('not the policy that was expected');
    const { factors, ...posted } = post.in(policy);
    await use({
      ...posted,
      signIn: { ...policy.signIn, roles: { ...policy.signIn.roles, support: ['agent', 'bypass'] } },
      // No one way of these is enough, so that every pane is seen in one call.
      purposes: { ...rest, 'access-reset': { ...reset, points: 12, factors: 8, bypass: true } },
      factors: {
        ...factors,
        totp: { verifier: { url: `${post.gateway.url}/verify` } },
        inPerson: { secondAgent: true },
      },
    });
  },
});
