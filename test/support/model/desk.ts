import { vi } from 'vitest';
import { byToken } from '../../../electron/main/access/confirm.js';
import { whyNot } from '../../../electron/main/access/gate.js';
import { createLeave, type Leave } from '../../../electron/main/access/leaving.js';
import { createLock, type Lock } from '../../../electron/main/access/lock.js';
import { lockAgain } from '../../../electron/main/access/locking.js';
import { rolesFor } from '../../../electron/main/access/operation-roles.js';
import { createSignIn, type SignIn, type TokenStore } from '../../../electron/main/access/session.js';
import type { TryStore } from '../../../electron/main/access/wrong-tries.js';
import { createDeskRecords } from '../../../electron/main/audit/desk-records.js';
import { Withheld } from '../../../electron/main/audit/disclosure.js';
import { abandonUnfinished } from '../../../electron/main/call/close.js';
import type { SecondAgentAnswer, SecondAgentPort } from '../../../electron/main/call/colleague.js';
import type { Policy } from '../../../electron/main/policy/schema.js';
import { ok } from '../../../shared/result.js';
import { createTestKeys, openCallDesk, testPolicy, type CallDesk } from '../call-desk.js';
import { createLedger } from './ledger.js';
import { createMemoryDisk } from './memory-disk.js';
import { createOutbox } from './outbox.js';
import { createPost } from './post.js';
import { begins, peopleFor, policyText } from './world.js';

export const token = 'token-1234567890';

/** The sealed store: what it is given outlives a crash. */
const createStore = (): TokenStore & TryStore => {
  let [kept, since]: [string | null, number | null] = [token, begins];
  let tries = 0;
  return {
    open: () => Promise.resolve(ok(undefined)),
    token: () => kept,
    setToken: (next, at) => Promise.resolve(ok(void ([kept, since] = [next, at]))),
    forgetToken: () => Promise.resolve(ok(void ([kept, since] = [null, null]))),
    signedInAt: () => since,
    wrongTries: () => tries,
    setWrongTries: (count) => Promise.resolve(ok(void (tries = count))),
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
  readonly leave: Leave;
}

/** What was set to happen later does not happen to a process that is gone; the time goes on. */
const dropTimers = (): void => {
  const time = Date.now();
  vi.clearAllTimers();
  vi.setSystemTime(time);
};

/** Everything that does not wait for the world has happened. Nothing here does. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const noFolder = {
  prepare: () => Promise.resolve(ok(undefined)),
  lock: () => Promise.resolve(ok({ release: () => Promise.resolve() })),
};

/** Under which rules a day goes. */
export interface DayRules {
  readonly raisedThreat: boolean;
  /** An agent's own word is enough that they saw a person. */
  readonly seenAlone: boolean;
}

/** Reading a policy takes longer than a call. */
const policies = new Map<string, Policy>();
const policyOf = ({ raisedThreat, seenAlone }: DayRules): Policy => {
  const key = `${raisedThreat} ${seenAlone}`;
  const known = policies.get(key) ?? testPolicy(() => policyText(raisedThreat, seenAlone));
  policies.set(key, known);
  return known;
};

/** A desk with its real lock, sign-in, watch and journal, that can crash and start again on the disk that is left. */
export const openModelDesk = async (rules: DayRules) => {
  vi.setSystemTime(begins);
  const disk = createMemoryDisk();
  const checked = policyOf(rules);
  const keys = createTestKeys();
  const post = createPost();
  const requests = createOutbox(post.relay);
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
      trail: { folder: '/state/tunniste/audit', keys, requests, ...noFolder },
      ...{ checked, told: false, askSecondAgent, roles, ports: post.ports, monotonic: Date.now },
      search: (query) => Promise.resolve(ok(peopleFor(query).map((subject) => new Withheld(subject)))),
    });
    const { audit, calls } = desk;
    const records = createDeskRecords(audit);
    const signIn = createSignIn({
      ...{ store, audit, who: desk.session, started: Promise.resolve(), opens: () => Promise.resolve(ok(undefined)) },
      door: {
        get isShut() {
          return lock.isShut;
        },
        open: () => lock.open(),
      },
    });
    const reading = { end: () => undefined };
    const confirmation = byToken(store);
    const leaving = createLeave({ calls, confirmation, reading, tell: () => undefined });
    const leave: Leave = async (reason) => {
      desk.signOut();
      await leaving(reason);
    };
    const lock: Lock = createLock({
      ...{ session: desk.policy.session, signIn, audit, records, calls, leave, store, ...confirmation, reading },
      ...{ blank: () => undefined, tell: () => undefined, idleSeconds: () => 1 },
    });
    Object.assign(desk.room, { whyNot: () => whyNot(signIn.session, lock.view !== null, rolesFor.startCall) });
    await abandonUnfinished(audit);
    await lockAgain(lock, audit);
    await audit.record({ type: 'desk.started' }, { type: 'policy.loaded' });
    await signIn.resume();
    await signIn.resumed();
    await desk.requests.queue.open();
    if (!signIn.session) desk.signOut();
    return { desk, signIn, lock, leave };
  };
  let running = await boot();
  await running.desk.watch.forAgents.acceptNotice();
  const ledger = createLedger(disk);

  return {
    ...{ ledger, post, requests, policy: checked },
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
    signOut: () => running.signIn.signOut(() => running.leave('signed-out')),
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
      requests.stop();
      dropTimers();
      asked = null;
      await running.desk.end().catch(() => undefined);
      running = await boot();
    },
    /** Every byte of the journal. */
    text: (): string => disk.keptFrom(0).lines.join('\n'),
    end: async (): Promise<void> => {
      requests.stop();
      await running.desk.end();
      vi.clearAllTimers();
    },
  };
};

export type ModelDesk = Awaited<ReturnType<typeof openModelDesk>>;
