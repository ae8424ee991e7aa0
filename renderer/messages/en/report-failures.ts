import { recordKept } from './kept.js';

const noPart = 'Nothing was lost, and no part of the report was left there.';

export const reportFailures = {
  'verification-failed': {
    what: 'The verification could not be finished, so it says nothing about the journal.',
    kept: recordKept,
    next: 'Try again. If it fails again, have the journal folder verified with the program tunniste-audit.',
  },
  'report-under-way': {
    what: 'Another report is being made.',
    kept: recordKept,
    next: 'Wait until it is saved, or cancel it.',
  },
  'report-cancelled': {
    what: 'The report was cancelled.',
    kept: recordKept,
    next: 'Ask for it again when you want it.',
  },
  'report-unwritable': {
    what: 'The report cannot be written there.',
    kept: noPart,
    next: 'Choose a folder that you may write to.',
  },
  'report-disk-full': {
    what: 'There is not enough room for the report there.',
    kept: noPart,
    next: 'Free some space, or choose another place.',
  },
  'report-unprintable': {
    what: 'The report could not be made into a PDF.',
    kept: noPart,
    next: 'Try again, or save it as JSON.',
  },
  'nothing-recorded': {
    what: 'This desk has nothing on record to tell about this pseudonym.',
    kept: recordKept,
    next: 'Look whether the pseudonym is whole. Else that is the answer to the person.',
  },
  'approver-missing': {
    what: 'Nobody else can sign in at this desk to approve a report with names.',
    kept: recordKept,
    next: 'Save the report without names, or make it at a desk where people sign in with the organisation’s provider.',
  },
};
