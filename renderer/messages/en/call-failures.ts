import { callKept, nothing, nothingShown, typingKept } from './kept.js';

export const callFailures = {
  'registry-unreachable': {
    what: 'The registry cannot be reached.',
    kept: typingKept,
    next: 'Check the network, then try again.',
  },
  'registry-timeout': {
    what: 'The registry did not answer in time.',
    kept: typingKept,
    next: 'Try again. If it stays silent, tell the caller you will come back to them.',
  },
  'registry-certificate': {
    what: 'The registry’s certificate is not valid, so nothing was sent.',
    kept: typingKept,
    next: 'Do not go on. Tell your administrator.',
  },
  'registry-unencrypted': {
    what: 'The registry refused a secure connection, so nothing was sent.',
    kept: typingKept,
    next: 'Do not go on. Tell your administrator.',
  },
  'registry-unauthorised': {
    what: 'The registry did not accept the token.',
    kept: typingKept,
    next: 'Ask your administrator for a token that works. If you are signed in, sign out in the settings first.',
  },
  'registry-key-missing': {
    what: 'The registry key has not been entered at this desk.',
    kept: typingKept,
    next: 'Enter it in the settings. Your administrator gives it.',
  },
  'registry-key-refused': {
    what: 'The directory did not accept this desk’s registry key.',
    kept: typingKept,
    next: 'Remove the key in the settings and enter a new one from your administrator.',
  },
  'registry-forbidden': {
    what: 'The registry does not allow this search.',
    kept: typingKept,
    next: 'Ask your administrator for the right to search.',
  },
  'registry-not-found': {
    what: 'There is no registry at the address in the policy.',
    kept: typingKept,
    next: 'Tell your administrator that the address is wrong.',
  },
  'registry-busy': { what: 'The registry is busy.', kept: typingKept, next: 'Wait a moment, then try again.' },
  'registry-failed': {
    what: 'The registry failed.',
    kept: typingKept,
    next: 'Try again. If it fails again, tell your administrator.',
  },
  'registry-redirected': {
    what: 'The registry pointed to another address, which was not followed.',
    kept: typingKept,
    next: 'Tell your administrator.',
  },
  'registry-too-large': {
    what: 'The registry sent far too much, and it was dropped.',
    kept: typingKept,
    next: 'Search by a more exact identifier. If it happens again, tell your administrator.',
  },
  'registry-invalid': {
    what: 'The registry’s answer made no sense, and it was dropped.',
    kept: typingKept,
    next: 'Try again. If it happens again, tell your administrator.',
  },
  'proxy-refused': {
    what: 'The network’s proxy wants a sign-in that this desk does not offer.',
    kept: typingKept,
    next: 'Tell your administrator: the proxy must take the account you are signed in with on this computer.',
  },
  'proxy-blocked': {
    what: 'The network’s proxy did not let the desk through to the registry.',
    kept: typingKept,
    next: 'Tell your administrator which registry the desk could not reach.',
  },
  'proxy-unreachable': {
    what: 'The network’s proxy cannot be reached.',
    kept: typingKept,
    next: 'Check the network, then try again. If it stays so, tell your administrator.',
  },
  'client-certificate-missing': {
    what: 'The registry wants a certificate of this computer, and none was sent.',
    kept: typingKept,
    next: 'Tell your administrator: the policy names no such certificate, or it is not on this computer.',
  },
  'search-cancelled': { what: 'You stopped the search.', kept: typingKept, next: 'Press Enter to search again.' },
  'purpose-unknown': { what: 'The policy has no such purpose.', kept: typingKept, next: 'Choose another purpose.' },
  'ticket-invalid': {
    what: 'The ticket is not in the form the policy asks.',
    kept: typingKept,
    next: 'Check the ticket and type it again.',
  },
  'link-off': {
    what: 'A link was refused: links are off on this desk.',
    kept: nothing,
    next: 'Ask your administrator if your work needs links to fill the form.',
  },
  'link-invalid': {
    what: 'A link was refused: it is not one this desk takes.',
    kept: nothing,
    next: 'Type the ticket by hand. If the link comes from your ticket system, tell your administrator.',
  },
  'identifier-too-short': {
    what: 'That is too short to search by.',
    kept: typingKept,
    next: 'Ask for the whole identifier.',
  },
  'identifier-too-long': {
    what: 'That is too long to search by.',
    kept: typingKept,
    next: 'Type the identifier only.',
  },
  'identifier-invalid': {
    what: 'That cannot be searched by.',
    kept: typingKept,
    next: 'Check the spelling and what you search by; a name needs both names and an organisation.',
  },
  'identifier-lookalike': {
    what: 'It holds letters that only look like ours.',
    kept: typingKept,
    next: 'Type it by hand instead of pasting it. If the caller sent it, be careful.',
  },
  'claims-missing': {
    what: 'Something that was asked is still empty.',
    kept: typingKept,
    next: 'Fill in every field, then compare.',
  },
  'call-open': { what: 'A call is already open.', kept: callKept, next: 'Close it before you start another.' },
  'no-call': { what: 'There is no open call.', kept: nothing, next: 'Start a new call.' },
  'wrong-step': {
    what: 'This step does not belong here in the call.',
    kept: callKept,
    next: 'Go on from the step that is shown.',
  },
  'candidate-unknown': {
    what: 'That candidate is no longer on the list.',
    kept: callKept,
    next: 'Search again and choose from the new list.',
  },
  'dial-failed': {
    what: 'The softphone did not take the number.',
    kept: callKept,
    next: 'Start the call-back again. If it fails again, tell your administrator that tel: links are not set up.',
  },
  'factor-unavailable': {
    what: 'This way to prove cannot be used for this person.',
    kept: callKept,
    next: 'Use another way, or close the call as not verified.',
  },
  'factor-not-taken': {
    what: 'This way to prove does not count for this purpose.',
    kept: callKept,
    next: 'Use one of the ways that are offered, or close the call as not verified.',
  },
  'field-not-allowed': {
    what: 'This purpose may not show that field.',
    kept: nothingShown,
    next: 'If the call needs it, close this call and start one with another purpose.',
  },
  'field-empty': { what: 'The registry holds no value for this field.', kept: callKept, next: 'Go on without it.' },
  'not-verified': { what: 'The caller is not verified.', kept: nothingShown, next: 'Prove the caller first.' },
  'verification-expired': {
    what: 'The verification has expired.',
    kept: nothingShown,
    next: 'Compare and prove again, or close the call.',
  },
  'not-revealed': {
    what: 'The field is hidden again, so it cannot be copied.',
    kept: callKept,
    next: 'Show it, then copy it.',
  },
  'call-locked': {
    what: 'Wrong answers reached the cap, and the call is locked.',
    kept: nothingShown,
    next: 'Close the call and follow your own instructions for suspected fraud.',
  },
  'bypass-not-allowed': {
    what: 'Going past the proof is not allowed for this purpose.',
    kept: nothingShown,
    next: 'Prove the caller in another way, or close the call as not verified.',
  },
};
