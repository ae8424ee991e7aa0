import { expect, it, vi } from 'vitest';
import { createIndexer, type IndexState } from '../../../../renderer/read-model/indexer.js';
import { createBlocks } from '../../../../renderer/read-model/blocks.js';
import { down, journal, memory, numbersIn } from './journal.js';

const set = (head: number, { store, blocks } = memory()) => {
  const states: IndexState[] = [];
  const open = vi.fn(() => Promise.resolve());
  const indexer = createIndexer(blocks, { open, read: journal(head).read }, (state) => states.push(state));
  const settled = (kind: IndexState['kind']) => vi.waitFor(() => expect(states.at(-1)?.kind).toBe(kind));
  return { store, blocks, indexer, open, states, settled };
};

it('opens the audit once, however often it follows: opening is on record', async () => {
  const { indexer, open, settled } = set(10);
  indexer.start();
  await settled('ready');
  indexer.follow();
  indexer.rebuild();
  await settled('ready');
  expect(open).toHaveBeenCalledTimes(1);
});

it('a rebuild while a run is under way leaves no hole', async () => {
  const { indexer, blocks, settled } = set(4321);
  indexer.start();
  indexer.rebuild();
  await settled('ready');
  expect(numbersIn(blocks.list())).toEqual(down(4321, 1));
});

it('what was indexed before is there at once, the newest first, and is not read again', async () => {
  const before = set(4321);
  before.indexer.start();
  await before.settled('ready');
  const { indexer, states, settled } = set(4321, { ...memory(), blocks: createBlocks(before.store) });
  indexer.start();
  await settled('ready');
  const steps = states.map((state) => ('progress' in state ? state.progress.done : 0));
  expect(steps.slice(0, 5)).toEqual([321, 1321, 2321, 3321, 4321]);
});

it('a stopped index stays stopped when the journal grows', async () => {
  const { indexer, states, settled } = set(10);
  indexer.start();
  await settled('ready');
  indexer.pause();
  indexer.follow();
  await Promise.resolve();
  expect(states.at(-1)?.kind).toBe('paused');
});

it('says what went wrong, and shows nothing of what was indexed before when the reading is not on record', async () => {
  const before = set(10);
  before.indexer.start();
  await before.settled('ready');
  const states: IndexState[] = [];
  const blocks = createBlocks(before.store);
  const broken = { open: () => Promise.reject(new Error('refused')), read: journal(10).read };
  createIndexer(blocks, broken, (state) => states.push(state)).start();
  await vi.waitFor(() => expect(states.at(-1)?.kind).toBe('failed'));
  expect(blocks.list()).toEqual([]);
});
