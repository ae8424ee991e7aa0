import { failureOf } from '../api.js';
import { api } from '../desk-api.js';
import { useDeskOperation, useDeskState } from '../use-desk-state.js';
import type { Failure } from '../../shared/result.js';

interface BrowserSignIn {
  /** `opening` until the page is there, `waiting` while the agent is on it. */
  readonly step: 'idle' | 'renewing' | 'waiting';
  readonly failed: Failure | null;
  /** Opens the page; asked again meanwhile, it opens the same page once more. */
  readonly open: () => void;
  readonly cancel: () => void;
}

/** Sign-in in the browser, which main carries out; the window only shows where it stands. */
export const useBrowserSignIn = (): BrowserSignIn => {
  const { credentials, signingIn, signInFailure, audit } = useDeskState();
  const start = useDeskOperation<void>(() => api.startSignIn());
  const again = useDeskOperation<void>(() => api.startSignIn());
  const waiting = start.isPending || signingIn === 'browser';
  const error = start.error && failureOf(start.error);
  // Who cancels knows it, and the page says above why nothing can be recorded.
  const isTold = error?.code === 'sign-in-cancelled' || error?.code === audit.failure?.code;
  const own = isTold ? null : error;
  return {
    step: waiting ? 'waiting' : signingIn === 'renewing' ? 'renewing' : 'idle',
    failed: waiting ? null : (own ?? credentials ?? signInFailure),
    open: () => (waiting ? again : start).mutate(),
    cancel: () => void api.cancelSignIn(),
  };
};
