import { createJournal, type JournalParts } from '../../../../../electron/main/audit/journal.js';
import type { Draft } from '../../../../../electron/main/audit/entry.js';
import { ok } from '../../../../../shared/result.js';
import type { FakeDisk } from './fake-disk.js';

export const folder = '/journal';
export const segment = (number: number): string => `${folder}/${String(number).padStart(6, '0')}.jsonl`;
export const stamp = () => ({ agent: 'agent-1', role: 'agent', desk: 'desk-1', app: '0.1.0', policy: 'p1' });

/** A draft whose outcome tells it apart and whose reason gives it a length. */
export const draft = (outcome: string, length = 0): Draft => ({
  ...stamp(),
  time: '2026-11-22T10:00:00.000Z',
  type: 'lookup.requested',
  call: 'call-1',
  purpose: 'support',
  ticket: 'INC-20418',
  subject: null,
  fields: [],
  outcome,
  reason: 'x'.repeat(length),
  sealed: null,
});

export const journalOn = (disk: FakeDisk, more: Partial<JournalParts> = {}) =>
  createJournal({
    folder,
    stamp,
    files: disk.layer,
    prepare: async () => ok(undefined),
    lock: async () => ok({ release: async () => undefined }),
    ...more,
  });

/** Everything in a journal, read page by page. */
export const allOf = async (journal: ReturnType<typeof createJournal>) => {
  const entries = [];
  for (;;) {
    const page = await journal.page(entries.length, 7);
    if (!page.ok) throw new Error(page.error.code);
    if (page.value.length === 0) return entries;
    entries.push(...page.value);
  }
};
