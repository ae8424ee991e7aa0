import { describe, expect, it } from 'vitest';
import { createStatistics } from '../../../../electron/main/reports/statistics/statistics.js';
import { bucketsBetween } from '../../../../renderer/read-model/buckets.js';
import { countOver, type Counts } from '../../../../renderer/read-model/count.js';
import { noFilter } from '../../../../renderer/read-model/filter.js';
import type { AuditEntry } from '../../../../shared/audit-entry.js';
import { entry, memory } from './journal.js';

const never = new AbortController().signal;
const on = (day: number, hour = 12) => new Date(2026, 9, day, hour).toISOString();
const closed = (seq: number, day: number, part: Partial<AuditEntry> = {}) =>
  entry(seq, { type: 'call.closed', outcome: 'resolved', time: on(day), ...part });

const blocksOf = async (...entries: AuditEntry[]) => {
  const { blocks } = memory();
  await blocks.add(entries);
  return blocks.list();
};
const totals = (counts: Counts | undefined) =>
  Object.fromEntries([...(counts ?? [])].map(([code, row]) => [code, row.reduce((sum, count) => sum + count, 0)]));

const proofs: readonly AuditEntry[] = [
  closed(1, 1),
  closed(2, 1, { outcome: 'escalated', purpose: 'support' }),
  closed(3, 2, { drill: true }),
  entry(4, { type: 'claims.compared', outcome: 'no-match', time: on(2) }),
  entry(5, { type: 'factor.finished', outcome: 'call-back', reason: 'reached', time: on(2) }),
  entry(6, { type: 'factor.finished', outcome: 'call-back', reason: 'not-reached', time: on(3) }),
  entry(7, { type: 'factor.started', outcome: 'call-back', time: on(3) }),
  closed(8, 4),
];

describe('counting over time', () => {
  it('puts each day’s where it belongs, also where a clock went back', async () => {
    const blocks = await blocksOf(closed(1, 4), closed(2, 1), closed(3, 4), closed(4, 2));
    const counted = await countOver(blocks, noFilter, never);
    expect(counted?.buckets.unit).toBe('day');
    expect(counted?.counts.outcomes.get('resolved')).toEqual([1, 1, 0, 2]);
  });

  it('counts as the statistics do, over all of it', async () => {
    const statistics = createStatistics();
    proofs.forEach(statistics.note);
    const { figures } = statistics.end();
    const group = (name: string) =>
      Object.fromEntries(figures.filter((each) => each.group === name).map(({ item, value }) => [item, value]));
    const counted = await countOver(await blocksOf(...proofs), noFilter, never);
    expect(totals(counted?.counts.outcomes)).toEqual(group('calls-by-outcome'));
    expect({ ...totals(counted?.counts.held), ...totals(counted?.counts.failed) }).toEqual(group('factors'));
  });

  it('tells the proofs that held from those that failed', async () => {
    const counted = await countOver(await blocksOf(...proofs), noFilter, never);
    expect(totals(counted?.counts.held)).toEqual({ 'call-back+reached': 1 });
    expect(totals(counted?.counts.failed)).toEqual({ 'call-back+not-reached': 1, 'facts+no-match': 1 });
  });

  it('is narrowed by time and purpose, and by nobody’s name', async () => {
    const blocks = await blocksOf(...proofs);
    const of = async (filter: Partial<typeof noFilter>) =>
      totals((await countOver(blocks, { ...noFilter, ...filter }, never))?.counts.outcomes);
    expect(await of({ since: Date.parse(on(2)), until: Date.parse(on(5)) })).toEqual({ resolved: 1 });
    expect(await of({ words: { purpose: 'support' } })).toEqual({ escalated: 1 });
    expect(await of({ words: { agent: 'agent-veikko' } })).toEqual({ resolved: 2, escalated: 1 });
  });

  it('can be stopped, and has nothing to tell of nothing', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await countOver(await blocksOf(...proofs), noFilter, stop.signal)).toBeNull();
    expect(await countOver([], noFilter, never)).toBeNull();
  });
});

describe('stretches of time', () => {
  const day = 24 * 3_600_000;
  const from = new Date(2026, 0, 15, 10, 20).getTime();
  it.each([
    [day, 'hour', 25],
    [30 * day, 'day', 31],
    [300 * day, 'week', 44],
    [800 * day, 'month', 27],
  ] as const)('of %d ms are told by the %s', (length, unit, count) => {
    const buckets = bucketsBetween(from, from + length);
    expect(buckets.unit).toBe(unit);
    expect(buckets.starts).toHaveLength(count);
    expect(buckets.starts[0]).toBeLessThanOrEqual(from);
  });

  it('weeks begin on Mondays', () => {
    for (const start of bucketsBetween(from, from + 300 * day).starts) expect(new Date(start).getDay()).toBe(1);
  });
});
