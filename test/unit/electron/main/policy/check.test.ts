import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import { policySchema } from '../../../../../electron/main/policy/schema.js';
import { demoWithoutPost as demo } from '../../../../support/policy.mjs';

const problemsOf = (text: string) => {
  const checked = checkPolicy(text, 'policy.json');
  return checked.ok ? [] : checked.problems;
};
const lineHolding = (part: string) => demo.split('\n').findIndex((line) => line.includes(part)) + 1;

const oidc = (changes: object = {}): string => {
  const signIn = {
    kind: 'oidc',
    issuer: 'https://127.0.0.1',
    clientId: 'tunniste',
    roles: { support: ['agent'] },
    ...changes,
  };
  return demo.replace('{ "kind": "token", "roles": ["agent", "supervisor", "billing"] }', JSON.stringify(signIn));
};

describe('checking how agents sign in', () => {
  it('fills in what an OpenID provider mostly has', () => {
    expect(checkPolicy(oidc())).toMatchObject({
      ok: true,
      policy: {
        signIn: {
          rolesClaim: 'groups',
          agentClaim: 'preferred_username',
          scopes: ['openid', 'profile', 'email', 'offline_access'],
          dpop: false,
        },
        factors: { secondAgent: { points: 4 } },
      },
    });
  });

  it.each([
    ['an issuer that is no address', { issuer: 'login' }, 'signIn.issuer', 'wrong-value'],
    ['an issuer with a password', { issuer: 'https://a:b@127.0.0.1' }, 'signIn.issuer', 'wrong-value'],
    ['an issuer that is not on the list', { issuer: 'https://login.example' }, 'signIn.issuer', 'host-not-allowed'],
    ['an issuer in clear elsewhere', { issuer: 'http://login.example' }, 'signIn.issuer', 'plain-http'],
    ['no role at all', { roles: {} }, 'signIn.roles', 'wrong-value'],
    ['a role that there is not', { roles: { support: ['admin'] } }, 'signIn.roles.support.0', 'wrong-value'],
    ['a group without a role', { roles: { support: [] } }, 'signIn.roles.support', 'wrong-value'],
    ['scopes without openid', { scopes: ['profile'] }, 'signIn.scopes', 'wrong-value'],
    ['a scope with a space', { scopes: ['openid profile'] }, 'signIn.scopes.0', 'wrong-value'],
    ['a path that leads elsewhere', { redirectPath: '//login.example' }, 'signIn.redirectPath', 'wrong-value'],
    ['a secret, which a native client cannot keep', { clientSecret: 'x' }, 'signIn.clientSecret', 'unknown-key'],
  ])('refuses %s', (_what, changes, path, kind) => {
    expect(problemsOf(oidc(changes))).toEqual(expect.arrayContaining([expect.objectContaining({ path, kind })]));
  });
});

describe('checking a policy', () => {
  it('accepts the demo policy and fills in what it leaves out', () => {
    const checked = checkPolicy(demo);
    expect(checked).toMatchObject({
      ok: true,
      policy: { limits: { wrongAnswersPerCall: 3 }, factors: { facts: { points: 2 } } },
    });
  });

  it('names an unknown key with its path and line', () => {
    expect(problemsOf(demo.replace('"points": 4', '"pionts": 4'))).toEqual(
      expect.arrayContaining([
        {
          source: 'policy.json',
          path: 'purposes.access-reset.pionts',
          line: lineHolding('"points": 4'),
          kind: 'unknown-key',
          detail: 'pionts',
        },
        expect.objectContaining({ path: 'purposes.access-reset.points', kind: 'missing-key' }),
      ]),
    );
  });

  it.each([
    ['a wrong type', '"points": 4', '"points": "4"', 'purposes.access-reset.points', 'wrong-value'],
    ['an unknown field', '["userName"]', '["salary"]', 'purposes.access-reset.show.0', 'wrong-value'],
    [
      'a status to compare',
      '"compare": ["workEmail"]',
      '"compare": ["status"]',
      'purposes.access-reset.compare.0',
      'wrong-value',
    ],
    [
      'a ticket pattern that is no regular expression',
      '^INC-[0-9]{4,8}$',
      '^INC-[0-9',
      'ticket.pattern',
      'wrong-value',
    ],
    [
      'a host that is not on the list',
      '["127.0.0.1"]',
      '["registry.example"]',
      'registry.url',
      'host-not-allowed',
      '"url"',
    ],
    ['plain http outside a demo', '"demo": true', '"demo": false', 'registry.url', 'plain-http', '"url"'],
    [
      'a negative limit',
      '"wrongAnswersPerCall": 3',
      '"wrongAnswersPerCall": -3',
      'limits.wrongAnswersPerCall',
      'wrong-value',
    ],
    [
      'an attribute path with filter syntax',
      'User:department"',
      'User:department or active eq true"',
      'registry.attributes.stationCode',
      'wrong-value',
    ],
    ['a key said twice', '"demo": true,', '"demo": true, "demo": false,', 'demo', 'duplicate-key'],
  ])('refuses %s and says where', (_what, from, to, path, kind, shownAt = from) => {
    const text = demo.replace(from, to);
    expect(text).not.toBe(demo);
    expect(problemsOf(text)).toEqual([expect.objectContaining({ path, kind, line: lineHolding(shownAt) })]);
  });

  const sha256 = 'ab'.repeat(32);
  it.each([
    ['a relative path', { caFile: 'authorities.pem' }, 'network.caFile'],
    ['half a fingerprint', { clientCertificate: { sha256: sha256.slice(2) } }, 'network.clientCertificate.sha256'],
    ['a subject without its issuer', { clientCertificate: { subject: 'CN=desk-17' } }, 'network.clientCertificate'],
    [
      'both ways at once',
      { clientCertificate: { sha256, issuer: 'CN=a', subject: 'CN=b' } },
      'network.clientCertificate',
    ],
  ])('refuses %s in the network’s part', (_what, network, path) => {
    const text = JSON.stringify({ ...(JSON.parse(demo) as object), network });
    expect(problemsOf(text)).toEqual([expect.objectContaining({ path, kind: 'wrong-value' })]);
  });

  it.each([
    {},
    { caFile: '/etc/tunniste/authorities.pem' },
    { clientCertificate: { sha256 } },
    { clientCertificate: { sha256: (sha256.match(/../g) ?? []).join(':').toUpperCase() } },
    { clientCertificate: { issuer: 'C=FI, O=Esimerkki Oy, CN=The machines', subject: 'CN=desk-17' } },
  ])('accepts %j as the network’s part', (network) => {
    expect(problemsOf(JSON.stringify({ ...(JSON.parse(demo) as object), network }))).toEqual([]);
  });

  it.each([
    'http://agent:secret@127.0.0.1/scim/v2',
    'http://127.0.0.1/scim/v2?tenant=1',
    'http://127.0.0.1/scim/v2#x',
    'ftp://127.0.0.1/',
  ])('refuses %s as the address of a registry', (url) => {
    expect(problemsOf(demo.replace('http://127.0.0.1/scim/v2', url))).toEqual([
      expect.objectContaining({ path: 'registry.url', kind: 'wrong-value' }),
    ]);
  });

  it.each(['', '{', 'null', '[]', '"policy"', '{"version": 1,}', '// a comment\n{}'])(
    'refuses %j, which is no policy',
    (text) => {
      expect(problemsOf(text).length).toBeGreaterThan(0);
    },
  );

  it('allows plain http to this machine only, even in a demo', () => {
    const away = demo
      .replace('http://127.0.0.1/scim/v2', 'http://registry.example/scim/v2')
      .replace('["127.0.0.1"]', '["registry.example"]');
    expect(problemsOf(away)).toEqual([expect.objectContaining({ kind: 'plain-http' })]);
  });

  it('is described by the shipped JSON Schema, which is generated from the parser', async () => {
    const schema = z.toJSONSchema(policySchema, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../../../../resources/policy.schema.json',
    );
  });
});
