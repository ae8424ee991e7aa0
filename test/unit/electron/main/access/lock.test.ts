import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { byToken, type Confirm } from '../../../../../electron/main/access/confirm.js';
import { createLock } from '../../../../../electron/main/access/lock.js';
import { lockHandlers, openLock, quietWhileAway } from '../../../../../electron/main/access/locking.js';
import type { Session } from '../../../../../electron/main/access/session.js';
import { createDeskRecords } from '../../../../../electron/main/audit/desk-records.js';
import type { Step } from '../../../../../electron/main/audit/audit-log.js';
import type { CallView } from '../../../../../shared/call-view.js';
import type { DeskEvent } from '../../../../../shared/desk-state.js';
import type { LockReason } from '../../../../../shared/lock-view.js';
import { fail, ok, type ErrorCode, type Result } from '../../../../../shared/result.js';

const minute = 60_000;
const hour = 60 * minute;
const token = 'token-1234567890';
const policy = {
  idleMinutes: 15,
  absoluteHours: 12,
  lockWithScreen: true,
  lockedCallMinutes: 5,
  contentProtection: false,
};

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T08:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const someone: Session = {
  agent: 'agent',
  roles: ['agent'],
  person: { userName: 'agent', email: null, familyName: null },
};

interface Options {
  readonly lockedCallMinutes?: number;
  readonly recording?: Result<{ seq: number }>;
  readonly store?: ReturnType<typeof createStore>;
  readonly signedInAt?: number | null;
}

/** Where the count of wrong tries lies. */
const createStore = () => {
  const state = { tries: 0, saves: ok(undefined) as Result<void> };
  return {
    state,
    wrongTries: () => state.tries,
    setWrongTries: (count: number) => {
      if (state.saves.ok) state.tries = count;
      return Promise.resolve(state.saves);
    },
  };
};

const open = ({ lockedCallMinutes = 5, recording = ok({ seq: 1 }), store = createStore(), ...given }: Options = {}) => {
  /** What happened, in order. */
  const done: string[] = [];
  const steps: Step[] = [];
  let session: Session | null = someone;
  let call: CallView | null = { reference: 'AAAA-BBBB' } as CallView;
  let idle = 0;
  const state: {
    recording: Promise<Result<{ seq: number }>> | Result<{ seq: number }>;
    confirm: Confirm;
    signedInAt: number | null;
    signingIn: 'renewing' | null;
  } = {
    recording,
    confirm: byToken({ token: () => token }).confirm,
    signedInAt: given.signedInAt === undefined ? Date.now() : given.signedInAt,
    signingIn: null,
  };
  const audit = {
    record: async (...added: Step[]) => {
      done.push(...added.map(({ type }) => type));
      steps.push(...added);
      return state.recording;
    },
  };
  const lock = createLock({
    session: { ...policy, lockedCallMinutes },
    signIn: {
      get session() {
        return session;
      },
      get signedInAt() {
        return state.signedInAt;
      },
      get signingIn() {
        return state.signingIn;
      },
      signOut: async (leave) => {
        session = null;
        await leave();
        done.push('signed out');
        return ok(undefined);
      },
    },
    audit,
    records: createDeskRecords(audit),
    calls: {
      view: () => call,
      putAway: async () => void done.push('put away'),
      abandon: async (reason) => {
        done.push(`abandoned: ${reason}`);
        call = null;
      },
    },
    confirm: (typed) => state.confirm(typed),
    asks: 'token',
    blank: () => void done.push('blank'),
    reading: { end: () => void done.push('reading ended') },
    leave: async (reason) => void done.push(`left: ${reason}`),
    store,
    tell: () => void done.push('told'),
    idleSeconds: () => idle,
  });
  return {
    lock,
    done,
    steps,
    store,
    state,
    idle: (seconds: number) => void (idle = seconds),
    signOut: () => void (session = null),
    signIn: () => void (session = someone),
    /** What the desk does every few seconds. */
    pass: async (milliseconds: number) => {
      vi.setSystemTime(Date.now() + milliseconds);
      await lock.tick();
    },
  };
};

describe('locking', () => {
  it('blanks the window before anything is written down', async () => {
    const { lock, done, steps } = open();
    lock.lock('agent');
    expect(done).toEqual(['blank', 'reading ended']);
    expect(lock.view).toEqual({
      reason: 'agent',
      since: '2026-11-22T08:00:00.000Z',
      asks: 'token',
      abandonsAt: '2026-11-22T08:05:00.000Z',
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['blank', 'reading ended', 'session.locked', 'put away']);
    expect(steps).toEqual([{ type: 'session.locked', reason: 'agent' }]);
  });

  it('happens also when it cannot be recorded', async () => {
    const { lock, done } = open({ recording: fail('audit-unavailable') });
    lock.lock('suspend');
    await vi.advanceTimersByTimeAsync(0);
    expect(lock.view).toMatchObject({ reason: 'suspend' });
    expect(done).toContain('put away');
  });

  it('happens once, and not at all when nobody is signed in', async () => {
    const { lock, done, signOut, signIn } = open();
    signOut();
    lock.lock('agent');
    expect([lock.view, done]).toEqual([null, []]);
    signIn();
    lock.lock('agent');
    lock.lock('screen');
    await vi.advanceTimersByTimeAsync(0);
    expect(lock.view).toMatchObject({ reason: 'agent' });
    expect(done.filter((what) => what === 'blank')).toHaveLength(1);
  });

  it('comes when nobody has touched the computer for the policy’s time, not before', async () => {
    const { lock, pass, idle } = open();
    idle(15 * 60 - 1);
    await pass(5000);
    expect(lock.view).toBeNull();
    idle(15 * 60);
    await pass(5000);
    expect(lock.view).toMatchObject({ reason: 'idle' });
  });

  it('comes where the system always says that somebody is there, unless something was asked of the desk meanwhile', async () => {
    const { lock, pass } = open();
    await pass(14 * minute);
    lock.touch();
    await pass(14 * minute);
    expect(lock.view).toBeNull();
    await pass(minute);
    expect(lock.view).toMatchObject({ reason: 'idle' });
    await lock.unlock(token);
    await pass(14 * minute);
    expect(lock.view).toBeNull();
  });

  it('does not come while somebody works elsewhere on the computer', async () => {
    const { lock, pass, idle } = open();
    for (let passed = 0; passed < 60; passed += 5) {
      idle(passed % 10 === 0 ? 1 : 0);
      await pass(5 * minute);
    }
    expect(lock.view).toBeNull();
  });

  it('waits for a session that is on its way', async () => {
    const { lock, state, signOut, signIn } = open();
    signOut();
    lock.lock('suspend');
    expect(lock.isShut).toBe(false);
    state.signingIn = 'renewing';
    lock.lock('suspend');
    signIn();
    expect(lock.view).toMatchObject({ reason: 'suspend' });
  });

  it('ends the session when its time is over, whatever is going on', async () => {
    const { lock, pass, done, steps, idle } = open();
    idle(1);
    await pass(12 * hour - 1);
    expect(done).toEqual([]);
    await pass(1);
    await vi.advanceTimersByTimeAsync(0);
    expect([lock.view, lock.ended]).toEqual([null, 'absolute']);
    expect(done).toEqual(expect.arrayContaining(['blank', 'session.locked', 'put away', 'signed out', 'told']));
    expect(steps).toEqual([{ type: 'session.locked', reason: 'absolute' }]);
  });

  it('ends a locked session too, and the next one has its own time', async () => {
    const { lock, pass, signIn, state, done } = open();
    await pass(0);
    lock.lock('agent');
    await pass(12 * hour);
    expect(lock.ended).toBe('absolute');
    signIn();
    state.signedInAt = Date.now();
    lock.open();
    await pass(5000);
    await pass(11 * hour);
    expect(done.filter((what) => what === 'signed out')).toHaveLength(1);
  });
});

describe('a session’s time', () => {
  it('is counted from signing in, however often the desk was started since', async () => {
    const { lock, pass, done } = open({ signedInAt: Date.now() - 12 * hour + 1000 });
    await pass(999);
    expect(done).not.toContain('signed out');
    await pass(1);
    expect([lock.view, lock.ended]).toEqual([null, 'absolute']);
  });

  it('is not made longer by a clock that is set back; a little is only put right', async () => {
    const { lock, pass } = open();
    await pass(-minute);
    expect(lock.ended).toBeNull();
    await pass(-hour);
    expect(lock.ended).toBe('absolute');
  });

  it('is over when nobody knows when it began', async () => {
    const { lock, pass } = open({ signedInAt: null });
    await pass(0);
    expect(lock.ended).toBe('absolute');
  });
});

describe('a session that runs out', () => {
  it('shuts the desk: its call is put away and waits no longer than behind the lock', async () => {
    const { lock, pass, signOut, done, steps } = open();
    signOut();
    lock.shut();
    await vi.advanceTimersByTimeAsync(0);
    expect([lock.isShut, lock.view]).toEqual([true, null]);
    expect(steps).toEqual([{ type: 'session.locked', reason: 'lapse' }]);
    expect(done).toEqual(['reading ended', 'session.locked', 'put away']);
    await pass(5 * minute - 1);
    expect(done).not.toContain('abandoned: locked');
    await pass(1);
    expect(done.slice(-2)).toEqual(['abandoned: locked', 'told']);
    lock.open();
    expect(lock.isShut).toBe(false);
  });

  it('takes away what the window shows, once, and behind the lock nothing is shown', async () => {
    const { lock, signOut, done } = open();
    signOut();
    lock.lapse();
    lock.lapse();
    await vi.advanceTimersByTimeAsync(0);
    expect(lock.isShut).toBe(true);
    expect(done.filter((what) => what === 'blank')).toHaveLength(1);
    lock.open();
    lock.shut();
    expect(done.filter((what) => what === 'blank')).toHaveLength(1);
  });

  it('behind the lock gives its call no more time', async () => {
    const { lock, pass, signOut, done } = open();
    lock.lock('idle');
    await pass(4 * minute);
    signOut();
    lock.shut();
    await pass(minute);
    expect(done).toContain('abandoned: locked');
    expect(done.filter((what) => what === 'session.locked')).toHaveLength(1);
  });
});

describe('what was shut', () => {
  it('stays shut after signing out behind it, and after the fifth wrong try, until somebody signs in anew', async () => {
    const { lock, signOut, signIn } = open();
    lock.lock('agent');
    signOut();
    expect([lock.isShut, lock.view]).toEqual([true, null]);
    signIn();
    expect(lock.view).toMatchObject({ reason: 'agent' });
    for (let guess = 0; guess < 5; guess++) await lock.unlock('wrong');
    expect([lock.isShut, lock.ended]).toEqual([true, 'wrong-keys']);
    lock.open();
    signIn();
    expect([lock.isShut, lock.view, lock.ended]).toEqual([false, null, null]);
  });

  it('is put on record as soon as that can be done, and a desk that cannot has not ended in order', async () => {
    const { lock, state, pass, steps } = open({ recording: fail('disk-low') });
    lock.lock('idle');
    expect(await lock.isOnRecord()).toBe(false);
    await pass(5000);
    state.recording = ok({ seq: 1 });
    const before = steps.length;
    await pass(5000);
    expect(steps.slice(before)).toEqual([{ type: 'session.locked', reason: 'idle' }]);
    await pass(5000);
    expect(steps).toHaveLength(before + 1);
    expect(await lock.isOnRecord()).toBe(true);
  });

  it('is put on record once, however long the disk takes', async () => {
    let finish = (): void => undefined;
    const { lock, state, pass, steps } = open();
    state.recording = new Promise((resolve) => {
      finish = () => resolve(ok({ seq: 1 }));
    });
    lock.lock('agent');
    await pass(5000);
    await pass(5000);
    finish();
    expect(await lock.isOnRecord()).toBe(true);
    expect(steps).toEqual([{ type: 'session.locked', reason: 'agent' }]);
  });

  it('is on record where nothing is shut', async () => {
    expect(await open({ recording: fail('disk-low') }).lock.isOnRecord()).toBe(true);
  });
});

describe('the open call', () => {
  it('is abandoned after the policy’s time and the window is told', async () => {
    const { lock, pass, done } = open();
    lock.lock('agent');
    await pass(5 * minute - 1);
    expect(done).not.toContain('abandoned: locked');
    await pass(1);
    expect(done.slice(-2)).toEqual(['abandoned: locked', 'told']);
    expect(lock.view).toMatchObject({ abandonsAt: null });
  });

  it('is abandoned at once where the policy leaves no time', async () => {
    const { lock, done } = open({ lockedCallMinutes: 0 });
    lock.lock('screen');
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['blank', 'reading ended', 'session.locked', 'put away', 'abandoned: locked', 'told']);
  });

  it('is abandoned before the desk is unlocked, when the computer slept through its time', async () => {
    const { lock, done } = open();
    lock.lock('suspend');
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(Date.now() + hour);
    expect(await lock.unlock(token)).toEqual(ok(undefined));
    expect(done.slice(-3)).toEqual(['abandoned: locked', 'told', 'session.unlocked']);
  });

  it('goes on when the same person comes back in time', async () => {
    const { lock, pass, done } = open();
    lock.lock('agent');
    await pass(4 * minute);
    await lock.unlock(token);
    await pass(10 * minute);
    expect(done).not.toContain('abandoned: locked');
  });
});

describe('unlocking', () => {
  it('is on record first; without its entry the desk stays locked', async () => {
    const { lock, state, steps } = open();
    lock.lock('agent');
    state.recording = fail('disk-low');
    expect(await lock.unlock(token)).toEqual(fail('disk-low'));
    expect(lock.view).not.toBeNull();
    state.recording = ok({ seq: 2 });
    expect(await lock.unlock(token)).toEqual(ok(undefined));
    expect(lock.view).toBeNull();
    expect(steps.at(-1)).toEqual({ type: 'session.unlocked' });
  });

  it('waits until nothing of the subject is left', async () => {
    const { lock, done } = open();
    lock.lock('agent');
    await lock.unlock(token);
    expect(done.indexOf('put away')).toBeLessThan(done.indexOf('session.unlocked'));
  });

  it.each([null, '', 'token-123456789', 'token-12345678901', `${token} `, 'ä'])('is refused with %j', async (wrong) => {
    const { lock } = open();
    lock.lock('agent');
    expect(await lock.unlock(wrong)).toEqual(fail('not-same-agent'));
    expect(lock.view).not.toBeNull();
  });

  it('ends the session with the fifth wrong key, however many come at once', async () => {
    const { lock, done, state } = open();
    let looked = 0;
    state.confirm = async () => {
      looked += 1;
      return fail('not-same-agent');
    };
    lock.lock('agent');
    const answers = await Promise.all(Array.from({ length: 200 }, () => lock.unlock('guess')));
    expect(new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)))).toEqual(
      new Set(['not-same-agent']),
    );
    expect(looked).toBe(5);
    expect([lock.view, lock.ended]).toEqual([null, 'wrong-keys']);
    expect(done).toContain('signed out');
    expect(await lock.unlock(token)).toEqual(fail('not-signed-in'));
  });

  it('counts wrong tries over every restart', async () => {
    const store = createStore();
    for (let start = 1; start <= 4; start++) {
      const { lock } = open({ store });
      lock.startLocked('agent');
      await lock.unlock('wrong');
      expect([store.state.tries, lock.ended]).toEqual([start, null]);
    }
    const { lock } = open({ store });
    lock.startLocked('agent');
    await lock.unlock('wrong');
    expect(lock.ended).toBe('wrong-keys');
  });

  it('ends the session that a desk came back to with all tries spent', async () => {
    const { lock, store, state } = open();
    store.state.tries = 5;
    state.confirm = () => Promise.reject(new Error('looked'));
    lock.startLocked('agent');
    expect(await lock.unlock(token)).toEqual(fail('not-same-agent'));
    expect([lock.view, lock.ended]).toEqual([null, 'wrong-keys']);
  });

  it('looks at no try that it cannot count', async () => {
    const { lock, store, state } = open();
    lock.lock('agent');
    state.confirm = () => Promise.reject(new Error('looked'));
    store.state.saves = fail('disk-low');
    expect(await lock.unlock(token)).toEqual(fail('disk-low'));
    expect(lock.view).not.toBeNull();
  });

  it('puts a wrong try on record as nobody’s, with the name of who it was where that is known', async () => {
    const { lock, state, steps } = open();
    lock.lock('agent');
    const wrong = {
      ...{ type: 'operation.refused', fields: ['unlock'], reason: 'not-same-agent' },
      by: { agent: null, role: null },
    };
    await lock.unlock('wrong');
    expect(steps.at(-1)).toMatchObject(wrong);
    expect(steps.at(-1)).not.toHaveProperty('sealed');
    state.confirm = () => Promise.resolve({ ...fail('not-same-agent'), tried: 'bertil.berg' });
    await lock.unlock(null);
    expect(steps.at(-1)).toMatchObject({ ...wrong, sealed: { tried: 'bertil.berg' } });
  });

  it('counts only wrong answers, and a right one begins anew', async () => {
    const { lock, state } = open();
    const right = state.confirm;
    lock.lock('agent');
    state.confirm = () => Promise.resolve(fail('keychain-timeout'));
    for (let attempt = 0; attempt < 9; attempt++) expect(await lock.unlock(token)).toEqual(fail('keychain-timeout'));
    state.confirm = right;
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 4; attempt++) await lock.unlock('wrong');
      expect(await lock.unlock(token)).toEqual(ok(undefined));
      lock.lock('agent');
    }
    expect(lock.ended).toBeNull();
  });

  it('is not opened by a confirmation that a later lock came before', async () => {
    const { lock, state } = open();
    lock.lock('agent');
    const right = state.confirm;
    state.confirm = async (typed) => {
      const confirmed = await right(typed);
      lock.lock('suspend');
      return confirmed;
    };
    expect(await lock.unlock(token)).toEqual(fail('desk-locked'));
    expect(lock.view).not.toBeNull();
    state.confirm = right;
    expect(await lock.unlock(token)).toEqual(ok(undefined));
  });

  it.each(['a lock', 'the end of the session'])(
    'is not the last that stands on record where %s came while it was put there',
    async (what) => {
      const { lock, state, steps, signOut } = open();
      lock.lock('agent');
      await lock.isOnRecord();
      let finish = (): void => undefined;
      state.recording = new Promise((resolve) => {
        finish = () => resolve(ok({ seq: 2 }));
      });
      const unlocking = lock.unlock(token);
      await vi.waitFor(() => expect(steps.at(-1)).toEqual({ type: 'session.unlocked' }));
      if (what === 'a lock') lock.lock('suspend');
      else signOut();
      const isOnRecord = lock.isOnRecord();
      finish();
      expect(await unlocking).toEqual(fail(what === 'a lock' ? 'desk-locked' : 'not-signed-in'));
      expect(await isOnRecord).toBe(true);
      expect(steps.at(-1)).toEqual({ type: 'session.locked', reason: 'agent' });
      expect(lock.isShut).toBe(true);
    },
  );

  it('leaves no trace where the session ended before it', async () => {
    const { lock, state, steps, signOut } = open();
    lock.lock('agent');
    state.confirm = () => Promise.resolve(ok(void signOut()));
    expect(await lock.unlock(token)).toEqual(fail('not-signed-in'));
    expect(steps).toEqual([{ type: 'session.locked', reason: 'agent' }]);
  });

  it('gives no more tries after many that were given up at once', async () => {
    const { lock, state } = open();
    const right = state.confirm;
    lock.lock('agent');
    state.confirm = () => Promise.resolve(fail('sign-in-cancelled'));
    await Promise.all(Array.from({ length: 20 }, () => lock.unlock(null)));
    state.confirm = right;
    for (let guess = 1; guess <= 5; guess++) {
      expect(lock.ended).toBeNull();
      await lock.unlock('wrong');
    }
    expect(lock.ended).toBe('wrong-keys');
  });

  it('does not open a session that ended while it was being confirmed', async () => {
    const { lock, state, signOut } = open();
    lock.lock('agent');
    state.confirm = async () => {
      signOut();
      return ok(undefined);
    };
    expect(await lock.unlock(token)).toEqual(fail('not-signed-in'));
  });

  it('of a desk that is not locked is refused, right key or wrong, and changes nothing', async () => {
    const { lock, state, steps } = open();
    state.confirm = () => Promise.reject(new Error('looked'));
    for (const typed of ['anything', token, null]) expect(await lock.unlock(typed)).toEqual(fail('not-locked'));
    expect(steps).toEqual([]);
  });
});

it('no key opens a desk that keeps none', async () => {
  const { confirm } = byToken({ token: () => null });
  for (const typed of [null, '', token]) expect(await confirm(typed)).toEqual(fail('not-same-agent'));
});

it('a locked window is told of nothing but to be blank and that there is something to ask', () => {
  const events: DeskEvent[] = [
    { kind: 'state' },
    { kind: 'blank' },
    { kind: 'call', call: null },
    { kind: 'hide', field: 'name' },
    { kind: 'audit', head: 7 },
  ];
  const told: DeskEvent[] = [];
  let locked = true;
  const emit = quietWhileAway(
    (event) => void told.push(event),
    () => locked,
  );
  events.forEach(emit);
  expect(told.map(({ kind }) => kind)).toEqual(['state', 'blank']);
  locked = false;
  events.forEach(emit);
  expect(told).toHaveLength(7);
});

describe('the computer', () => {
  const openOn = (lockWithScreen: boolean) => {
    const done: string[] = [];
    const heard = { suspend: () => undefined as void, screen: () => undefined as void };
    let idle = 0;
    const lock = openLock(
      {
        emit: ({ kind }) => void done.push(`event: ${kind}`),
        view: { blank: () => void done.push('blank'), blanked: () => true, hideFromCapture: () => undefined },
        power: {
          idleSeconds: () => idle,
          onSuspend: (listener) => void (heard.suspend = listener),
          onResume: () => undefined,
          onScreenLock: (listener) => void (heard.screen = listener),
        },
      },
      {
        session: { ...policy, lockWithScreen },
        signIn: {
          ...{ session: someone, signedInAt: Date.now(), signingIn: null },
          signOut: () => Promise.resolve(ok(undefined)),
        },
        store: createStore(),
        records: { wrongTry: () => Promise.resolve() },
        audit: { record: () => Promise.resolve(ok({ seq: 1 })) },
        calls: { view: () => null, putAway: () => Promise.resolve(), abandon: () => Promise.resolve() },
        ...byToken({ token: () => token }),
        reading: { end: () => undefined },
        leave: () => Promise.resolve(),
      },
    );
    return { lock, heard, done, idle: (seconds: number) => void (idle = seconds) };
  };

  it('going to sleep locks the desk; the window hears of it before main does anything else', () => {
    const { lock, heard, done } = openOn(false);
    heard.suspend();
    expect(lock.view).toMatchObject({ reason: 'suspend' });
    expect(done).toEqual(['event: blank', 'blank']);
  });

  it.each([true, false])('being locked locks the desk where the policy says so: %s', (lockWithScreen) => {
    const { lock, heard } = openOn(lockWithScreen);
    heard.screen();
    expect(lock.view?.reason ?? null).toBe(lockWithScreen ? 'screen' : null);
  });

  it('being left alone locks the desk within five seconds of the policy’s time', async () => {
    const { lock, idle } = openOn(true);
    await vi.advanceTimersByTimeAsync(minute);
    expect(lock.view).toBeNull();
    idle(15 * 60);
    await vi.advanceTimersByTimeAsync(5000);
    expect(lock.view).toMatchObject({ reason: 'idle' });
  });
});

describe('the operations', () => {
  const handlersOf = (desk: ReturnType<typeof open>, asked = true, signedIn = true) =>
    lockHandlers(
      { view: { blank: () => undefined, blanked: () => asked, hideFromCapture: () => undefined } },
      desk.lock,
      { session: signedIn ? someone : null },
      () => Promise.resolve(fail('unexpected')),
    );

  it.each<[string, boolean, LockReason | null, ErrorCode | null]>([
    ['nobody signed in', false, null, 'not-signed-in'],
    ['the desk locked', true, 'idle', 'desk-locked'],
    ['someone at the desk', true, null, null],
  ])('lock by hand, with %s', async (_who, signedIn, already, code) => {
    const desk = open();
    if (already) desk.lock.lock(already);
    const answer = await handlersOf(desk, true, signedIn).lockDesk();
    expect(answer).toEqual(code ? fail(code) : ok({ locked: true }));
  });

  it('take the page’s word only when it was asked', async () => {
    expect(await handlersOf(open()).blanked()).toEqual(ok({ blank: true }));
    expect(await handlersOf(open(), false).blanked()).toEqual(fail('invalid-request'));
    expect(await handlersOf(open(), false, false).blanked()).toEqual(fail('not-signed-in'));
  });
});
