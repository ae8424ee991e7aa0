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
const { mail, factors } = demoPolicy;
const policyWith = (urls: readonly string[], more: object = {}) =>
  policySchema.parse({
    ...demoPolicy,
    mail: undefined,
    factors: { callBack: factors.callBack },
    ...more,
    audit: {
      deliver: urls.map((url) => ({ kind: url.startsWith('tls') ? 'syslog' : 'otlp', url })),
    },
  });
const results = async (
  policy: ReturnType<typeof policyWith>,
  answer: Result<{ readonly status: number }> = ok({ status: 200 }),
  greeted: Result<void> = ok(undefined),
) => {
  const ways = { ask: () => Promise.resolve(answer), greet: () => Promise.resolve(greeted) };
  return (await runChecks(serverChecks(policy, ways))).map(({ name, result }) => [name, result]);
};

test('every collector of the policy is knocked at, by its own port', async () => {
  const port = await listen();
  const policy = policyWith([`tls://127.0.0.1:${port}`, `https://127.0.0.1:${port}/v1/logs`]);
  expect(await results(policy)).toEqual([
    ['registry', 'sound'],
    ['collector', 'sound'],
    ['collector', 'sound'],
  ]);
});

test('a collector where nobody is listening is wrong', async () => {
  const port = await listen();
  server?.close();
  expect(await results(policyWith([`tls://127.0.0.1:${port}`]))).toEqual([
    ['registry', 'sound'],
    ['collector', 'wrong'],
  ]);
});

test('a registry that does not answer is wrong', async () => {
  expect(await results(policyWith([]), fail('registry-unreachable'))).toEqual([['registry', 'wrong']]);
});

const post = {
  mail,
  factors: {
    smsCode: { gateway: { url: 'https://127.0.0.1/messages' } },
    totp: { verifier: { url: 'https://127.0.0.1/verify' } },
  },
};

test('the mail relay, the gateway and the verifier are asked where the policy names them, and each tells of itself', async () => {
  expect(await results(policyWith([], post))).toEqual([
    ['registry', 'sound'],
    ['mail', 'sound'],
    ['text-messages', 'sound'],
    ['one-time-passwords', 'sound'],
  ]);
  expect(await results(policyWith([], post), fail('registry-certificate'), fail('mail-certificate'))).toEqual([
    ['registry', 'wrong'],
    ['mail', 'wrong'],
    ['text-messages', 'wrong'],
    ['one-time-passwords', 'wrong'],
  ]);
});

test('what went wrong is told without blaming the registry for a gateway', async () => {
  const ways = {
    ask: () => Promise.resolve(fail('registry-certificate')),
    greet: () => Promise.resolve(fail('mail-unencrypted')),
  };
  const checks = await runChecks(serverChecks(policyWith([], post), ways));
  expect(checks.map(({ name, detail }) => [name, detail])).toEqual([
    ['registry', '127.0.0.1: certificate'],
    ['mail', '127.0.0.1: unencrypted'],
    ['text-messages', '127.0.0.1: certificate'],
    ['one-time-passwords', '127.0.0.1: certificate'],
  ]);
});
