import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import { policyView } from '../../../../../electron/main/policy/view.js';
import { writtenLdapPolicy } from '../../../../support/ldap-desk.mjs';
import { demoWithoutPost } from '../../../../support/policy.mjs';

const demo = JSON.parse(demoWithoutPost) as typeof import('../../../../../resources/demo-policy.json');

const url = 'ldaps://directory.example';
const checked = (changes: object = {}, allowedHosts = ['directory.example'], tree?: 'active-directory') => {
  const registry = { ...writtenLdapPolicy(url, tree ?? 'openldap'), ...changes };
  return checkPolicy(JSON.stringify({ ...demo, allowedHosts, registry }));
};
const problems = (...given: Parameters<typeof checked>) => {
  const answer = checked(...given);
  return answer.ok ? [] : answer.problems.map(({ path, kind }) => `${path}: ${kind}`);
};

describe('a policy with a directory', () => {
  it('is accepted, fills in what it leaves out, and shows every effective value', () => {
    const answer = checked({}, ['directory.example'], 'active-directory');
    if (!answer.ok) throw new Error('refused');
    expect(answer.policy.registry).toMatchObject({
      startTls: false,
      attributes: { userName: 'sAMAccountName', active: 'userAccountControl', endedAt: 'accountExpires' },
      pageSize: 6,
    });
    const view = policyView(answer.policy, answer.layers);
    expect(view.registryHost).toBe('directory.example');
    expect(view.values).toContainEqual({ path: 'registry.attributes.organisation', value: 'company', from: null });
  });

  it('may stand beside a provider that agents sign in with', () => {
    const signIn = { kind: 'oidc', issuer: 'https://login.example', clientId: 'desk', roles: { support: ['agent'] } };
    const registry = writtenLdapPolicy(url, 'openldap');
    const allowedHosts = ['directory.example', 'login.example'];
    expect(checkPolicy(JSON.stringify({ ...demo, allowedHosts, signIn, registry }))).toMatchObject({ ok: true });
  });

  it('may begin TLS on the plain port', () => {
    expect(problems({ url: 'ldap://directory.example:389', startTls: true })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no encryption', { url: 'ldap://directory.example', startTls: false }, 'registry.url: plain-http'],
    ['TLS within TLS', { startTls: true }, 'registry.url: wrong-value'],
    ['another host', { url: 'ldaps://elsewhere.example' }, 'registry.url: host-not-allowed'],
    ['another protocol', { url: 'https://directory.example' }, 'registry.url: wrong-value'],
    ['a base in the address', { url: 'ldaps://directory.example/dc=example' }, 'registry.url: wrong-value'],
    ['a name and password in the address', { url: 'ldaps://cn=desk:x@directory.example' }, 'registry.url: wrong-value'],
    ['a port that cannot be', { url: 'ldaps://directory.example:99999' }, 'registry.url: wrong-value'],
    ['nobody to bind as', { bindDn: '' }, 'registry.bindDn: wrong-value'],
    ['a password', { bindPassword: 'secret' }, 'registry.bindPassword: unknown-key'],
    ['an unknown kind of directory', { directory: 'novell' }, 'registry.directory: wrong-value'],
    ['an unknown kind of registry', { kind: 'csv' }, 'registry.kind: wrong-value'],
    ['a key of the other kind', { search: 'post' }, 'registry.search: unknown-key'],
    ['a scope that is no filter', { scope: '(employeeType=customer' }, 'registry.scope: wrong-value'],
    ['a scope of the other kind', { scope: 'userType eq "customer"' }, 'registry.scope: wrong-value'],
    ['a scope with a wildcard', { scope: '(employeeType=cust*)' }, 'registry.scope: wrong-value'],
    [
      'an attribute with filter syntax',
      { attributes: { userName: 'uid)(x' } },
      'registry.attributes.userName: wrong-value',
    ],
    ['every attribute', { attributes: { userName: '*' } }, 'registry.attributes.userName: wrong-value'],
    ['a limit without end', { sizeLimit: 0 }, 'registry.sizeLimit: wrong-value'],
    ['more time than the desk waits', { timeLimitSeconds: 60 }, 'registry.timeLimitSeconds: wrong-value'],
  ])('is refused with %s, and says where', (_what, changes, problem) => {
    expect(problems(changes)).toContain(problem);
  });
});
