import { callKept, nothing, nothingShown } from './kept.js';

export const signInFailures = {
  'sign-in-kind': {
    what: 'The policy has another way to sign in.',
    kept: nothing,
    next: 'Sign in as the sign-in page says.',
  },
  'sign-in-listener': {
    what: 'This computer did not let the desk wait for the browser’s answer.',
    kept: nothing,
    next: 'Try again. If it happens again, tell your administrator that 127.0.0.1 is blocked.',
  },
  'sign-in-browser': {
    what: 'The browser did not open.',
    kept: nothing,
    next: 'Try again. If it happens again, tell your administrator that no default browser is set.',
  },
  'sign-in-too-often': {
    what: 'Too many sign-in pages were opened in the browser in a short time.',
    kept: nothing,
    next: 'Sign in on the page that is already open, or wait a moment and start again. If it was not you who opened them, tell your administrator.',
  },
  'sign-in-timeout': {
    what: 'Nobody came back from the browser in three minutes.',
    kept: nothing,
    next: 'Start again and sign in on the page that opens.',
  },
  'sign-in-cancelled': { what: 'The sign-in was cancelled.', kept: nothing, next: 'Start again when you are ready.' },
  'sign-in-state': {
    what: 'The answer from the browser belongs to another sign-in.',
    kept: nothing,
    next: 'Close the old tabs and start again. If it happens again, tell your administrator.',
  },
  'sign-in-refused': {
    what: 'Your organisation’s sign-in refused.',
    kept: nothing,
    next: 'Start again and sign in with your own account.',
  },
  'sign-in-clock': {
    what: 'This computer’s clock and the sign-in’s differ by more than a minute.',
    kept: nothing,
    next: 'Set this computer’s clock, then try again.',
  },
  'sign-in-no-name': {
    what: 'The sign-in did not say who you are.',
    kept: nothing,
    next: 'Tell your administrator that the claim the policy names is missing.',
  },
  'sign-in-no-role': {
    what: 'Your account has no role at this desk.',
    kept: nothingShown,
    next: 'Ask your administrator for a role if your work needs it.',
  },
  'session-ended': {
    what: 'Your session has ended.',
    kept: 'Nothing was lost: an open call waits for you.',
    next: 'Sign in again.',
  },
  'another-person': {
    what: 'Somebody else signed in.',
    kept: nothingShown,
    next: 'Sign in as the person who works at this desk.',
  },
  'second-agent-same': {
    what: 'You cannot confirm your own call.',
    kept: callKept,
    next: 'Ask a colleague to sign in with their own account.',
  },
  'second-agent-role': {
    what: 'That colleague may not confirm calls.',
    kept: callKept,
    next: 'Ask an agent or a supervisor.',
  },
  'provider-unreachable': {
    what: 'Your organisation’s sign-in cannot be reached.',
    kept: nothing,
    next: 'Check the network, then try again.',
  },
  'provider-timeout': {
    what: 'Your organisation’s sign-in did not answer in time.',
    kept: nothing,
    next: 'Try again in a moment.',
  },
  'provider-certificate': {
    what: 'The certificate of your organisation’s sign-in is not valid, so nothing was sent.',
    kept: nothing,
    next: 'Do not go on. Tell your administrator.',
  },
  'provider-failed': {
    what: 'Your organisation’s sign-in failed.',
    kept: nothing,
    next: 'Try again. If it fails again, tell your administrator.',
  },
  'provider-redirected': {
    what: 'Your organisation’s sign-in pointed to another address, which was not followed.',
    kept: nothing,
    next: 'Tell your administrator.',
  },
  'provider-too-large': {
    what: 'Your organisation’s sign-in sent far too much, and it was dropped.',
    kept: nothing,
    next: 'Tell your administrator.',
  },
  'provider-invalid': {
    what: 'The answer of your organisation’s sign-in made no sense, and it was dropped.',
    kept: nothing,
    next: 'Try again. If it happens again, tell your administrator.',
  },
  'provider-mismatch': {
    what: 'The answer came from another sign-in than the policy’s, and it was dropped.',
    kept: nothing,
    next: 'Do not go on. Tell your administrator.',
  },
  'id-token-invalid': {
    what: 'What the sign-in said about you could not be trusted.',
    kept: nothing,
    next: 'Start again. If it happens again, tell your administrator.',
  },
};
