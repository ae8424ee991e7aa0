import { existsSync } from 'node:fs';
import type { ReportsParts } from './compose-reports.js';
import type { Reports } from './reports/reports.js';

/** Milliseconds: long after the start. */
const sweeping = 30_000;

/**
 * The reports, loaded when the first is asked for, or to remove what the desk that was here before left half written. A desk that does not have
 * the journal leaves that alone: it may be another one's, and not be left.
 */
export const lateReports = (parts: ReportsParts, started: Promise<void>): Reports => {
  let loading: ReturnType<typeof compose> | null = null;
  const compose = async () => (await import('./compose-reports.js')).composeReports(parts);
  const load = async (): Promise<Reports['handlers']> => (await (loading ??= compose())).handlers;
  const sweep = async (): Promise<void> => {
    if (existsSync(parts.host.reportFolder) && (await parts.audit.open()).ok)
      await (await (loading ??= compose())).sweep();
  };
  let timer: NodeJS.Timeout | undefined;
  void started.then(() => (timer = setTimeout(() => void sweep(), sweeping).unref()));
  return {
    handlers: {
      saveSubjectReport: async (request) => (await load()).saveSubjectReport(request),
      saveJournal: async (request) => (await load()).saveJournal(request),
      saveStatistics: async (request) => (await load()).saveStatistics(request),
      cancelReport: async () => (await load()).cancelReport(),
    },
    stop: async () => {
      clearTimeout(timer);
      await (await loading)?.stop();
    },
  };
};
