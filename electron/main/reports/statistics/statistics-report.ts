import type { StatisticsFormat } from '../../../../shared/report.js';
import { ok } from '../../../../shared/result.js';
import type { AuditLog } from '../../audit/audit-log.js';
import { byteOrderMark, csvLine } from '../csv.js';
import { readAll, type Make } from '../making.js';
import { createStatistics, type Statistics } from './statistics.js';

const asCsv = ({ from, to, figures }: Statistics): string => {
  const span = [
    ['span', 'from', from],
    ['span', 'to', to],
  ] as const;
  const rows = [...span, ...figures.map(({ group, item, value }) => [group, item, value] as const)];
  return byteOrderMark + [['group', 'item', 'value'], ...rows].map(csvLine).join('');
};

const asJson = (statistics: Statistics): string =>
  `${JSON.stringify({ report: 'tunniste.statistics', version: 1, ...statistics }, null, 2)}\n`;

/** Figures over the journal up to its last entry. @param from a day, `2026-11-22`, UTC: what was recorded before it is not counted */
export const statisticsReport =
  (audit: Pick<AuditLog, 'head' | 'page'>, format: StatisticsFormat, from: string | null): Make =>
  async ({ write, goesOn }) => {
    const statistics = createStatistics();
    let entries = 0;
    const read = await readAll(audit.page, audit.head, goesOn, (page) => {
      const counted = page.filter(({ time }) => from === null || time >= from);
      counted.forEach(statistics.note);
      entries += counted.length;
    });
    if (!read.ok) return read;
    await write(format === 'csv' ? asCsv(statistics.end()) : asJson(statistics.end()));
    return ok(entries);
  };
