import { describe, expect, it, vi } from 'vitest';
import { createRegistryKey } from '../../../../../electron/main/access/registry-key.js';
import type { Step } from '../../../../../electron/main/audit/audit-log.js';
import { sealText, type SealedText } from '../../../../../electron/main/credentials/sealed-text.js';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import type { DeskState } from '../../../../../shared/desk-state.js';
import { fail, ok, type ErrorCode, type Result } from '../../../../../shared/result.js';
import { writtenLdapPolicy } from '../../../../support/ldap-desk.mjs';
import demo from '../../../../../resources/demo-policy.json' with { type: 'json' };

const oidc = { kind: 'oidc', issuer: 'https://login.example', clientId: 'desk', roles: { support: ['agent'] } };
const directory = writtenLdapPolicy('ldaps://directory.example', 'openldap');

const open = (changes: object = {}) => {
  const allowedHosts = ['directory.example', 'login.example', '127.0.0.1'];
  const checked = checkPolicy(JSON.stringify({ ...demo, allowedHosts, signIn: oidc, registry: directory, ...changes }));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const steps: Step[] = [];
  const at = { key: null as SealedText | null, session: null as ErrorCode | null, record: null as ErrorCode | null };
  const saved = (error: ErrorCode | null, change: () => void): Promise<Result<void>> => {
    if (error) return Promise.resolve(fail(error));
    change();
    return Promise.resolve(ok(undefined));
  };
  let disk: ErrorCode | null = null;
  const registryKey = createRegistryKey({
    policy: checked.policy,
    store: {
      registryKey: () => at.key,
      keepRegistryKey: (key) => saved(disk, () => (at.key = sealText(key))),
      forgetRegistryKey: () => saved(disk, () => (at.key = null)),
    },
    audit: {
      record: (...added) => {
        if (at.record) return Promise.resolve(fail(at.record));
        steps.push(...added);
        return Promise.resolve(ok({ seq: steps.length }));
      },
    },
    signIn: {
      accessToken: () =>
        Promise.resolve(at.session ? fail(at.session) : ok({ value: 'the-agents-own-token', prove: null })),
    },
  });
  const renewPage = vi.fn();
  const handlers = registryKey.handlers(() => Promise.resolve(ok({} as DeskState)), renewPage);
  return { registryKey, ...handlers, at, steps, renewPage, fill: (error: ErrorCode | null) => void (disk = error) };
};
const refused = (code: ErrorCode) => ({ ok: false, error: { code } });
const types = (steps: readonly Step[]) => steps.map(({ type, outcome = null }) => [type, outcome]);

describe('the desk’s own key of the registry', () => {
  it('opens the directory for whoever is signed in, and nobody else', async () => {
    const { registryKey, at, keepRegistryKey } = open();
    expect(registryKey.state).toBe('missing');
    expect(await registryKey.token()).toEqual(refused('registry-key-missing'));
    await keepRegistryKey({ key: 'salasana (ä)' });
    expect(registryKey.state).toBe('kept');
    expect(await registryKey.token()).toEqual(ok({ value: 'salasana (ä)', prove: null }));
    at.session = 'session-ended';
    expect(await registryKey.token()).toEqual(refused('session-ended'));
  });

  it('is on record before it is kept or forgotten, and without its entry it is neither', async () => {
    const { at, steps, keepRegistryKey, forgetRegistryKey } = open();
    at.record = 'disk-low';
    expect(await keepRegistryKey({ key: 'salasana' })).toEqual(refused('disk-low'));
    expect(at.key).toBeNull();
    at.record = null;
    await keepRegistryKey({ key: 'salasana' });
    at.record = 'disk-low';
    expect(await forgetRegistryKey()).toEqual(refused('disk-low'));
    expect(at.key).not.toBeNull();
    at.record = null;
    expect(await forgetRegistryKey()).toMatchObject({ ok: true });
    expect(types(steps)).toEqual([
      ['registry-key.kept', null],
      ['registry-key.forgotten', null],
    ]);
    expect(JSON.stringify(steps)).not.toContain('salasana');
  });

  it('that could not be saved is on record as such', async () => {
    const { registryKey, steps, renewPage, keepRegistryKey, fill } = open();
    fill('key-file-unreadable');
    expect(await keepRegistryKey({ key: 'salasana' })).toEqual(refused('key-file-unreadable'));
    expect(types(steps)).toEqual([
      ['registry-key.kept', null],
      ['registry-key.kept', 'failed'],
    ]);
    expect(registryKey.state).toBe('missing');
    expect(renewPage).not.toHaveBeenCalled();
  });

  it('that is none is refused, one that is not there is forgotten, and nothing of either is recorded', async () => {
    const { steps, keepRegistryKey, forgetRegistryKey } = open();
    for (const key of ['', 'a\nb', '\ud800', 'ä'.repeat(513)])
      expect(await keepRegistryKey({ key })).toEqual(refused('token-invalid'));
    expect(await forgetRegistryKey()).toMatchObject({ ok: true });
    expect(steps).toEqual([]);
  });

  it('takes the page with it that it was typed into', async () => {
    const { renewPage, keepRegistryKey } = open();
    await keepRegistryKey({ key: 'salasana' });
    await vi.waitFor(() => expect(renewPage).toHaveBeenCalledOnce());
  });

  it.each([
    ['a SCIM service', { registry: demo.registry }],
    ['sign-in with the key itself', { signIn: { kind: 'token' } }],
  ])('is not needed with %s: there the agent’s own opens the registry', async (_what, changes) => {
    const { registryKey, keepRegistryKey, forgetRegistryKey } = open(changes);
    expect(registryKey.state).toBe('not-needed');
    expect(await registryKey.token()).toMatchObject({ ok: true, value: { value: 'the-agents-own-token' } });
    expect(await keepRegistryKey({ key: 'salasana' })).toEqual(refused('sign-in-kind'));
    expect(await forgetRegistryKey()).toEqual(refused('sign-in-kind'));
  });
});
