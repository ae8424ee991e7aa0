import { describe, expect, it, vi } from 'vitest';
import { createBlocks } from '../../../../renderer/read-model/blocks.js';
import { syncIndex } from '../../../../renderer/read-model/sync.js';
import { down, entriesIn, journal, memory, numbersIn } from './journal.js';

const never = new AbortController().signal;
const ignore = () => undefined;
/** A block is handed over in four parts. */
const quarters = (after: number) => [0, 250, 500, 750].map((more) => after + more);

describe('syncIndex', () => {
  it('reads the newest entries first, and says how far it is', async () => {
    const { blocks } = memory();
    const { read, asked } = journal(2500);
    const progress = vi.fn();
    await syncIndex(blocks, read, progress, never);
    expect(asked.slice(1).map(({ after }) => after)).toEqual([2000, 2250, ...quarters(1000), ...quarters(0)]);
    expect(asked.at(-1)).toEqual({ after: 750, limit: 250 });
    expect(progress.mock.calls.map(([at]: { done: number; of: number }[]) => at)).toEqual(
      [0, 500, 1500, 2500].map((done) => ({ done, of: 2500 })),
    );
    expect(numbersIn(blocks.list())).toEqual(down(2500, 1));
  });

  it('keeps all that a screen shows of an entry', async () => {
    const { blocks } = memory();
    const part = { type: 'field.revealed', subject: 'p1', fields: ['name', 'workEmail'], drill: true } as const;
    const { read } = journal(3, part);
    await syncIndex(blocks, read, ignore, never);
    const { entries } = await read({ after: 0, limit: 3 });
    expect(entriesIn(blocks.list()).reverse()).toEqual(entries.map(({ v: _v, id: _id, ...kept }) => kept));
  });

  it('reads only what is new, and puts it beside what is there', async () => {
    const { blocks } = memory();
    await syncIndex(blocks, journal(1010).read, ignore, never);
    const grown = journal(1012);
    await syncIndex(blocks, grown.read, ignore, never);
    expect(grown.asked).toEqual([
      { after: 1009, limit: 1 },
      { after: 1010, limit: 2 },
    ]);
    expect(numbersIn(blocks.list())).toEqual(down(1012, 1));
  });

  it.each([
    ['is shorter', journal(5)],
    ['has another entry in its place', journal(10, { id: 'foreign', ticket: 'INC-1' })],
  ])('starts over when the journal %s', async (_why, foreign) => {
    const { blocks } = memory();
    await syncIndex(blocks, journal(10).read, ignore, never);
    await syncIndex(blocks, foreign.read, ignore, never);
    const { entries } = await foreign.read({ after: 0, limit: 1000 });
    expect(entriesIn(blocks.list()).map((each) => each?.ticket)).toEqual(entries.map(({ ticket }) => ticket));
    expect(blocks.newest()?.id).toBe(entries.at(-1)?.id);
  });

  it('an index that was deleted is the same again: nothing was lost', async () => {
    const { blocks } = memory();
    await syncIndex(blocks, journal(1234).read, ignore, never);
    const before = blocks.list();
    await blocks.clear();
    await syncIndex(blocks, journal(1234).read, ignore, never);
    expect(blocks.list()).toEqual(before);
  });

  it('what was stopped goes on where it stopped, also in another session and after new entries', async () => {
    const { store, blocks } = memory();
    const stop = new AbortController();
    await syncIndex(blocks, journal(5500).read, ({ done }) => done === 2500 && stop.abort(), stop.signal);
    expect(numbersIn(blocks.list())).toEqual(down(5500, 3001));
    const again = createBlocks(store);
    await again.load(ignore);
    const later = journal(5600);
    await syncIndex(again, later.read, ignore, never);
    expect(later.asked.map(({ after }) => after)).toEqual([5499, 5500, ...[2000, 1000, 0].flatMap(quarters)]);
    expect(numbersIn(again.list())).toEqual(down(5600, 1));
  });

  it('does not take old entries that were purged for another journal', async () => {
    const { blocks } = memory();
    await syncIndex(blocks, journal(10).read, ignore, never);
    await syncIndex(blocks, () => Promise.resolve({ entries: [], first: 1, head: 10 }), ignore, never);
    expect(blocks.size()).toBe(10);
  });

  it('forgets the entries that have left the journal, and no other, in the store too', async () => {
    const { store, blocks, kept } = memory();
    await syncIndex(blocks, journal(2500).read, ignore, never);
    await syncIndex(blocks, journal(2502, {}, 1008).read, ignore, never);
    expect(numbersIn(blocks.list())).toEqual(down(2502, 1008));
    expect([...kept.keys()].sort()).toEqual([1, 2]);
    const again = createBlocks(store);
    await again.load(ignore);
    expect(again.list()).toEqual(blocks.list());
    const fresh = memory();
    await syncIndex(fresh.blocks, journal(2502, {}, 1008).read, ignore, never);
    expect(fresh.blocks.list()).toEqual(blocks.list());
  });

  it('takes nothing for an entry that it did not ask for, when older ones leave while it reads', async () => {
    const { blocks } = memory();
    const before = journal(2500);
    const after = journal(2500, {}, 1501);
    const read: typeof before.read = (page) => (page.after < 1000 && page.limit > 1 ? after : before).read(page);
    await syncIndex(blocks, read, ignore, never);
    expect(numbersIn(blocks.list())).toEqual(down(2500, 1001));
  });

  it('says what went wrong while it reads ahead', async () => {
    const { blocks } = memory();
    const { read } = journal(2500);
    const failing: typeof read = (page) => (page.after === 1000 ? Promise.reject(new Error('gone')) : read(page));
    await expect(syncIndex(blocks, failing, ignore, never)).rejects.toThrow('gone');
    expect(blocks.size()).toBe(500);
  });
});
