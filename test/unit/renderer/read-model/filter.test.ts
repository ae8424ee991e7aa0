import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../shared/audit-entry.js';
import { pack } from '../../../../renderer/read-model/block.js';
import { createEntryOf } from '../../../../renderer/read-model/entry-of.js';
import { filterNames, matching, noFilter, wordsOf, type Filter } from '../../../../renderer/read-model/filter.js';
import { entry, memory } from './journal.js';

const start = Date.UTC(2026, 10, 22);

/** As the index has them. */
const blocksOf = async (entries: readonly AuditEntry[]) => {
  const { blocks } = memory();
  const numbers = new Set(entries.map(({ seq }) => Math.floor((seq - 1) / 1000)));
  for (const number of numbers) await blocks.add(entries.filter(({ seq }) => Math.floor((seq - 1) / 1000) === number));
  return blocks.list();
};

const plainly = (entries: readonly AuditEntry[], { since, until, words }: Filter): number[] =>
  entries
    .filter(({ time }) => since === null || Date.parse(time) >= since)
    .filter(({ time }) => until === null || Date.parse(time) < until)
    .filter((each) => filterNames.every((name) => words[name] === undefined || each[name] === words[name]))
    .map(({ seq }) => seq)
    .reverse();

const word = fc.constantFrom('one', 'two', 'three');
const part = fc.record({
  type: fc.constantFrom('call.started' as const, 'call.closed' as const),
  time: fc.integer({ min: 0, max: 5 }).map((hour) => new Date(start + hour * 3_600_000).toISOString()),
  ...{ subject: fc.option(word), ticket: fc.option(word), agent: word, outcome: fc.option(word) },
});
const time = fc.option(fc.integer({ min: start - 3_600_000, max: start + 6 * 3_600_000 }));
const filter = fc.record({
  ...{ since: time, until: time },
  words: fc.record(
    { type: fc.constant('call.closed'), subject: word, ticket: word, agent: word, outcome: word, purpose: word },
    { requiredKeys: [] },
  ),
});

describe('matching', () => {
  it('finds what looking at every entry finds, the newest first, whatever is asked and however clocks went', () =>
    fc.assert(
      fc.asyncProperty(fc.array(part), fc.integer({ min: 1, max: 1995 }), filter, async (parts, first, asked) => {
        const entries = parts.map((each, nth) => entry(first + nth, each));
        expect([...matching(await blocksOf(entries), asked)]).toEqual(plainly(entries, asked));
      }),
    ));

  it('tells apart more words than a byte has values', async () => {
    const blocks = await blocksOf(
      Array.from({ length: 1000 }, (_, nth) => entry(nth + 1, { subject: `person-${nth}` })),
    );
    expect([...matching(blocks, { ...noFilter, words: { subject: 'person-999' } })]).toEqual([1000]);
    expect(createEntryOf(blocks)(300)?.subject).toBe('person-299');
  });
});

describe('the words to choose from', () => {
  it('are those that stand in the journal, each once', async () => {
    const of = (seq: number, outcome: string | null) => entry(seq, { outcome });
    const blocks = await blocksOf([of(999, 'match'), of(1000, null), of(1001, 'match'), of(1002, 'ended')]);
    expect(wordsOf(blocks, 'outcome')).toEqual(['ended', 'match']);
  });
});

it('a million entries are a few bytes each: a block of the journal’s kind takes less than 40 for one', () => {
  const entries = Array.from({ length: 1000 }, (_, nth) =>
    entry(nth + 1, {
      call: `call-${Math.floor(nth / 10)}`,
      subject: `${Math.floor(nth / 10)}`.padEnd(43, 'x'),
      ticket: `INC-${Math.floor(nth / 10)}`,
      agent: `agent-${nth % 7}`,
      outcome: 'found',
    }),
  );
  const { times, columns } = pack(entries, 'id');
  const letters = Object.values(columns).flatMap(({ words }) => words.map((each) => each?.length ?? 0));
  const bytes = Object.values(columns).reduce((sum, { codes }) => sum + codes.byteLength, times.byteLength);
  expect(bytes + letters.reduce((sum, length) => sum + length, 0)).toBeLessThan(40 * entries.length);
});
