import { nothing } from './kept.js';

export const mailFailures = {
  'mail-address-invalid': {
    what: 'The address is not one mailbox, so no mail was sent.',
    kept: nothing,
    next: 'Use another way, and tell whoever keeps the registry about the address.',
  },
  'mail-unreachable': {
    what: 'The mail relay cannot be reached.',
    kept: nothing,
    next: 'Try again in a moment or use another way. If it goes on, tell your administrator.',
  },
  'mail-timeout': {
    what: 'The mail relay did not answer in time; the mail may still arrive.',
    kept: nothing,
    next: 'Wait a moment, then send again or use another way.',
  },
  'mail-certificate': {
    what: 'The mail relay’s certificate is not valid, so nothing was sent.',
    kept: nothing,
    next: 'Use another way. Tell your administrator.',
  },
  'mail-unencrypted': {
    what: 'The mail relay does not encrypt, so nothing was sent.',
    kept: nothing,
    next: 'Use another way. Tell your administrator.',
  },
  'mail-unauthorised': {
    what: 'The mail relay does not know this desk, so nothing was sent.',
    kept: nothing,
    next: 'Use another way. Tell your administrator that the relay refuses this machine.',
  },
  'mail-refused': {
    what: 'The mail relay refused the mail.',
    kept: nothing,
    next: 'Use another way. Tell your administrator if it happens again.',
  },
  'mail-busy': {
    what: 'The mail relay does not take the mail just now.',
    kept: nothing,
    next: 'Use another way, or send again later.',
  },
};
