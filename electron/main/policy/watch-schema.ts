import * as z from 'zod/mini';
import { policyRules } from '../../../shared/policy-problem.js';
import { said, section, usually, whole } from './terms.js';

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** `06:00`; `24:00` is the end of the day. */
const clock = z.string().check(z.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/));
const threshold = (about: string, usual: number) => said(usually(whole(1, 1000), usual), about);

/** What is flagged for a supervisor to look at. */
export const watchSchema = section({
  repeatDays: said(
    usually(whole(1, 90), 7),
    'How many days back the same subject, and failures about a subject, are looked for.',
  ),
  searchesWithoutSelection: threshold('Searches in one day that found somebody of whom nobody was chosen.', 5),
  failedCompares: threshold('Compared sets in one day that did not match.', 5),
  failuresOnSubject: threshold(
    'Wrong answers about one subject: compared sets that did not match, and wrong codes.',
    3,
  ),
  resetPurposes: said(
    usually(z.array(z.string().check(z.maxLength(40))), ['access-reset']),
    'Purposes in which a lost phone and a proof by other means are looked at.',
  ),
  hours: section({
    from: said(usually(clock, '06:00'), 'When calls are expected to begin.'),
    to: said(usually(clock, '22:00'), 'Until when; earlier than from goes over midnight.'),
    days: said(
      usually(z.array(whole(1, 7)), [1, 2, 3, 4, 5, 6, 7]),
      'ISO 8601 weekdays, 1 is Monday; what is after midnight belongs to the day before.',
    ),
    timeZone: said(
      z.optional(z.string().check(z.refine(isTimeZone, policyRules['time-zone']))),
      "For hours and days; the workstation's where left out.",
    ),
  }),
  shownDays: said(usually(whole(1, 730), 90), 'How many days back the page of flags reaches.'),
});
