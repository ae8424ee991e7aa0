import { callKept, nothing, recordKept, typingKept } from './kept.js';

export const requestFailures = {
  'request-invalid': {
    what: 'Something the request needs is missing or too long.',
    kept: typingKept,
    next: 'Fill in what is asked, shorten long texts, and try again.',
  },
  'request-filed': {
    what: 'This call has left a request already.',
    kept: callKept,
    next: 'Close the call. Start another one for another matter.',
  },
  'request-unknown': {
    what: 'That request is no longer on this desk.',
    kept: recordKept,
    next: 'Read the list again.',
  },
  'request-waiting': {
    what: 'The request has not been sent yet, so nobody can have seen to it.',
    kept: recordKept,
    next: 'Send it first, or wait until it has gone.',
  },
  'request-nowhere': {
    what: 'The policy names no mail relay or no address for requests, so nothing is sent.',
    kept: 'Nothing was lost: the request is kept here, sealed.',
    next: 'Tell your administrator. It goes out after the next start with a policy that names both.',
  },
  'request-unreadable': {
    what: 'What was kept of the request cannot be read any more.',
    kept: 'The file was left as it is, and what was recorded is safe.',
    next: 'Tell your administrator. If you still know the matter, take it up again in a new call.',
  },
  'requests-unavailable': {
    what: 'The folder of the requests cannot be used.',
    kept: nothing,
    next: 'Tell your administrator to look at the disk and the rights to the folder, then try again.',
  },
};
