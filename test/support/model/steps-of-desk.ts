import { vi } from 'vitest';
import { allowed, type Both } from './checks.js';
import { settled, token } from './desk.js';
import type { PostState } from './post.js';

export const pass = async ({ model, real }: Both, milliseconds: number): Promise<void> => {
  vi.advanceTimersByTime(milliseconds);
  await settled();
  await real.lock.tick();
  model.pass(milliseconds);
};

export const lockDesk = ({ model, real }: Both): void => {
  model.lockDesk();
  real.lock.lock('agent');
};

export const unlockDesk = async ({ model, real }: Both): Promise<void> => {
  const isLocked = model.isDeskLocked;
  const rule = model.unlockDesk();
  const answer = await real.lock.unlock(token);
  if (isLocked) allowed('unlock the desk', answer, rule);
};

export const signOut = async ({ model, real }: Both): Promise<void> =>
  allowed('sign out', await real.signOut(), model.signOut());

export const signIn = async ({ model, real }: Both): Promise<void> => {
  if (model.signIn()) await real.signIn();
};

/** Opens the lock of a subject that was made so many before the newest. */
export const openSubject = async ({ model, real }: Both, back: number): Promise<void> => {
  const place = model.locks.length - 1 - back;
  const [lock, entry] = [model.locks[place], real.ledger.locks[place]];
  if (!lock || !entry || model.isShut()) return;
  const isNewest = model.locks.findLast(({ who }) => who === lock.who) === lock;
  const rule = isNewest && !lock.isOpened && lock.until > model.now;
  if (rule) model.openSubject(lock);
  const reason = 'The caller came by in person.';
  allowed('open a subject', await real.desk.watch.forSupervisors.unlockSubject({ id: entry.id, reason }), rule);
};

export const crash = async ({ model, real }: Both): Promise<void> => {
  model.crash();
  await real.crash();
};

export const postIs = ({ model, real }: Both, state: PostState): void => {
  model.postIs(state);
  real.post.is(state);
};
