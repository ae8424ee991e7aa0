import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { runChecks } from '../../../../../electron/main/self-test/check.js';
import { serverChecks } from '../../../../../electron/main/self-test/servers.js';
import { policySchema } from '../../../../../electron/main/policy/schema.js';
import { fail, ok, type Result } from '../../../../../shared/result.js';
import demoPolicy from '../../../../../resources/demo-policy.json' with { type: 'json' };

let server: Server | null = null;
afterEach(() => server?.close());

const listen = async (): Promise<number> => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};
const policyWith = (...urls: string[]) =>
  policySchema.parse({
    ...demoPolicy,
    audit: {
      deliver: urls.map((url) => ({ kind: url.startsWith('tls') ? 'syslog' : 'otlp', url })),
    },
  });
const results = async (
  policy: ReturnType<typeof policyWith>,
  answer: Result<{ readonly status: number }> = ok({ status: 200 }),
) => (await runChecks(serverChecks(policy, () => Promise.resolve(answer)))).map(({ name, result }) => [name, result]);

test('every collector of the policy is knocked at, by its own port', async () => {
  const port = await listen();
  const policy = policyWith(`tls://127.0.0.1:${port}`, `https://127.0.0.1:${port}/v1/logs`);
  expect(await results(policy)).toEqual([
    ['registry', 'sound'],
    ['collector', 'sound'],
    ['collector', 'sound'],
  ]);
});

test('a collector where nobody is listening is wrong', async () => {
  const port = await listen();
  server?.close();
  expect(await results(policyWith(`tls://127.0.0.1:${port}`))).toEqual([
    ['registry', 'sound'],
    ['collector', 'wrong'],
  ]);
});

test('a registry that does not answer is wrong', async () => {
  expect(await results(policyWith(), fail('registry-unreachable'))).toEqual([['registry', 'wrong']]);
});
