import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentOf, identityOf, rolesOf } from '../../../../../../electron/main/access/oidc/identity.js';
import { signInSchema } from '../../../../../../electron/main/policy/sign-in-schema.js';
import type { OidcPolicy } from '../../../../../../electron/main/policy/schema.js';

const policy = signInSchema.parse({
  kind: 'oidc',
  issuer: 'https://login.esimerkki.example',
  clientId: 'tunniste',
  roles: { support: ['agent'], leads: ['agent', 'supervisor'], dpo: ['privacy-officer'], money: ['billing'] },
}) as OidcPolicy;
const sub = 'some-sub';

describe('roles from the claim', () => {
  it.each<[string, unknown, string[]]>([
    ['one string', 'support', ['agent']],
    ['several', ['dpo', 'leads', 'support', 'money'], ['privacy-officer', 'agent', 'supervisor', 'billing']],
    ['values that the policy does not list', ['canteen', 'Support', 'support '], []],
    ['what every object has', ['constructor', '__proto__', 'toString'], []],
    ['nothing', undefined, []],
    ['something else than text', [1, null, { support: true }, ['support']], []],
    ['an object', { support: true }, []],
    ['the policy’s own role, which is no group', ['agent'], []],
  ])('%s', (_what, groups, expected) => {
    expect([...rolesOf({ sub, groups }, policy)].sort()).toEqual(expected.sort());
  });

  it('never come of anything that the policy does not list', () => {
    fc.assert(
      fc.property(fc.anything(), (groups) => {
        const listed = Array.isArray(groups) ? groups : [groups];
        const known = listed.some((each) => typeof each === 'string' && Object.hasOwn(policy.roles, each));
        expect(rolesOf({ sub, groups }, policy).length > 0).toBe(known);
      }),
    );
  });
});

describe('the agent’s name', () => {
  it.each([
    ['', null],
    [' aino', null],
    ['aino\nadmin', null],
    ['aino\u202Enimda', null],
    ['x'.repeat(201), null],
    [42, null],
    [['aino'], null],
    [undefined, null],
    ['Åsa af Björkskär', 'Åsa af Björkskär'],
  ])('%j is %j', (claim, expected) => {
    expect(agentOf({ sub, preferred_username: claim }, policy)).toBe(expected);
  });

  it('is not taken from another claim when its own is missing', () => {
    expect(identityOf({ sub, email: 'aino@esimerkki.example', groups: 'support' }, policy)).toEqual({
      ok: false,
      error: { code: 'sign-in-no-name' },
    });
  });
});

describe('the person', () => {
  it('is told for the misuse watch, as far as the claims tell', () => {
    const claims = {
      sub,
      preferred_username: 'aino',
      email: 'aino@esimerkki.example',
      family_name: 7,
      groups: 'support',
    };
    expect(identityOf(claims, policy)).toEqual({
      ok: true,
      value: {
        agent: 'aino',
        roles: ['agent'],
        person: { userName: 'aino', email: 'aino@esimerkki.example', familyName: null },
      },
    });
  });
});
