import { callKept, typingKept } from './kept.js';

export const factorFailures = {
  'gateway-unreachable': {
    what: 'The service behind this way to prove cannot be reached.',
    kept: callKept,
    next: 'Try again in a moment or use another way.',
  },
  'gateway-timeout': {
    what: 'The service behind this way to prove did not answer in time; a message may still arrive.',
    kept: callKept,
    next: 'Wait a moment, then try again or use another way.',
  },
  'gateway-certificate': {
    what: 'The certificate of the service behind this way to prove is not valid, so nothing was sent.',
    kept: callKept,
    next: 'Use another way. Tell your administrator.',
  },
  'gateway-unauthorised': {
    what: 'The service behind this way to prove does not let the desk in.',
    kept: callKept,
    next: 'Use another way. Tell your administrator to check the credential.',
  },
  'gateway-busy': {
    what: 'The service behind this way to prove has too much to do.',
    kept: callKept,
    next: 'Wait a moment and try again, or use another way.',
  },
  'gateway-failed': {
    what: 'The service behind this way to prove refused or failed.',
    kept: callKept,
    next: 'Use another way. If it goes on, tell your administrator.',
  },
  'gateway-invalid': {
    what: 'The service behind this way to prove gave an answer that makes no sense.',
    kept: callKept,
    next: 'Use another way. Tell your administrator.',
  },
  'gateway-secret-missing': {
    what: 'The credential of the service behind this way to prove is not in the key ring.',
    kept: callKept,
    next: 'Use another way. Tell your administrator.',
  },
  'code-too-soon': {
    what: 'A code was sent this way a moment ago, so no new one was sent.',
    kept: callKept,
    next: 'Ask for the code that was sent, or wait.',
  },
  'code-not-sent': {
    what: 'There is no code to check: none was sent, or it has been used.',
    kept: callKept,
    next: 'Send a new code or use another way.',
  },
  'code-malformed': {
    what: 'That is not a code: it has something besides digits, or too few or too many of them.',
    kept: typingKept,
    next: 'Type the digits alone. This was not counted as a wrong answer.',
  },
  'code-expired': {
    what: 'The code came too late.',
    kept: callKept,
    next: 'Send a new code. This was not counted as a wrong answer.',
  },
};
