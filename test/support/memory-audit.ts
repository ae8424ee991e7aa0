import type { AuditEntry } from '../../shared/audit-entry.js';
import { fail, ok } from '../../shared/result.js';
import type { AuditLog, Step } from '../../electron/main/audit/audit-log.js';
import { issueReceipt } from '../../electron/main/audit/disclosure.js';
import { opened } from './opened.js';
import { entryWith } from './entries.js';

/** An audit log that keeps its entries in memory. A pseudonym is the subject's id and the month. */
export const createMemoryAudit = (
  entries: AuditEntry[],
  stamp: () => Pick<AuditEntry, 'time' | 'agent' | 'policy'>,
  onAppended: () => void = () => undefined,
) => {
  let broken = false;
  let pagesAsked = 0;
  const pseudonym = (id: string, month: string): string => `${id} in ${month}`;
  const entryOf = ({ type, subject, about, sealed: _sealed, ...rest }: Step, seq: number): AuditEntry => {
    const made = stamp();
    const { call, purpose, ticket, agent } = about ?? {};
    return entryWith({
      ...made,
      ...rest,
      ...(about && { call: call ?? null, purpose: purpose ?? null, ticket: ticket ?? null, subject: about.subject }),
      ...(agent !== undefined && { agent }),
      ...(subject && { subject: pseudonym(opened(subject).id, made.time.slice(0, 7)) }),
      seq,
      id: `entry-${seq}`,
      type,
    });
  };
  const audit: AuditLog = {
    first: 1,
    get head() {
      return entries.length;
    },
    record: async (...steps) => {
      await Promise.resolve();
      if (broken) return fail('disk-low');
      for (const step of steps) entries.push(entryOf(step, entries.length + 1));
      onAppended();
      return ok(issueReceipt(entries.length, []));
    },
    open: async () => (broken ? fail('audit-unavailable') : ok(undefined)),
    mayDisclose: () => Promise.resolve(ok(undefined)),
    page: async (after, limit) => {
      await Promise.resolve();
      pagesAsked += 1;
      return broken ? fail('audit-unavailable') : ok(entries.slice(after, after + limit));
    },
    stored: () => Promise.resolve(ok([])),
    lines: () => Promise.resolve(ok([])),
    pseudonyms: (subject, months) => Promise.resolve(ok(months.map((month) => pseudonym(opened(subject).id, month)))),
    close: () => Promise.resolve(),
  };
  return { audit, entries, pagesAsked: () => pagesAsked, breaks: (next: boolean) => void (broken = next) };
};
