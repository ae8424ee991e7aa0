import type { AuditEntry } from '../../../../shared/audit-entry.js';
import type { IndexStore, ReadJournal } from '../../../../renderer/read-model/sync.js';

export const entry = (seq: number, part: Partial<AuditEntry> = {}): AuditEntry => ({
  v: 1,
  seq,
  id: `id-${seq}`,
  time: new Date(Date.UTC(2026, 10, 22) + seq).toISOString(),
  type: 'call.started',
  call: null,
  agent: null,
  role: null,
  desk: 'desk',
  app: '0',
  policy: null,
  purpose: null,
  ticket: null,
  subject: null,
  fields: [],
  outcome: null,
  reason: null,
  ...part,
});

/** A journal of so many entries; what is asked of it is kept. */
export const journal = (head: number, part: Partial<AuditEntry> = {}, first = 1) => {
  const asked: { after: number; limit: number }[] = [];
  const read: ReadJournal = (page) => {
    asked.push(page);
    const after = Math.max(page.after, first - 1);
    const size = Math.max(0, Math.min(page.limit, head - after));
    return Promise.resolve({
      entries: Array.from({ length: size }, (_, at) => entry(after + 1 + at, part)),
      first,
      head,
    });
  };
  return { read, asked };
};

/** An index in memory. */
export const memory = () => {
  const entries = new Map<number, AuditEntry>();
  let last: { seq: number; id: string } | null = null;
  const store: IndexStore = {
    last: () => Promise.resolve(last),
    add: (added) => {
      for (const each of added) entries.set(each.seq, each);
      last = added.at(-1) ?? last;
      return Promise.resolve();
    },
    dropBefore: (first) => {
      for (const seq of entries.keys()) if (seq < first) entries.delete(seq);
      return Promise.resolve();
    },
    clear: () => {
      entries.clear();
      last = null;
      return Promise.resolve();
    },
  };
  return { store, entries };
};
