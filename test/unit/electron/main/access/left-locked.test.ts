import { describe, expect, it } from 'vitest';
import { leftLocked } from '../../../../../electron/main/access/left-locked.js';
import type { AuditEntry } from '../../../../../shared/audit-entry.js';
import { fail, ok } from '../../../../../shared/result.js';

type Sketch = Pick<AuditEntry, 'type'> & Partial<AuditEntry>;

const started: Sketch = { type: 'desk.started' };
const kept: Sketch = { type: 'session.signed-in', outcome: 'kept-token' };
const typed: Sketch = { type: 'session.signed-in', outcome: 'new-token' };
const locked: Sketch = { type: 'session.locked', reason: 'idle' };
const unlocked: Sketch = { type: 'session.unlocked' };
const signedOut: Sketch = { type: 'session.signed-out' };
const work: Sketch = { type: 'audit.read' };

const journalOf = (entries: readonly Sketch[]) => {
  const pages: number[] = [];
  return {
    pages,
    head: entries.length,
    page: (after: number, limit: number) => {
      pages.push(after);
      return Promise.resolve(ok(entries.slice(after, after + limit) as AuditEntry[]));
    },
  };
};

describe('a desk that ended locked', () => {
  it.each<[string, Sketch[], string | null]>([
    ['nothing', [], null],
    ['a lock', [started, typed, locked], 'idle'],
    ['a lock and what came after it', [started, typed, locked, work, work], 'idle'],
    ['a lock and its unlocking', [started, typed, locked, unlocked], null],
    ['a lock and a sign-out', [started, typed, locked, signedOut], null],
    ['a lock and somebody signing in', [started, typed, locked, signedOut, typed], null],
    ['a start that was locked again', [started, locked, locked, started, kept], 'idle'],
    ['a start that ended before it could lock again', [started, typed, locked, started], 'idle'],
    ['a lock of long ago', [started, locked, unlocked, started, kept, started, kept], null],
  ])('is known by its record: %s', async (_what, entries, reason) => {
    expect(await leftLocked(journalOf(entries))).toBe(reason);
  });

  it('is looked for no further back than the start before the last', async () => {
    const old = Array.from({ length: 5000 }, () => work);
    const journal = journalOf([...old, started, kept, started, kept]);
    expect(await leftLocked(journal)).toBeNull();
    expect(journal.pages).toHaveLength(1);
  });

  it('is looked for through as many entries as there are between', async () => {
    const between = Array.from({ length: 1234 }, () => work);
    expect(await leftLocked(journalOf([started, typed, locked, ...between]))).toBe('idle');
  });

  it('is not made up where the record cannot be read', async () => {
    expect(await leftLocked({ head: 3, page: () => Promise.resolve(fail('audit-unavailable')) })).toBeNull();
  });
});
