import { callKept, nothing, nothingShown, recordKept, typingKept } from './kept.js';

export const deskFailures = {
  unexpected: {
    what: 'Something unexpected happened.',
    kept: callKept,
    next: 'Try once more. If it happens again, close the call and tell your administrator.',
  },
  'invalid-request': {
    what: 'The desk did not understand the request.',
    kept: typingKept,
    next: 'Shorten what you typed and try again. If it happens again, tell your administrator.',
  },
  'policy-invalid': {
    what: 'The policy file was refused, so nobody can be looked up.',
    kept: nothingShown,
    next: 'Give the list of problems to whoever looks after the file.',
  },
  'not-signed-in': { what: 'You are not signed in.', kept: nothing, next: 'Sign in first.' },
  'desk-locked': {
    what: 'The desk is locked.',
    kept: callKept,
    next: 'Unlock it, then do the step again.',
  },
  'look-not-kept': {
    what: 'The desk looks as you chose, but the choice could not be kept.',
    kept: nothing,
    next: 'Free some space on the disk, then choose again; else the next start looks as before.',
  },
  'not-locked': { what: 'The desk is not locked.', kept: nothing, next: 'Go on where you are.' },
  'not-same-agent': {
    what: 'That is not the one who is signed in here.',
    kept: nothing,
    next: 'Try again. After five wrong tries the desk signs out.',
  },
  forbidden: {
    what: 'Your role does not allow this.',
    kept: nothing,
    next: 'Ask your administrator for the role if your work needs it.',
  },
  'program-altered': {
    what: 'A part of the program is not the one it was built with, and was not loaded.',
    kept: nothingShown,
    next: 'Tell your administrator: Tunniste has to be installed anew, and somebody should ask how it was changed.',
  },
  'keychain-missing': {
    what: 'This computer has no keychain, and keys are never kept anywhere else.',
    kept: nothingShown,
    next: 'Install or start the keychain (on Linux: GNOME Keyring or KWallet), then try again.',
  },
  'keychain-locked': {
    what: 'The keychain is locked.',
    kept: nothingShown,
    next: 'Unlock it with your computer password, then try again. No new key is ever made in place of a locked one.',
  },
  'keychain-denied': {
    what: 'The keychain refused the desk.',
    kept: nothingShown,
    next: 'Allow Tunniste when the system asks, then try again.',
  },
  'keychain-timeout': {
    what: 'The keychain did not answer in 15 seconds.',
    kept: nothingShown,
    next: 'Look for a question from the system behind this window, answer it, then try again.',
  },
  'key-file-unreadable': {
    what: 'The key file cannot be read with the key in the keychain.',
    kept: recordKept,
    next: 'Do not delete it. Ask your administrator to bring back the file or the keychain.',
  },
  'token-invalid': {
    what: 'That does not look like a token.',
    kept: nothing,
    next: 'Paste the whole key, without spaces or line breaks.',
  },
  'audit-unavailable': {
    what: 'The journal cannot be written, so nothing is done and nobody can be looked up.',
    kept: nothingShown,
    next: 'Try again. If it happens again, check the journal’s disk and folder with your administrator.',
  },
  'audit-damaged': {
    what: 'The journal is damaged, so nobody can be looked up.',
    kept: 'Nothing was shown, and the journal was left as it was found.',
    next: 'Do not touch the journal folder. Tell your administrator at once.',
  },
  'audit-truncated': {
    what: 'The journal is shorter than the keychain says: entries are missing at its end, so nobody can be looked up.',
    kept: 'Nothing was shown, and what is left of the journal was not touched.',
    next: 'Do not touch the journal folder. Tell your administrator at once: an old copy may have been put in its place.',
  },
  'audit-anchor-missing': {
    what: 'The keychain no longer knows how long the journal is, so nobody can be looked up.',
    kept: 'Nothing was shown, and the journal was not touched.',
    next: 'Tell your administrator at once: the keychain’s entry may have been deleted.',
  },
  'audit-in-use': {
    what: 'Another Tunniste holds the journal.',
    kept: nothingShown,
    next: 'Use the window that is already open, or close it and start again.',
  },
  'audit-folder-unsafe': {
    what: 'The journal folder is not safe: it is shared, synchronised or open to others.',
    kept: nothingShown,
    next: 'Ask your administrator to move it to a local folder that only you can read.',
  },
  'audit-not-open': { what: 'The audit is not open.', kept: recordKept, next: 'Open the audit screen again.' },
  'disk-low': {
    what: 'The disk is almost full, and no step may go unrecorded.',
    kept: nothingShown,
    next: 'Free some space, then try again.',
  },
};
