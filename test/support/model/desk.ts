import { vi } from 'vitest';
import { byToken } from '../../../electron/main/access/confirm.js';
import { createLock, type Lock } from '../../../electron/main/access/lock.js';
import { lockAgain } from '../../../electron/main/access/locking.js';
import { createSignIn, type SignIn, type TokenStore } from '../../../electron/main/access/session.js';
import { Withheld } from '../../../electron/main/audit/disclosure.js';
import { abandonUnfinished } from '../../../electron/main/call/close.js';
import type { SecondAgentAnswer, SecondAgentPort } from '../../../electron/main/call/colleague.js';
import { ok } from '../../../shared/result.js';
import { createTestKeys, openCallDesk, type CallDesk } from '../call-desk.js';
import { createLedger } from './ledger.js';
import { createMemoryDisk } from './memory-disk.js';
import { begins, peopleFor, policyText } from './world.js';

export const token = 'token-1234567890';

const createStore = (): TokenStore => {
  let kept: string | null = token;
  return {
    open: () => Promise.resolve(ok(undefined)),
    token: () => kept,
    setToken: (next) => Promise.resolve(ok(void (kept = next))),
    forgetToken: () => Promise.resolve(ok(void (kept = null))),
  };
};

interface Asked {
  readonly signal: AbortSignal;
  readonly answer: (answer: SecondAgentAnswer) => void;
}

interface Running {
  readonly desk: CallDesk;
  readonly signIn: SignIn;
  readonly lock: Lock;
}

/** What was set to happen later does not happen to a process that is gone; the time goes on. */
const dropTimers = (): void => {
  const time = Date.now();
  vi.clearAllTimers();
  vi.setSystemTime(time);
};

/** Everything that does not wait for the world has happened. Nothing here does. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A desk with its real lock, sign-in, watch and journal, that can crash and start again on the disk that is left. */
export const openModelDesk = async (raisedThreat: boolean) => {
  vi.setSystemTime(begins);
  const disk = createMemoryDisk();
  const keys = createTestKeys();
  const store = createStore();
  const roles = ['agent', 'supervisor', 'billing', 'bypass'] as const;
  let asked: Asked | null = null;
  let onAsked = (): void => undefined;

  const askSecondAgent: SecondAgentPort = (signal) =>
    new Promise((resolve) => {
      asked = { signal, answer: resolve };
      signal.addEventListener('abort', () => resolve({ ok: false, error: { code: 'sign-in-cancelled' }, agent: null }));
      onAsked();
    });

  const boot = async (): Promise<Running> => {
    const desk = await openCallDesk({
      files: disk.boot(),
      kept: {
        ...{ folder: '/state/tunniste/audit', keys },
        prepare: () => Promise.resolve(ok(undefined)),
        lock: () => Promise.resolve(ok({ release: () => Promise.resolve() })),
      },
      policy: () => policyText(raisedThreat),
      search: (query) => Promise.resolve(ok(peopleFor(query).map((subject) => new Withheld(subject)))),
      ...{ askSecondAgent, roles },
    });
    const signIn = createSignIn(store, desk.audit, desk.session, Promise.resolve());
    const leave = async (): Promise<void> => {
      desk.signOut();
      await desk.calls.abandon('signed-out');
      lock.reset();
    };
    const lock: Lock = createLock({
      ...{ session: desk.policy.session, signIn, audit: desk.audit, calls: desk.calls, leave },
      ...{ confirm: byToken(store).confirm, asks: 'token', reading: { end: () => undefined } },
      ...{ blank: () => undefined, tell: () => undefined, idleSeconds: () => 0 },
    });
    Object.assign(desk.room, {
      whyNot: () => (!signIn.session ? { code: 'not-signed-in' } : lock.isShut ? { code: 'desk-locked' } : null),
    });
    await abandonUnfinished(desk.audit);
    await lockAgain(lock, desk.audit);
    await signIn.resume();
    await signIn.resumed();
    if (!signIn.session) desk.signOut();
    return { desk, signIn, lock };
  };
  let running = await boot();
  const ledger = createLedger(disk);

  return {
    ledger,
    policy: running.desk.policy,
    get desk() {
      return running.desk;
    },
    get lock() {
      return running.lock;
    },
    signIn: async () => {
      const signed = await running.signIn.signIn(token);
      running.desk.signIn();
      return signed;
    },
    signOut: () =>
      running.signIn.signOut(async () => {
        running.desk.signOut();
        await running.desk.calls.abandon('signed-out');
        running.lock.reset();
      }),
    /** What a second agent was last asked, until it is answered or not asked any longer. */
    get asked() {
      return asked?.signal.aborted ? null : asked;
    },
    /** Done when the second agent is asked, or when that was refused; answers the refusal. */
    ask: async <T>(operation: () => Promise<T>): Promise<T | null> => {
      const isAsked = new Promise<null>((resolve) => (onAsked = () => resolve(null)));
      return Promise.race([operation(), isAsked]);
    },
    answer: (confirmed: boolean): void => {
      asked?.answer(
        confirmed
          ? { ok: true, agent: 'bertil.berg' }
          : { ok: false, error: { code: 'sign-in-cancelled' }, agent: null },
      );
      asked = null;
    },
    crash: async (): Promise<void> => {
      await settled();
      disk.crash();
      dropTimers();
      asked = null;
      await running.desk.end().catch(() => undefined);
      running = await boot();
    },
    /** Every byte of the journal. */
    text: (): string => disk.keptFrom(0).lines.join('\n'),
    end: async (): Promise<void> => {
      await running.desk.end();
      vi.clearAllTimers();
    },
  };
};

export type ModelDesk = Awaited<ReturnType<typeof openModelDesk>>;
