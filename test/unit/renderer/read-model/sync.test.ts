import { describe, expect, it, vi } from 'vitest';
import { syncIndex } from '../../../../renderer/read-model/sync.js';
import { journal, memory } from './journal.js';

const never = new AbortController().signal;
const ignore = () => undefined;

describe('syncIndex', () => {
  it('reads the whole journal in pages and says how far it is', async () => {
    const { store, entries } = memory();
    const progress = vi.fn();
    await syncIndex(store, journal(2500).read, progress, never);
    expect(entries.size).toBe(2500);
    expect(progress.mock.calls.map(([at]: { done: number }[]) => at?.done)).toEqual([1000, 2000, 2500]);
  });

  it('goes on from its cursor', async () => {
    const { store, entries } = memory();
    await syncIndex(store, journal(10).read, ignore, never);
    const grown = journal(12);
    await syncIndex(store, grown.read, ignore, never);
    expect(entries.size).toBe(12);
    expect(grown.asked).toEqual([
      { after: 9, limit: 1 },
      { after: 10, limit: 1000 },
    ]);
  });

  it.each([
    ['is shorter', journal(5)],
    ['has another entry in its place', journal(10, { id: 'foreign' })],
  ])('starts over when the journal %s', async (_why, foreign) => {
    const { store, entries } = memory();
    await syncIndex(store, journal(10).read, ignore, never);
    await syncIndex(store, foreign.read, ignore, never);
    const expected = await foreign.read({ after: 0, limit: 1000 });
    expect([...entries.values()]).toEqual(expected.entries);
  });

  it('an index that was deleted is the same again: nothing was lost', async () => {
    const { store, entries } = memory();
    await syncIndex(store, journal(1234).read, ignore, never);
    const before = [...entries.values()];
    await store.clear();
    await syncIndex(store, journal(1234).read, ignore, never);
    expect([...entries.values()]).toEqual(before);
  });

  it('stops between pages and keeps what it has', async () => {
    const { store, entries } = memory();
    const stop = new AbortController();
    await syncIndex(store, journal(5000).read, ({ done }) => done === 2000 && stop.abort(), stop.signal);
    expect(entries.size).toBe(2000);
    await syncIndex(store, journal(5000).read, ignore, never);
    expect(entries.size).toBe(5000);
  });

  it('does not take old entries that were purged for another journal', async () => {
    const { store, entries } = memory();
    await syncIndex(store, journal(10).read, ignore, never);
    await syncIndex(store, () => Promise.resolve({ entries: [], first: 1, head: 10 }), ignore, never);
    expect(entries.size).toBe(10);
  });

  it('forgets the entries that have left the journal, and no other', async () => {
    const { store, entries } = memory();
    await syncIndex(store, journal(10).read, ignore, never);
    await syncIndex(store, journal(12, {}, 8).read, ignore, never);
    expect([...entries.keys()]).toEqual([8, 9, 10, 11, 12]);
    const later = memory();
    await syncIndex(later.store, journal(12, {}, 8).read, ignore, never);
    expect([...later.entries.keys()]).toEqual([8, 9, 10, 11, 12]);
  });
});
