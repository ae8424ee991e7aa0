import { nothingShown, recordKept } from './kept.js';

export const deliveryFailures = {
  'undelivered-too-many': {
    what: 'Too many entries have reached no collector, so nobody can be looked up.',
    kept: nothingShown,
    next: 'Wait a moment and try again. If it goes on, tell your administrator; the settings say which collector does not take them.',
  },
  'delivery-unavailable': {
    what: 'The desk cannot read or write how far the collectors are.',
    kept: recordKept,
    next: 'Tell your administrator to look at the disk and the rights to the delivery folder beside the journal.',
  },
  'collector-ahead': {
    what: 'The collector has entries that this journal does not: it was cut, or brought back from an old copy.',
    kept: nothingShown,
    next: 'Do not touch the journal folder. Tell your administrator at once.',
  },
  'collector-unreachable': {
    what: 'The collector cannot be reached.',
    kept: recordKept,
    next: 'Nothing to do: it is tried again. If it goes on, tell your administrator.',
  },
  'collector-timeout': {
    what: 'The collector did not answer in time.',
    kept: recordKept,
    next: 'Nothing to do: it is tried again. If it goes on, tell your administrator.',
  },
  'collector-certificate': {
    what: 'The collector’s certificate or encryption is not valid, so nothing was sent to it.',
    kept: recordKept,
    next: 'Tell your administrator.',
  },
  'collector-key-unreadable': {
    what: 'The certificate or key that the desk shows to the collector cannot be read.',
    kept: recordKept,
    next: 'Tell your administrator to look at the files that the policy names.',
  },
  'collector-unauthorised': {
    what: 'The collector does not know this desk.',
    kept: recordKept,
    next: 'Tell your administrator that the collector refuses this machine.',
  },
  'collector-cut': {
    what: 'The collector broke the connection off before it had taken everything.',
    kept: recordKept,
    next: 'Nothing to do: all of it is sent again. If it goes on, tell your administrator.',
  },
  'collector-busy': {
    what: 'The collector takes nothing just now.',
    kept: recordKept,
    next: 'Nothing to do: it is tried again.',
  },
  'collector-refused': {
    what: 'The collector refused the entries.',
    kept: recordKept,
    next: 'Tell your administrator to look at the collector; everything is sent again until it takes them.',
  },
};
