import { nothing, recordKept, typingKept } from './kept.js';

export const watchFailures = {
  'notice-not-accepted': {
    what: 'You have not accepted the notice about recording yet.',
    kept: nothing,
    next: 'Read it on the desk screen and accept it, then start the call.',
  },
  'budget-exceeded': {
    what: 'You have used up the lookups of this hour or day, so nobody was looked up.',
    kept: typingKept,
    next: 'Write the reason why more are needed, then search again.',
  },
  'reason-invalid': {
    what: 'The text is too short or too long.',
    kept: typingKept,
    next: 'Write a reason of 10 to 500 characters; a note may have at most 500.',
  },
  'flag-unknown': {
    what: 'That flag is not in the journal any more.',
    kept: recordKept,
    next: 'Read the flags again and choose from the new list.',
  },
  'lock-unknown': {
    what: 'That lock is not in force any more.',
    kept: recordKept,
    next: 'Read the page again: it has opened by itself or somebody has opened it.',
  },
};
