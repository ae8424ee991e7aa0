import { expect, it } from 'vitest';
import { createJournalReader } from '../../../../../electron/main/watch/reader.js';
import type { AuditEntry } from '../../../../../shared/audit-entry.js';
import { ok } from '../../../../../shared/result.js';

const entries = Array.from({ length: 600 }, (_, index) => ({
  seq: index + 1,
  time: '2026-11-22T10:00:00.000Z',
})) as AuditEntry[];
const audit = {
  first: 1,
  head: entries.length,
  open: () => Promise.resolve(ok(undefined)),
  page: (from: number, count: number) => Promise.resolve(ok(entries.slice(from, from + count))),
};

it('says that it has read everything only when whoever listens has heard it all', async () => {
  const heard: number[] = [];
  const whole: boolean[] = [];
  const reader = createJournalReader({
    audit,
    since: () => '2026-11-01T00:00:00.000Z',
    onEntry: ({ seq }) => {
      heard.push(seq);
      whole.push(reader.isWhole);
    },
    onOlder: () => undefined,
  });
  expect(await reader.catchUp()).toMatchObject({ ok: true });
  expect(heard).toEqual(entries.map(({ seq }) => seq));
  expect(whole).not.toContain(true);
  expect(reader.isWhole).toBe(true);
});
