import { describe, expect, it } from 'vitest';
import { byToken } from '../../../../../electron/main/access/confirm.js';
import { createGate, refuseAll, whyNot } from '../../../../../electron/main/access/gate.js';
import { rolesFor, type RoleRule } from '../../../../../electron/main/access/operation-roles.js';
import { createSignIn, signingHandlers, type TokenStore } from '../../../../../electron/main/access/session.js';
import type { AuditLog, Step } from '../../../../../electron/main/audit/audit-log.js';
import type { Role } from '../../../../../electron/main/policy/schema.js';
import { operationNames, type OperationName } from '../../../../../shared/contract.js';
import type { Receipt } from '../../../../../shared/call-view.js';
import { fail, ok, type ErrorCode, type Result } from '../../../../../shared/result.js';

const person = { userName: 'agent', email: null, familyName: null };
const who = { agent: 'agent', roles: ['agent'] as const, person };
const token = 'token-1234567890';

const createStore = (kept: string | null = null, opens: () => Result<void> = () => ok(undefined)) => {
  let held = kept;
  const store: TokenStore = {
    open: () => Promise.resolve(opens()),
    token: () => held,
    setToken: (next) => Promise.resolve(ok(void (held = next))),
    forgetToken: () => Promise.resolve(ok(void (held = null))),
  };
  return store;
};

const createRecord = (fails: ErrorCode | null = null) => {
  const steps: Step[] = [];
  const audit = {
    head: 0,
    record: (...added: Step[]) => {
      if (fails) return Promise.resolve(fail(fails));
      steps.push(...added);
      return Promise.resolve(ok({ seq: steps.length }));
    },
    mayDisclose: () => Promise.resolve(ok(undefined)),
    page: () => Promise.resolve(ok([])),
    pseudonyms: () => Promise.resolve(ok([])),
    close: () => Promise.resolve(),
  } satisfies AuditLog;
  return { audit, steps };
};

describe('signing in with a token', () => {
  it('is on record before the token is kept', async () => {
    const { audit, steps } = createRecord();
    const store = createStore();
    const signIn = createSignIn(store, audit, who, Promise.resolve());
    expect(await signIn.signIn(token)).toMatchObject({ ok: true });
    expect(signIn.session).toEqual(who);
    expect(store.token()).toBe(token);
    expect(steps).toEqual([{ type: 'session.signed-in', outcome: 'new-token' }]);
  });

  it('keeps nothing when it cannot be recorded', async () => {
    const store = createStore();
    const signIn = createSignIn(store, createRecord('audit-unavailable').audit, who, Promise.resolve());
    expect(await signIn.signIn(token)).toEqual(fail('audit-unavailable'));
    expect([signIn.session, store.token()]).toEqual([null, null]);
  });

  it.each(['', 'short', 'with space 123', 'line\nbreak-123', 'ä'.repeat(20), 'x'.repeat(5000)])(
    'refuses %j, which no token can be',
    async (wrong) => {
      const signIn = createSignIn(createStore(), createRecord().audit, who, Promise.resolve());
      expect(await signIn.signIn(wrong)).toEqual(fail('token-invalid'));
      expect(signIn.session).toBeNull();
    },
  );

  it('picks up a token kept from last time', async () => {
    const { audit, steps } = createRecord();
    const signIn = createSignIn(createStore(token), audit, who, Promise.resolve());
    await signIn.resume();
    await signIn.resume();
    await signIn.resumed();
    expect(signIn.session).toEqual(who);
    expect(steps).toEqual([{ type: 'session.signed-in', outcome: 'kept-token' }]);
  });

  it('says why there is no session when the keychain is locked, records it once, and recovers without a restart', async () => {
    let locked = true;
    const { audit, steps } = createRecord();
    const signIn = createSignIn(
      createStore(token, () => (locked ? fail('keychain-locked') : ok(undefined))),
      audit,
      who,
      Promise.resolve(),
    );
    await signIn.resume();
    await signIn.resume();
    await signIn.resumed();
    expect(signIn.credentials).toEqual({ code: 'keychain-locked' });
    expect(steps).toEqual([{ type: 'keychain.refused', reason: 'keychain-locked' }]);
    locked = false;
    await signIn.resume();
    expect([signIn.session, signIn.credentials]).toEqual([who, null]);
  });

  it('ends with sign-out: the call is left, the token is gone', async () => {
    const store = createStore(token);
    const signIn = createSignIn(store, createRecord().audit, who, Promise.resolve());
    await signIn.resume();
    const left: unknown[] = [];
    const deskState = () => Promise.resolve(fail('unexpected'));
    const leave = () => Promise.resolve(void left.push(signIn.session));
    const lock = { view: null, isShut: false, reset: () => undefined, renewPage: () => undefined };
    const { signOut } = signingHandlers(signIn, deskState, leave, lock, byToken(store));
    await signOut();
    // When the call is left there is nobody signed in any more, so nothing waiting behind it runs.
    expect([signIn.session, store.token(), left]).toEqual([null, null, [null]]);
    expect(await signIn.signOut(() => Promise.resolve())).toEqual(fail('not-signed-in'));
  });

  it('stays signed out when the token could not be removed, and says so', async () => {
    const store = { ...createStore(token), forgetToken: () => Promise.resolve(fail('disk-low')) };
    const signIn = createSignIn(store, createRecord().audit, who, Promise.resolve());
    await signIn.resume();
    expect(await signIn.signOut(() => signIn.resume())).toEqual(fail('disk-low'));
    await signIn.resume();
    expect(signIn.session).toBeNull();
  });

  it('is on record once, however many ask for the desk at the same time', async () => {
    const { audit, steps } = createRecord();
    const signIn = createSignIn(createStore(token), audit, who, Promise.resolve());
    await Promise.all([signIn.resume(), signIn.resume(), signIn.resume()]);
    await signIn.resumed();
    expect(steps).toHaveLength(1);
  });
});

describe('the gate', () => {
  const handlers = { closeCall: () => Promise.resolve(fail('no-call')) };
  it.each([
    ['nobody signed in', null, 'not-signed-in'],
    ['another role', { agent: 'a', roles: ['auditor'] as const, person }, 'forbidden'],
    ['the right role', { agent: 'a', roles: ['auditor', 'agent'] as const, person }, 'no-call'],
  ])('with %s answers as it should', async (_who, session, code) => {
    const gate = createGate(
      () => session,
      () => false,
    );
    expect(await gate(handlers).closeCall()).toEqual(fail(code as ErrorCode));
  });

  it('refuses while the desk is locked, also what was let in before', async () => {
    const session = {
      agent: 'a',
      roles: ['agent'] as const,
      person: { userName: 'a', email: null, familyName: null },
    };
    let locked = true;
    const gate = createGate(
      () => session,
      () => locked,
    );
    expect(await gate(handlers).closeCall()).toEqual(fail('desk-locked'));
    locked = false;
    const slow = gate({
      closeCall: () => Promise.resolve().then(() => ((locked = true), ok({} as Receipt))),
    });
    expect(await slow.closeCall()).toEqual(fail('desk-locked'));
  });

  it('refuses to sign in anew while the desk is locked', async () => {
    const signIn = createSignIn(createStore(token), createRecord().audit, who, Promise.resolve());
    const view = { reason: 'agent', since: '', asks: 'token', abandonsAt: null } as const;
    const { signIn: again } = signingHandlers(
      signIn,
      () => Promise.resolve(fail('unexpected')),
      () => Promise.resolve(),
      { view, isShut: true, reset: () => undefined, renewPage: () => undefined },
      { cancelConfirm: () => false },
    );
    expect(await again({ token: 'another-token-123' })).toEqual(fail('desk-locked'));
  });

  it('leaves shut what was locked before a restart, whoever signs in then', async () => {
    const resets: string[] = [];
    const lockedWhile = (signIn: ReturnType<typeof createSignIn>) => ({
      get view() {
        return signIn.session && ({ reason: 'agent', since: '', asks: 'token', abandonsAt: null } as const);
      },
      isShut: true,
      reset: () => void resets.push('reset'),
      renewPage: () => undefined,
    });
    const handlersOf = (kept: string | null) => {
      const store = createStore(kept);
      const signIn = createSignIn(store, createRecord().audit, who, Promise.resolve());
      const state = () => Promise.resolve(fail('unexpected'));
      return { store, ...signingHandlers(signIn, state, () => Promise.resolve(), lockedWhile(signIn), byToken(store)) };
    };
    // The kept token comes back first, behind its lock, and no other takes its place.
    const kept = handlersOf(token);
    expect(await kept.signIn({ token: 'another-token-123' })).toEqual(fail('desk-locked'));
    expect(kept.store.token()).toBe(token);
    await handlersOf(null).signIn({ token: 'another-token-123' });
    expect(resets).toEqual([]);
  });

  it('refuses every operation when there is no policy', async () => {
    const refused = refuseAll('policy-invalid');
    for (const name of operationNames)
      expect(await (refused[name] as () => Promise<unknown>)()).toEqual(fail('policy-invalid'));
  });
});

describe('the table of roles', () => {
  it('does not compile when an operation has no rule', () => {
    const { closeCall: _closeCall, ...rest } = rolesFor;
    // @ts-expect-error an operation is missing
    const table: Record<OperationName, RoleRule> = rest;
    expect(Object.keys(table)).toHaveLength(operationNames.length - 1);
  });

  const everyone: readonly Role[] = ['agent', 'supervisor', 'auditor', 'privacy-officer', 'billing'];
  const refusedFor = (roles: readonly Role[]) =>
    operationNames.filter((name) => whyNot({ agent: 'a', roles, person }, false, rolesFor[name]) !== null);
  const gated = operationNames.filter((name) => rolesFor[name] !== 'anyone');

  it('lets nobody do anything who is not signed in, but sign in', () => {
    const open = operationNames.filter((name) => whyNot(null, false, rolesFor[name]) === null);
    expect(open).toEqual([
      ...['deskState', 'signIn', 'startSignIn', 'cancelSignIn', 'signOut'],
      ...['lockDesk', 'blanked', 'unlock', 'waitingLink'],
    ]);
  });

  it('lets nobody look anybody up but an agent', () => {
    for (const role of everyone.filter((each) => each !== 'agent')) {
      expect(refusedFor([role])).toEqual(
        expect.arrayContaining(['chooseCandidate', 'revealField', 'proveBySecondAgent']),
      );
    }
    for (const role of everyone.filter((each) => each !== 'agent' && each !== 'billing'))
      expect(refusedFor([role])).toContain('findSubject');
  });

  it('lets billing search, for the purposes that the policy gives it, and nothing more', () => {
    const allowed = gated.filter((name) => !refusedFor(['billing']).includes(name));
    expect(allowed).toEqual([
      ...['startCall', 'findSubject', 'cancelSearch', 'extendBudget', 'closeCall', 'acceptNotice'],
    ]);
  });

  it('lets nobody bypass a proof but who has that right, and gives them nothing else', () => {
    for (const role of everyone) expect(refusedFor([role])).toContain('bypassProof');
    expect(gated.filter((name) => !refusedFor(['bypass']).includes(name))).toEqual(['bypassProof']);
  });

  it('lets no agent read the audit', () => {
    expect(refusedFor(['agent'])).toEqual(expect.arrayContaining(['openAudit', 'readAudit']));
  });

  it('lets a privacy officer see to requests and do nothing else, and nobody else finish one', () => {
    const allowed = gated.filter((name) => !refusedFor(['privacy-officer']).includes(name));
    expect(allowed).toEqual(['readRequests', 'retryRequest', 'finishRequest']);
    for (const role of everyone.filter((each) => each !== 'privacy-officer'))
      expect(refusedFor([role])).toContain('finishRequest');
  });
});
