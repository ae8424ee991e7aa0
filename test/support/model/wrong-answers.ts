import type { Subject } from '../../../electron/main/registry/subject.js';
import { minute, type AtHand, type Lock, type ModelCall, type State } from './state.js';

const cap = 3;

const lockTime = ({ policy }: State): number => policy.limits.subjectLockMinutes * minute;

const wrongOf = (state: State, who: Subject): number =>
  (state.wrongs.get(who) ?? []).filter((time) => time + lockTime(state) > state.now).length;

/** What somebody has left who is chosen now: a call that follows another gives nothing back. */
export const leftFor = (state: State, who: Subject): number => Math.max(1, cap - wrongOf(state, who));

export const isLockedOut = ({ locks, now }: State, who: Subject): boolean =>
  locks.some((lock) => lock.who === who && !lock.isOpened && lock.until > now);

/** Of whichever kind: it counts in the call and about the subject, and at the cap of either both are closed. */
export const countWrong = (state: State, call: ModelCall, at: AtHand): void => {
  const { wrongs, locks, now } = state;
  call.wrong += 1;
  at.left -= 1;
  wrongs.set(at.who, [...(wrongs.get(at.who) ?? []), now]);
  if (call.wrong < cap && at.left > 0) return;
  call.isLocked = true;
  wrongs.delete(at.who);
  locks.push({ who: at.who, until: now + lockTime(state), isOpened: false });
};

export const wrongAnswers = (state: State) => ({
  wrongAnswersLeft: (): number => {
    const { call } = state;
    return !call || call.isLocked ? 0 : Math.min(cap - call.wrong, call.at?.left ?? cap);
  },
  openSubject: (lock: Lock): void => {
    lock.isOpened = true;
    state.wrongs.delete(lock.who);
  },
});
