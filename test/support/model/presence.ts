import { lapse } from './proof.js';
import { dropSubject, end, isShut, minute, type State } from './state.js';

const signOut = (state: State): boolean => {
  if (!state.isSignedIn) return false;
  state.isSignedIn = false;
  end(state, 'abandoned');
  return true;
};

/** A lock is patient with the call behind it for so long. */
const abandonOverdue = (state: State): void => {
  const { lockedSince, now, policy } = state;
  if (lockedSince !== null && now - lockedSince >= policy.session.lockedCallMinutes * minute) end(state, 'abandoned');
};

/** Who is at the desk, and whether it runs. */
export const presence = (state: State) => ({
  pass: (milliseconds: number): void => {
    state.now += milliseconds;
    lapse(state);
    const { now, isSignedIn, signedInSince, policy } = state;
    if (isSignedIn && now - signedInSince >= policy.session.absoluteHours * 60 * minute) {
      state.lockedSince ??= now;
      signOut(state);
    }
    abandonOverdue(state);
  },
  lockDesk: (): boolean => {
    if (isShut(state)) return false;
    state.lockedSince = state.now;
    if (state.call) dropSubject(state.call);
    return true;
  },
  unlockDesk: (): boolean => {
    if (!state.isSignedIn || state.lockedSince === null) return false;
    abandonOverdue(state);
    state.lockedSince = null;
    return true;
  },
  signOut: () => signOut(state),
  signIn: (): boolean => {
    if (state.isSignedIn) return false;
    Object.assign(state, { isSignedIn: true, signedInSince: state.now, lockedSince: null });
    return true;
  },
  /** Nobody is told; the next start closes what was open. Whether the desk was locked nobody knows then, so it is. */
  crash: (): void => {
    end(state, 'abandoned');
    state.lockedSince = state.now;
    state.sent.clear();
  },
});
