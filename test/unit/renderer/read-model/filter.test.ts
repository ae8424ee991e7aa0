import { describe, expect, it } from 'vitest';
import { noFilter, planOf } from '../../../../renderer/read-model/filter.js';
import { entry } from './journal.js';

describe('planOf', () => {
  it.each([
    [noFilter, 'seq'],
    [{ ...noFilter, since: '2026-11-22T00:00:00.000Z' }, 'time'],
    [{ ...noFilter, type: 'call.closed' as const }, 'type'],
    [{ ...noFilter, type: 'call.closed' as const, ticket: 'INC-1' }, 'ticket'],
    [{ ...noFilter, subject: 'p1', ticket: 'INC-1' }, 'subject'],
  ])('%o is answered by the index on %s', (filter, index) => expect(planOf(filter).index).toBe(index));

  it('checks on the hits what the index cannot tell', () => {
    const { rest } = planOf({ ...noFilter, subject: 'p1', ticket: 'INC-1', type: 'call.closed' });
    expect(rest?.(entry(1, { subject: 'p1', ticket: 'INC-1', type: 'call.closed' }))).toBe(true);
    expect(rest?.(entry(1, { subject: 'p1', ticket: 'INC-2', type: 'call.closed' }))).toBe(false);
  });
});
