import { describe, expect, it } from 'vitest';
import { byToken } from '../../../../../electron/main/access/confirm.js';
import { createGate, refuseAll, whyNot } from '../../../../../electron/main/access/gate.js';
import type { Lock } from '../../../../../electron/main/access/lock.js';
import { rolesFor, type RoleRule } from '../../../../../electron/main/access/operation-roles.js';
import { createSignIn, type SignIn, type TokenStore } from '../../../../../electron/main/access/session.js';
import { signingHandlers } from '../../../../../electron/main/access/signing.js';
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
  let since: number | null = kept === null ? null : 1000;
  const store: TokenStore = {
    open: () => Promise.resolve(opens()),
    token: () => held,
    setToken: (next, at) => Promise.resolve(ok(void ([held, since] = [next, at]))),
    forgetToken: () => Promise.resolve(ok(void ([held, since] = [null, null]))),
    signedInAt: () => since,
  };
  return store;
};

/** A sign-in to a registry that takes any key. */
const openSignIn = (store: TokenStore, audit: AuditLog, opens: (key: string) => Promise<Result<void>> = taken) =>
  createSignIn({
    store,
    audit,
    who,
    started: Promise.resolve(),
    opens,
    door: { isShut: false, open: () => undefined },
    now: () => 5000,
  });
const taken = () => Promise.resolve(ok(undefined));

const createRecord = (fails: ErrorCode | null = null) => {
  const steps: Step[] = [];
  const audit = {
    first: 1,
    head: 0,
    record: (...added: Step[]) => {
      if (fails) return Promise.resolve(fail(fails));
      steps.push(...added);
      return Promise.resolve(ok({ seq: steps.length }));
    },
    open: () => Promise.resolve(ok(undefined)),
    mayDisclose: () => Promise.resolve(ok(undefined)),
    page: () => Promise.resolve(ok([])),
    stored: () => Promise.resolve(ok([])),
    lines: () => Promise.resolve(ok([])),
    pseudonyms: () => Promise.resolve(ok([])),
    close: () => Promise.resolve(),
  } satisfies AuditLog;
  return { audit, steps };
};

describe('signing in with a token', () => {
  it('is on record before the token is kept', async () => {
    const { audit, steps } = createRecord();
    const store = createStore();
    const signIn = openSignIn(store, audit);
    expect(await signIn.signIn(token)).toMatchObject({ ok: true });
    expect(signIn.session).toEqual(who);
    expect(store.token()).toBe(token);
    expect(steps).toEqual([{ type: 'session.signed-in', outcome: 'new-token' }]);
  });

  it('keeps nothing when it cannot be recorded', async () => {
    const store = createStore();
    const signIn = openSignIn(store, createRecord('audit-unavailable').audit);
    expect(await signIn.signIn(token)).toEqual(fail('audit-unavailable'));
    expect([signIn.session, store.token()]).toEqual([null, null]);
  });

  it.each(['', 'short', 'with space 123', 'line\nbreak-123', 'ä'.repeat(20), 'x'.repeat(5000)])(
    'refuses %j, which no token can be',
    async (wrong) => {
      const signIn = openSignIn(createStore(), createRecord().audit);
      expect(await signIn.signIn(wrong)).toEqual(fail('token-invalid'));
      expect(signIn.session).toBeNull();
    },
  );

  it.each<ErrorCode>(['registry-unauthorised', 'registry-forbidden', 'registry-unreachable', 'registry-timeout'])(
    'gives nobody a session whom the registry did not take: %s',
    async (code) => {
      const { audit, steps } = createRecord();
      const store = createStore();
      const opened: string[] = [];
      const door = { isShut: true, open: () => void opened.push('open') };
      const opens = () => Promise.resolve(fail(code));
      const signIn = createSignIn({ store, audit, who, started: Promise.resolve(), opens, door });
      expect(await signIn.signIn(token)).toEqual(fail(code));
      expect([signIn.session, store.token(), opened]).toEqual([null, null, []]);
      expect(steps).toEqual([{ type: 'session.refused', reason: code }]);
    },
  );

  it('opens what was shut once the registry has taken the key, and knows since when', async () => {
    const store = createStore();
    const asked: string[] = [];
    const opened: unknown[] = [];
    const signIn = createSignIn({
      ...{ store, audit: createRecord().audit, who, started: Promise.resolve(), now: () => 5000 },
      opens: (key) => Promise.resolve(ok(void asked.push(key))),
      door: { isShut: true, open: () => void opened.push(signIn.session) },
    });
    await signIn.signIn(token);
    expect([asked, opened, signIn.signedInAt]).toEqual([[token], [who], 5000]);
  });

  it.each(['the registry is asked', 'the key is kept'])('opens nothing that is shut while %s', async (when) => {
    const opened: string[] = [];
    const door = { isShut: false, open: () => void opened.push('open') };
    const shutAt = (moment: string) => Promise.resolve(ok(void (door.isShut ||= when === moment)));
    const { setToken, ...store } = createStore(token);
    const signIn = createSignIn({
      ...{ audit: createRecord().audit, who, started: Promise.resolve(), door },
      opens: () => shutAt('the registry is asked'),
      store: { ...store, setToken: (...kept) => setToken(...kept).then(() => shutAt('the key is kept')) },
    });
    await signIn.resume();
    const late = when === 'the registry is asked' ? fail('desk-locked') : ok(undefined);
    expect(await signIn.signIn('another-token-123')).toEqual(late);
    expect([opened, store.token()]).toEqual([[], late.ok ? 'another-token-123' : token]);
  });

  it('trusts a token kept from last time as before: the first screen waits for no registry', async () => {
    const signIn = openSignIn(createStore(token), createRecord().audit, () => Promise.reject(new Error('asked')));
    await signIn.resume();
    expect([signIn.session, signIn.signedInAt]).toEqual([who, 1000]);
  });

  it('is not undone by a sign-out that is still under way', async () => {
    const store = createStore(token);
    const signIn = openSignIn(store, createRecord().audit);
    await signIn.resume();
    let left: () => void = () => undefined;
    const leaving = signIn.signOut(() => new Promise((resolve) => (left = resolve)));
    const signing = signIn.signIn('another-token-123');
    await new Promise((resolve) => setImmediate(resolve));
    left();
    await Promise.all([leaving, signing]);
    expect([signIn.session, store.token()]).toEqual([who, 'another-token-123']);
  });

  it('picks up a token kept from last time', async () => {
    const { audit, steps } = createRecord();
    const signIn = openSignIn(createStore(token), audit);
    await signIn.resume();
    await signIn.resume();
    await signIn.resumed();
    expect(signIn.session).toEqual(who);
    expect(steps).toEqual([{ type: 'session.signed-in', outcome: 'kept-token' }]);
  });

  it('says why there is no session when the keychain is locked, records it once, and recovers without a restart', async () => {
    let locked = true;
    const { audit, steps } = createRecord();
    const signIn = openSignIn(
      createStore(token, () => (locked ? fail('keychain-locked') : ok(undefined))),
      audit,
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
    const signIn = openSignIn(store, createRecord().audit);
    await signIn.resume();
    const left: unknown[] = [];
    const deskState = () => Promise.resolve(fail('unexpected'));
    const leave = () => Promise.resolve(void left.push(signIn.session));
    const lock = { view: null, renewPage: () => undefined };
    const { audit } = createRecord();
    const confirmation = byToken(store);
    const { signOut } = signingHandlers({ signIn, audit, leave, lock, confirmation, tell: () => undefined }, deskState);
    await signOut();
    // When the call is left there is nobody signed in any more, so nothing waiting behind it runs.
    expect([signIn.session, store.token(), left]).toEqual([null, null, [null]]);
    expect(await signIn.signOut(() => Promise.resolve())).toEqual(fail('not-signed-in'));
  });

  it('stays signed out when the token could not be removed, and says so', async () => {
    const store = { ...createStore(token), forgetToken: () => Promise.resolve(fail('disk-low')) };
    const signIn = openSignIn(store, createRecord().audit);
    await signIn.resume();
    expect(await signIn.signOut(() => signIn.resume())).toEqual(fail('disk-low'));
    await signIn.resume();
    expect(signIn.session).toBeNull();
  });

  it('is on record once, however many ask for the desk at the same time', async () => {
    const { audit, steps } = createRecord();
    const signIn = openSignIn(createStore(token), audit);
    await Promise.all([signIn.resume(), signIn.resume(), signIn.resume()]);
    await signIn.resumed();
    expect(steps).toHaveLength(1);
  });
});

/** Signing in at a desk behind that lock. */
const signingAgain = (signIn: SignIn, lock: Pick<Lock, 'view' | 'renewPage'>) => {
  const told: string[] = [];
  const { audit } = createRecord();
  const { signIn: again } = signingHandlers(
    {
      ...{ signIn, audit, lock },
      leave: () => Promise.resolve(),
      confirmation: { cancelConfirm: () => false },
      tell: () => void told.push('state'),
    },
    () => Promise.resolve(fail('unexpected')),
  );
  return { again, told };
};

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
    const signIn = openSignIn(createStore(token), createRecord().audit);
    const view = { reason: 'agent', since: '', asks: 'token', abandonsAt: null } as const;
    const { again } = signingAgain(signIn, { view, renewPage: () => undefined });
    expect(await again({ token: 'another-token-123' })).toEqual(fail('desk-locked'));
  });

  it('brings a kept session back behind its lock before anybody else can sign in', async () => {
    const store = createStore(token);
    const signIn = openSignIn(store, createRecord().audit);
    const lock = {
      get view() {
        return signIn.session && ({ reason: 'agent', since: '', asks: 'token', abandonsAt: null } as const);
      },
      renewPage: () => undefined,
    };
    const { again, told } = signingAgain(signIn, lock);
    expect(await again({ token: 'another-token-123' })).toEqual(fail('desk-locked'));
    expect(store.token()).toBe(token);
    // The window shows somewhere to sign in, and has to show the lock.
    expect(told).toEqual(['state']);
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
  const reading = ['openAudit', 'readAudit', 'startVerification', 'cancelVerification'];

  it('lets nobody do anything who is not signed in, but sign in', () => {
    const open = operationNames.filter((name) => whyNot(null, false, rolesFor[name]) === null);
    expect(open).toEqual([
      ...['deskState', 'keepLook', 'scorePolicy', 'signIn', 'startSignIn', 'cancelSignIn', 'signOut'],
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

  it('lets no agent read the audit, nor verify it', () => {
    for (const role of ['agent', 'billing'] as const)
      expect(refusedFor([role])).toEqual(expect.arrayContaining(reading));
  });

  it('lets an auditor read, export and count, and nothing more, and nobody else export or count', () => {
    const alone = ['saveJournal', 'saveStatistics'];
    const allowed = gated.filter((name) => !refusedFor(['auditor']).includes(name));
    expect([...allowed].sort()).toEqual([...alone, ...reading, 'cancelReport'].sort());
    for (const role of everyone.filter((each) => each !== 'auditor'))
      expect(refusedFor([role])).toEqual(expect.arrayContaining(alone));
  });

  it('lets a privacy officer see to requests, erase, hold, answer people and read the audit and do nothing else, and nobody else finish, erase, hold or answer', () => {
    const allowed = gated.filter((name) => !refusedFor(['privacy-officer']).includes(name));
    const alone = ['finishRequest', 'eraseSubject', 'readHolds', 'setHold', 'liftHold', 'saveSubjectReport'];
    const shared = ['readRequests', 'retryRequest', ...reading, 'cancelReport'];
    expect([...allowed].sort()).toEqual([...alone, ...shared].sort());
    for (const role of everyone.filter((each) => each !== 'privacy-officer'))
      expect(refusedFor([role])).toEqual(expect.arrayContaining(alone));
  });
});
