import { expect, it } from 'vitest';
import { createLeave } from '../../../../../electron/main/access/leaving.js';
import { createLock } from '../../../../../electron/main/access/lock.js';
import { quietWhileAway } from '../../../../../electron/main/access/locking.js';
import type { Session } from '../../../../../electron/main/access/session.js';
import type { CallView } from '../../../../../shared/call-view.js';
import type { DeskEvent } from '../../../../../shared/desk-state.js';
import { ok } from '../../../../../shared/result.js';

const someone: Session = {
  agent: 'agent',
  roles: ['agent'],
  person: { userName: 'agent', email: null, familyName: null },
};

/** A desk with an open call, whose window hears what a window hears. */
const open = () => {
  const done: string[] = [];
  const heard: DeskEvent[] = [];
  let session: Session | null = someone;
  let call: CallView | null = { reference: 'AAAA-BBBB' } as CallView;
  const emit = quietWhileAway(
    (event) => void heard.push(event),
    () => lock.view !== null || session === null,
  );
  const calls = {
    view: () => call,
    putAway: () => Promise.resolve(),
    abandon: (reason: string) => {
      call = null;
      emit({ kind: 'call', call });
      return Promise.resolve(void done.push(`abandoned: ${reason}`));
    },
  };
  const reading = { end: () => void done.push('reading ended') };
  const confirmation = { cancelConfirm: () => done.push('confirmation cancelled') > 0 };
  const leave = createLeave({ calls, confirmation, reading, tell: () => emit({ kind: 'state' }) });
  const lock = createLock({
    session: {
      idleMinutes: 15,
      absoluteHours: 12,
      lockWithScreen: true,
      lockedCallMinutes: 5,
      contentProtection: false,
    },
    signIn: {
      get session() {
        return session;
      },
      signedInAt: Date.now(),
      signingIn: null,
      signOut: () => Promise.resolve(ok(undefined)),
    },
    store: { wrongTries: () => 0, setWrongTries: () => Promise.resolve(ok(undefined)) },
    records: { wrongTry: () => Promise.resolve() },
    audit: { record: () => Promise.resolve(ok({ seq: 1 })) },
    ...{ calls, reading, leave, asks: 'token', blank: () => undefined, tell: () => undefined },
    confirm: () => Promise.resolve({ ok: true }),
    idleSeconds: () => 0,
  });
  return { lock, leave, done, heard, signOut: () => void (session = null), hasCall: () => call !== null };
};

it.each(['signed-out', 'another-agent', 'roles-removed'] as const)(
  'who leaves (%s) leaves no call, no question and no opened audit, and the window looks again',
  async (reason) => {
    const { leave, done, heard } = open();
    await leave(reason);
    expect(done).toEqual([`abandoned: ${reason}`, 'confirmation cancelled', 'reading ended']);
    expect(heard.at(-1)).toEqual({ kind: 'state' });
  },
);

it.each(['signed-out', 'another-agent', 'roles-removed'] as const)('leaving (%s) opens no lock', async (reason) => {
  const { lock, leave, hasCall } = open();
  lock.lock('agent');
  await leave(reason);
  expect([lock.isShut, hasCall()]).toEqual([true, false]);
  expect(lock.view).toMatchObject({ reason: 'agent', abandonsAt: null });
});

it('a window whose agent has signed out is told nothing of the call', async () => {
  const { leave, heard, signOut } = open();
  signOut();
  await leave('signed-out');
  expect(heard).toEqual([{ kind: 'state' }]);
});
