/** What is made of the journal for somebody else: about one person, with or without the names of agents, all of it, or counted. */
export const reportKinds = ['subject', 'subject-names', 'journal', 'statistics'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const subjectFormats = ['pdf', 'json'] as const;
export type SubjectFormat = (typeof subjectFormats)[number];
/** OCSF as JSON Lines, or comma-separated values (RFC 4180). */
export const journalFormats = ['ocsf', 'csv'] as const;
export type JournalFormat = (typeof journalFormats)[number];
export const statisticsFormats = ['csv', 'json'] as const;
export type StatisticsFormat = (typeof statisticsFormats)[number];
export type ReportFormat = SubjectFormat | JournalFormat | StatisticsFormat;

/** Where it was saved, without its folder, and how many entries it is made of; `name` is null when it was cancelled. */
export interface ReportSaved {
  readonly name: string | null;
  readonly entries: number;
}
