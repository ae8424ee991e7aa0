import { recordKept, typingKept } from './kept.js';

export const erasureFailures = {
  'legal-hold': {
    what: 'Something about this person is under a legal hold, so nothing was erased.',
    kept: 'Nothing was lost, and that you asked is on record.',
    next: 'See which hold it is in the list of holds. Ask again when it is lifted.',
  },
  'nothing-sealed': {
    what: 'Nothing that can still be opened is sealed about this pseudonym.',
    kept: recordKept,
    next: 'Look whether the person was erased already, and whether the pseudonym is whole.',
  },
  'hold-invalid': {
    what: 'The days of the hold are no span of time.',
    kept: typingKept,
    next: 'Write both days, the earlier one first.',
  },
  'hold-unknown': {
    what: 'That hold is no longer in force.',
    kept: recordKept,
    next: 'Open the list again.',
  },
};
