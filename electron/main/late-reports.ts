import type { ReportsParts } from './compose-reports.js';
import type { Reports } from './reports/reports.js';

/** The reports, loaded when the first is asked for. */
export const lateReports = (parts: ReportsParts): Reports => {
  let loading: Promise<Reports> | null = null;
  const load = async (): Promise<Reports['handlers']> =>
    (await (loading ??= import('./compose-reports.js').then(({ composeReports }) => composeReports(parts)))).handlers;
  return {
    handlers: {
      saveSubjectReport: async (request) => (await load()).saveSubjectReport(request),
      saveJournal: async (request) => (await load()).saveJournal(request),
      saveStatistics: async (request) => (await load()).saveStatistics(request),
      cancelReport: async () => (await load()).cancelReport(),
    },
    stop: async () => (await loading)?.stop(),
  };
};
