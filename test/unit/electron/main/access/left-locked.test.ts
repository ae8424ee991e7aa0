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
const stopped: Sketch = { type: 'desk.stopped' };
const lapsed: Sketch[] = [
  { type: 'session.locked', reason: 'lapse' },
  { type: 'session.signed-out', reason: 'session-ended' },
];
const work: Sketch = { type: 'audit.read' };

const journalOf = (entries: readonly Sketch[]) => {
  const pages: number[] = [];
  return {
    pages,
    first: 1,
    head: entries.length,
    open: () => Promise.resolve(ok(undefined)),
    page: (after: number, limit: number) => {
      pages.push(after);
      return Promise.resolve(ok(entries.slice(after, after + limit) as AuditEntry[]));
    },
  };
};

describe('a desk that ended shut', () => {
  it.each<[string, Sketch[], string | null]>([
    ['nothing', [], null],
    ['a lock', [started, typed, locked, stopped], 'idle'],
    ['a lock and what came after it', [started, typed, locked, work, work, stopped], 'idle'],
    ['a lock and its unlocking', [started, typed, locked, unlocked, stopped], null],
    ['a lock and somebody signing in', [started, typed, locked, signedOut, typed, stopped], null],
    ['a start that was locked again', [started, locked, stopped, locked, started, kept, stopped], 'idle'],
    ['a lock of long ago', [started, locked, unlocked, stopped, started, kept, stopped, started, kept, stopped], null],
    ['a start and nobody signing in', [started, stopped], null],
  ])('is known by its record: %s', async (_what, entries, reason) => {
    expect(await leftLocked(journalOf(entries))).toBe(reason);
  });

  it.each<[string, Sketch[], string]>([
    ['a sign-out behind the lock', [started, typed, locked, signedOut, stopped], 'idle'],
    ['a session that ran out', [started, typed, ...lapsed, stopped], 'lapse'],
    ['a session that ran out behind the lock', [started, typed, locked, lapsed[1] ?? work, stopped], 'idle'],
    ['signing out of a session that ran out', [started, typed, ...lapsed, signedOut, stopped], 'lapse'],
  ])('is shut for whoever comes next: %s', async (_what, entries, reason) => {
    expect(await leftLocked(journalOf(entries))).toBe(reason);
  });

  it.each<[string, Sketch[]]>([
    ['at work', [started, typed, work]],
    ['after unlocking', [started, typed, locked, unlocked, work]],
    ['twice', [started, typed, stopped, started, kept, started]],
    ['before anybody signed in', [started, typed, stopped, started]],
    ['and its call was closed by this start', [started, typed, { type: 'call.started' }, { type: 'call.closed' }]],
  ])(
    'may have been one that did not end in order, for its last lock may not be on record: %s',
    async (_what, entries) => {
      expect(await leftLocked(journalOf(entries))).toBe('unknown');
    },
  );

  it('is known when it ended before it could lock again', async () => {
    expect(await leftLocked(journalOf([started, typed, locked, stopped, locked]))).toBe('idle');
    expect(await leftLocked(journalOf([started, typed, locked, stopped, started]))).toBe('unknown');
  });

  it('is looked for no further back than the start before the last', async () => {
    const old = Array.from({ length: 5000 }, () => work);
    const journal = journalOf([...old, started, kept, stopped, started, kept, stopped]);
    expect(await leftLocked(journal)).toBeNull();
    expect(journal.pages).toEqual([4506]);
  });

  it('is looked for through as many entries as there are between', async () => {
    const between = Array.from({ length: 1234 }, () => work);
    expect(await leftLocked(journalOf([started, typed, locked, ...between]))).toBe('idle');
  });

  it('may have been one whose record cannot be read, from the beginning or further on', async () => {
    const unreadable = () => Promise.resolve(fail('audit-unavailable'));
    expect(await leftLocked({ first: 1, head: 0, open: unreadable, page: unreadable })).toBe('unknown');
    const entries = [started, typed, ...Array.from({ length: 600 }, () => work), stopped];
    const journal = journalOf(entries);
    let asked = 0;
    const breaking = (after: number, limit: number) => (++asked > 1 ? unreadable() : journal.page(after, limit));
    expect(await leftLocked({ ...journal, page: breaking })).toBe('unknown');
  });
});
