import { expect, it, vi } from 'vitest';
import { createIndexer, type IndexState } from '../../../../renderer/read-model/indexer.js';
import { journal, memory } from './journal.js';

const set = (head: number) => {
  const { store, entries } = memory();
  const states: IndexState[] = [];
  const open = vi.fn(() => Promise.resolve());
  const indexer = createIndexer(store, { open, read: journal(head).read }, (state) => states.push(state));
  const settled = (kind: IndexState['kind']) => vi.waitFor(() => expect(states.at(-1)?.kind).toBe(kind));
  return { indexer, entries, open, states, settled };
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
  const { indexer, entries, settled } = set(4321);
  indexer.start();
  indexer.rebuild();
  await settled('ready');
  expect([...entries.keys()]).toEqual(Array.from({ length: 4321 }, (_, at) => at + 1));
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

it('says what went wrong', async () => {
  const states: IndexState[] = [];
  const broken = { open: () => Promise.reject(new Error('refused')), read: journal(1).read };
  createIndexer(memory().store, broken, (state) => states.push(state)).start();
  await vi.waitFor(() => expect(states.at(-1)?.kind).toBe('failed'));
});
