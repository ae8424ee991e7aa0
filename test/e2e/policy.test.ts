import { chmodSync } from 'node:fs';
import { demoPolicy, writePolicy } from '../support/policy.mjs';
import { launchDesk } from '../support/desk.mjs';
import { runtime } from '../support/runtime.mjs';
import { operationNames } from '../../shared/contract.js';
import { expect, test } from '../support/fixtures.js';
import { wordsIn } from './at-the-desk.js';
import { ask, askAnything, journalOf } from './ask.js';

const problem = wordsIn('en').policyProblem;
const mistakes: readonly (readonly [string, (text: string) => string, string, string, string?])[] = [
  [
    'an unknown key',
    (text) => text.replace('"points": 4', '"points": 4, "pionts": 4'),
    'unknown-key',
    'purposes.access-reset.pionts',
  ],
  [
    'a wrong type',
    (text) => text.replace('"points": 4', '"points": "six"'),
    'wrong-value',
    'purposes.access-reset.points',
    problem.wrongType.replace('{{expected}}', problem.type.number).replace('{{found}}', problem.type.text),
  ],
  [
    'a host that is not allowed',
    (text) => text.replace(/"allowedHosts": \[[^\]]*\]/, '"allowedHosts": ["elsewhere.example"]'),
    'host-not-allowed',
    'registry.url',
  ],
  ['text that is not JSON', (text) => text.slice(0, -3), 'not-json', '', problem.slip.CloseBraceExpected],
];

for (const [what, change, kind, path, words] of mistakes) {
  test(`with ${what} the desk opens, says what is wrong and where, and looks nobody up`, async ({
    openDesk,
    registry,
    home,
  }) => {
    const text = change(JSON.stringify(await demoPolicy(registry.url), undefined, 2));
    const desk = await openDesk({ policy: text });
    const state = await ask(desk.page, 'deskState');
    expect(state).toMatchObject({
      ok: true,
      value: { session: null, policy: { ok: false, problems: [{ kind, path }] } },
    });
    if (path) await expect(desk.page.getByText(path).first()).toBeVisible();
    if (words) await expect(desk.page.getByText(words)).toBeVisible();
    for (const name of operationNames.filter((each) => each !== 'deskState')) {
      const answer = await askAnything(desk.page, name, { token: 'some-token-123' });
      expect(answer, name).toMatchObject({
        ok: false,
        error: { code: expect.stringMatching(/^(?:policy-invalid|invalid-request)$/) },
      });
    }
    expect(journalOf(home).find(({ type }) => type === 'policy.refused')).toMatchObject({ reason: kind });
  });
}

test('a policy that others can write is no policy', async ({ home, keychain, registry }) => {
  const policy = await writePolicy(await demoPolicy(registry.url));
  chmodSync(policy.path, 0o666);
  const desk = await launchDesk({
    app: process.env['TUNNISTE_APP'] ?? '',
    runtime: await runtime(),
    home,
    bus: keychain?.address,
    policy: policy.path,
  });
  try {
    expect(await ask(desk.page, 'deskState')).toMatchObject({
      ok: true,
      value: { policy: { ok: false, problems: [{ kind: 'writable-by-others' }] } },
    });
    await expect(desk.page.getByText(policy.path).first()).toBeVisible();
  } finally {
    await desk.close();
    await policy.remove();
  }
});

test('without a policy file the desk opens and names the file it looked for', async ({ home, keychain }) => {
  const desk = await launchDesk({
    app: process.env['TUNNISTE_APP'] ?? '',
    runtime: await runtime(),
    home,
    bus: keychain?.address,
    policy: '/nonexistent/policy.json',
  });
  try {
    expect(await ask(desk.page, 'deskState')).toMatchObject({
      ok: true,
      value: { policy: { ok: false, problems: [{ kind: 'missing-file' }] } },
    });
    await expect(desk.page.getByText('/nonexistent/policy.json').first()).toBeVisible();
  } finally {
    await desk.close();
  }
});
