import { reportWords, wordFor } from './words/words.js';
import type { Deed, SubjectReport } from './subject-report.js';

/** The report for a program: each code with its word in the language of the report. */
export const subjectJson = ({ deeds, language, withNames, ...head }: SubjectReport): string => {
  const words = reportWords[language];
  const deed = ({ time, purpose, type, fields, reference, recipient, agent }: Deed) => ({
    time,
    purpose: purpose === null ? null : { id: purpose, text: wordFor(words.purpose, purpose) },
    done: { id: type, text: words.deed[type] },
    fields: fields.map((id) => ({ id, text: wordFor(words.field, id) })),
    call: reference,
    recipient,
    ...(withNames && { agent }),
  });
  const report = { report: 'tunniste.subject', version: 1, language, ...head, deeds: deeds.map(deed) };
  return `${JSON.stringify(report, null, 2)}\n`;
};
