// @ts-check
import { ourDesk } from './desks.mjs';
import { measureLookups } from './lookups.mjs';
import { enter } from './sign-in.mjs';

/** @param {import('../support/desk.mjs').Desk} desk @param {{ url: string, token: string }} registry @param {string} userName */
const bareRequest = ({ electron }, { url, token }, userName) =>
  electron.evaluate(
    async ({ session }, { url, token, userName }) => {
      const started = performance.now();
      // The window's own session has no network.
      const answer = await session.fromPartition('bare').fetch(`${url}/Users/.search`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
        body: JSON.stringify({
          schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
          filter: `userName eq "${userName}" and userType eq "customer"`,
          startIndex: 1,
          count: 6,
        }),
      });
      await answer.json();
      return performance.now() - started;
    },
    { url, token, userName },
  );

/** @param {import('./bench.mjs').Ground} ground @returns {Promise<import('./bench.mjs').Figure>} */
export async function measure(ground) {
  const { open, registry } = await ourDesk(ground);
  const desk = await open();
  await enter(desk.page, registry.token);
  const figure = await measureLookups('lookup', desk.page, (_own, other) => bareRequest(desk, registry, other));
  await desk.close();
  return figure;
}
