import type { Handlers } from '../../../shared/contract.js';
import { fail, ok } from '../../../shared/result.js';
import { createApproval } from './approval.js';
import { journalReport, type JournalReportParts } from './journal/journal-report.js';
import { createSaving, type SavingParts, type Wanted } from './saving.js';
import { statisticsReport } from './statistics/statistics-report.js';
import { subjectReport, type SubjectReportParts } from './subject/make-subject-report.js';
import type { SecondAgentPort } from '../call/colleague.js';
import type { AuditLog } from '../audit/audit-log.js';

export interface ReportsParts extends Omit<SavingParts, 'audit'>, Omit<SubjectReportParts, 'now'> {
  readonly audit: Pick<AuditLog, 'record' | 'head' | 'page' | 'lines'>;
  /** As it is when it is asked for: the desk's key may not be open before. */
  readonly journal: () => Omit<JournalReportParts, 'audit'>;
  readonly askSecondAgent: SecondAgentPort | null;
  readonly now: () => Date;
}

export interface Reports {
  readonly handlers: Pick<Handlers, 'saveSubjectReport' | 'saveJournal' | 'saveStatistics' | 'cancelReport'>;
  /** Ends the one under way; nothing of it is left. */
  stop(): Promise<void>;
}

const isPseudonym = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What is made of the journal for people outside the desk. */
export const createReports = (parts: ReportsParts): Reports => {
  const { audit, journal, now } = parts;
  const saving = createSaving(parts);
  const approve = createApproval({ audit, ask: parts.askSecondAgent });
  const day = (): string => now().toISOString().slice(0, 'yyyy-mm-dd'.length);

  const handlers: Reports['handlers'] = {
    saveSubjectReport: async (asked) => {
      // Nothing else that a page may send goes on record.
      if (!isPseudonym(asked.subject)) return fail('nothing-recorded');
      const wanted = {
        operation: 'saveSubjectReport',
        kind: asked.withNames ? 'subject-names' : 'subject',
        format: asked.format,
        // Nothing of the person, who may not want to be found in a list of files.
        name: `tunniste-${asked.language}-${day()}`,
        subject: asked.subject,
      } satisfies Omit<Wanted, 'make'>;
      return saving.save({
        ...wanted,
        ...(asked.withNames && { approve: (signal) => approve(wanted, signal) }),
        make: subjectReport(parts, asked),
      });
    },
    saveJournal: ({ format, from }) =>
      saving.save({
        ...{ operation: 'saveJournal', kind: 'journal', format, subject: null },
        name: `tunniste-journal-${day()}`,
        make: journalReport({ audit, ...journal() }, format, from),
      }),
    saveStatistics: ({ format, from }) =>
      saving.save({
        ...{ operation: 'saveStatistics', kind: 'statistics', format, subject: null },
        name: `tunniste-statistics-${day()}`,
        make: statisticsReport(audit, format, from),
      }),
    cancelReport: async () => ok({ cancelled: saving.cancel() }),
  };
  return { handlers, stop: saving.stop };
};
